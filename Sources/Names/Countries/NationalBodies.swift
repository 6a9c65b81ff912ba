import Foundation
import NewsModel
import ScannedText
import TextScanning

/// Decides which country's body a bare name means. "The Foreign Ministry", "Congress" and "the Supreme Court" belong to
/// the country that the text names next to them, or else to the country that the document is about. The bodies are in
/// `national-bodies.tsv` in the dictionary folders.
struct NationalBodies: Sendable {
  private let dictionary: NameDictionary
  /// For each bare name in lower case, the body of each country, as an index into the dictionary's entities.
  private var bodies: [String: [String: Int]] = [:]
  /// The bare names of each body, by its index into the dictionary's entities.
  private var names: [Int32: [String]] = [:]
  /// For each entity of the dictionary, whether it is a body with a dictionary line for its bare name. Such a name
  /// means another country's body only if the text says so.
  private var isListed: [Bool]
  /// The last words of the bare names, for a quick check: most names end in another word.
  private var lastWords: Set<UInt64> = []

  /// A document with this share of evidence for one country is about it. The value is so large that neither of two
  /// countries in conflict reaches it.
  private static let leadingShare = 0.6

  init(folders: [String], dictionary: NameDictionary, faults: inout [DefinitionErrors.Fault]) {
    self.dictionary = dictionary
    isListed = [Bool](repeating: false, count: dictionary.entities.count)
    for folder in folders {
      let path = folder + "/national-bodies.tsv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let table = TableFile(path: path, name: "national-bodies.tsv", faults: &faults)
      let columns = (table.column("name"), table.column("country"), table.column("organisation"))
      for row in table.rows {
        let id = table.text(row, columns.2)
        guard let index = dictionary.index(ofEntity: id) else {
          faults.append(table.fault(row, "no line has the id “\(id)”"))
          continue
        }
        let name = table.text(row, columns.0).lowercased()
        bodies[name, default: [:]][table.text(row, columns.1)] = index
        names[Int32(index), default: []].append(name)
      }
    }
    for surface in dictionary.surfaces where dictionary.types[Int(surface.entity)] == .organisation {
      let name = dictionary.text(of: surface).lowercased()
      guard let bearers = bodies[name], bearers.values.contains(Int(surface.entity)) else { continue }
      isListed[Int(surface.entity)] = true
    }
    lastWords = Set(bodies.keys.map { Self.lastWord(of: $0).key })
  }

  /// Replaces the entity of bare names with the body that they mean.
  ///
  /// - Parameters:
  ///   - countries: The countries of the document, highest score first.
  ///   - home: The country of the dateline.
  func tell(
    _ mentions: inout [Mention], _ origins: [MentionOrigin], of countries: [CountryScore], home: String?,
    in document: Document
  ) {
    let bare = mentions.indices.filter { mayBeBare(mentions[$0], origins[$0]) }
    guard let last = bare.last else { return }
    let leading = countries.first.flatMap { $0.score >= Self.leadingShare ? $0.code : nil }
    let spokenFor = Set(
      mentions.filter { $0.rejection == nil && ($0.type == .place || $0.type == .country) }.map(\.country))
    // For each bare name, the country of the last body that was named in full: "the Nigerian Army ... The Army".
    var named: [String: String] = [:]
    for index in 0...last {
      guard mentions[index].type == .organisation, mentions[index].rejection == nil else { continue }
      guard mayBeBare(mentions[index], origins[index]), let name = bareName(of: index, in: mentions) else {
        guard let entity = origins[index].place.entity, let names = names[entity] else { continue }
        for name in names { named[name] = mentions[index].country }
        continue
      }
      switch beside(index, called: name, in: mentions, document) {
      case .country(let country): give(&mentions[index], origins[index], called: name, to: country, isBeside: true)
      case .abroad: continue
      case .nothing:
        var country = named[name]
        if country == nil {
          country =
            isListed(origins[index])
            ? abroad(mentions[index].country, spokenFor, home ?? leading) : mentions[index].country ?? leading
        }
        if let country { give(&mentions[index], origins[index], called: name, to: country, isBeside: false) }
      }
    }
  }

  private func isListed(_ origin: MentionOrigin) -> Bool { origin.place.entity.map { isListed[Int($0)] } ?? false }

  /// A quick check for possible bare names: names that are in no list, or listed bodies, with the last word of a bare
  /// name.
  private func mayBeBare(_ mention: Mention, _ origin: MentionOrigin) -> Bool {
    guard mention.type == .organisation, mention.rejection == nil else { return false }
    guard origin.place.entity == nil || isListed(origin) else { return false }
    let last = Self.lastWord(of: mention.surface)
    if lastWords.contains(last.key) { return true }
    // The next-to-last word counts before a word in lower case: "Coast Guard units".
    return last.isLower && last.start > 0
      && lastWords.contains(Self.lastWord(of: mention.surface, before: last.start - 1).key)
  }

