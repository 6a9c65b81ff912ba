import NewsModel

/// The accepted mentions of a section before the patterns run, by the token at which they begin.
struct KnownMentions {
  /// The properties of a mention that patterns read.
  struct Known {
    var end: Int32
    var type: EntityType
    var isNationality: Bool
    /// Index into `NameDictionary.countries`.
    var country: Int32?
  }

  private var all: [Known] = []
  /// The mentions that begin at token t: `all[first[t]..<first[t + 1]]`.
  private var first: [Int32]

  /// - Parameter candidates: All candidates in order of start. Those that are not accepted are ignored.
  init(_ candidates: [Candidate], tokens: Int, _ dictionary: NameDictionary) {
    first = [Int32](repeating: 0, count: tokens + 2)
    for index in candidates.indices where candidates[index].isAccepted {
      first[candidates[index].start + 1] += 1
      var isNationality = false
      if candidates[index].type == .country, case .surface(let surface) = candidates[index].origin {
        isNationality = dictionary.isNationality(surface)
      }
      all.append(
        Known(
          end: Int32(candidates[index].end), type: candidates[index].type, isNationality: isNationality,
          country: candidates[index].country))
    }
    for token in 1..<first.count { first[token] += first[token - 1] }
  }

  /// The indices of the mentions that begin at a token.
  private func range(at token: Int) -> Range<Int> { Int(first[token])..<Int(first[token + 1]) }

  /// The roles that a token has because of the mentions that begin there.
  @inline(__always)
  func roles(at token: Int) -> TokenRoles {
    var roles: TokenRoles = []
    for mention in range(at: token) {
      roles.insert(.mention(all[mention].type))
      if all[mention].isNationality { roles.insert(.nationality) }
    }
    return roles
  }

  /// The number of tokens of the longest mention of a type that begins at a token; -1 if there is none.
  func width(at token: Int, of type: EntityType) -> Int {
    var width = -1
    for index in range(at: token) where all[index].type == type {
      width = max(width, Int(all[index].end) - token)
    }
    return width
  }

  func widthOfNationality(at token: Int) -> Int {
    var width = -1
    for index in range(at: token) where all[index].isNationality {
      width = max(width, Int(all[index].end) - token)
    }
    return width
  }

  /// The first mention in the range that has a country, with that country. A facility is in the country of the places
  /// in its name, not in the home country of a firm in its name.
  func country(in range: Range<Int>, of type: EntityType) -> (index: Int32, mention: Known)? {
    for index in Int(first[range.lowerBound])..<Int(first[range.upperBound]) {
      if type == .facility, all[index].type == .organisation { continue }
      if Int(all[index].end) <= range.upperBound, let country = all[index].country { return (country, all[index]) }
    }
    return nil
  }
}