  /// Returns a key made of the first eight letters of the last word without their case, where the word begins, and
  /// whether it is in lower case.
  private static func lastWord(of name: String, before end: Int? = nil) -> (key: UInt64, start: Int, isLower: Bool) {
    let bytes = name.utf8.span
    var key: UInt64 = 0
    var start = end ?? bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: " ") {
      start -= 1
      key = key << 8 | UInt64(bytes[start] | 0x20)
    }
    return (key, start, start < bytes.count && bytes[start] >= UInt8(ascii: "a"))
  }

  /// Returns the bare name in lower case that "Congress", "Coast Guard units" or "Ukraine's National Guard" contains,
  /// or nil.
  private func bareName(of index: Int, in mentions: [Mention]) -> String? {
    let mention = mentions[index]
    var name = mention.surface[...]
    // Searching characters is the most expensive step here, and few names contain the first byte of an apostrophe.
    let mayPossess = name.utf8.contains { $0 == UInt8(ascii: "'") || $0 == 0xE2 }
    if mayPossess, let possessor = name.firstRange(of: "'s ") ?? name.firstRange(of: "’s ") {
      guard beginsWithItsCountry(index, in: mentions) else { return nil }
      name = name[possessor.upperBound...]
    } else if let last = name.lastIndex(of: " "), name[name.index(after: last)...].allSatisfy(\.isLowercase) {
      name = name[..<last]
    }
    let bare = name.lowercased()
    return bodies[bare] == nil ? nil : bare
  }

  /// Whether the mention begins with the name of its country.
  private func beginsWithItsCountry(_ index: Int, in mentions: [Mention]) -> Bool {
    let isPart = { (other: Mention) in other.type == .country && other.country == mentions[index].country }
    let start = mentions[index].start
    return mentions[..<index].reversed().prefix { $0.start == start }.contains(where: isPart)
      || mentions[(index + 1)...].prefix { $0.start == start }.contains(where: isPart)
  }

  /// What the text right next to the name of a body says about its country.
  private enum Beside {
    /// The country is given: "the Senate in Manila", "in Brasilia, Congress", "Ghana's FDA".
    case country(String)
    /// The body is abroad: "the Army in Korea" is seldom Korea's army.
    case abroad
    case nothing
  }

  private func beside(_ index: Int, called name: String, in mentions: [Mention], _ document: Document) -> Beside {
    let mention = mentions[index]
    let text = document.text(of: mention.zone).utf8
    func place(_ range: Range<Int>, isNear: (Mention) -> Bool) -> Mention? {
      mentions[range].first {
        $0.rejection == nil && $0.zone == mention.zone && ($0.type == .place || $0.type == .country) && isNear($0)
      }
    }
    func between(_ start: Int, _ end: Int) -> String {
      guard start <= end, let from = text.index(text.startIndex, offsetBy: start, limitedBy: text.endIndex),
        let to = text.index(from, offsetBy: end - start, limitedBy: text.endIndex)
      else { return "" }
      return String(decoding: text[from..<to], as: UTF8.self)
    }
    // The longest text between them is ", the ".
    let near = 8
    let behind = place(index..<min(index + near, mentions.count)) { (0..<near).contains($0.start - mention.end) }
    if let behind, let country = behind.country, between(mention.end, behind.start) == " in " {
      let serves = bodies[name]?.values.contains { dictionary.entities[$0].kind == "military" } ?? false
      return serves ? .abroad : .country(country)
    }
    let before = place(max(0, index - near)..<index) { (0..<near).contains(mention.start - $0.end) }
    guard let before, let country = before.country else { return .nothing }
    switch between(before.end, mention.start) {
    case "'s ", "’s ": return .country(country)
    case ", ", ", the ":
      return between(max(0, before.start - 3), before.start).lowercased() == "in " ? .country(country) : .nothing
    default: return .nothing
    }
  }

  /// The document's country for a body that the dictionary assigns to another country, unless a place in the text is
  /// evidence for that one. Mentions of firms are not: news about Mexico names American firms.
  private func abroad(_ own: String?, _ spokenFor: Set<String?>, _ country: String?) -> String? {
    country == own || spokenFor.contains(own) ? nil : country
  }

  /// Replaces a mention with the country's body of that name. If no list has one, the name becomes an unlisted
  /// organisation of the country.
  private func give(
    _ mention: inout Mention, _ origin: MentionOrigin, called name: String, to country: String, isBeside: Bool
  ) {
    if let body = bodies[name]?[country] {
      if mention.entity == dictionary.entities[body].id { return }
      mention.entity = dictionary.entities[body].id
      mention.name = dictionary.entities[body].name
    } else if isListed(origin), mention.country != country {
      mention.entity = "org~" + name.replacing(" ", with: "-")
      mention.name = mention.surface
    } else {
      return
    }
    mention.country = country
    mention.rule += " (\(isBeside ? "beside" : "document"): \(country))"
  }
}
