import NewsModel
import ScannedText
import TextScanning

/// Finds teams in news of team sports by the form of results, tables and schedules, since most teams have the name of a
/// town: "Fairlawn 2 Westmark 1", "Fairlawn 12 7 3 2", "FAIRLAWN AT WESTMARK", "Fairlawn beat Westmark 2-1".
///
/// Countries are left out: their teams are the countries. Where a team was found, its name means the team at its other
/// places too, unless a preposition of place precedes it.
struct TeamNames {
  let rules: NameRules
  let section: ScannedDocument.Section
  /// The candidates of the section, and for each token the longest of them that begins or ends there.
  private let candidates: [Candidate]
  private var byStart: [Int: Int] = [:]
  private var byEnd: [Int: Int] = [:]

  /// The words of the main text in which a team sport must be named, if the title names none.
  private static let wordsOfOpening = 40
  /// Numbers after a name from which it is a row of a table.
  private static let columns = 3
  /// Words of a name that no list holds.
  private static let longestName = 3
  /// Scores of more digits are years, attendances or amounts.
  private static let digitsOfScore = 3
  /// A team in the form of a result wins over a place with the same name.
  fileprivate static let priority = 5
  private static let at = FoldedHash.of(word: "at")

  init(_ section: ScannedDocument.Section, _ candidates: [Candidate], _ rules: NameRules) {
    self.section = section
    self.rules = rules
    self.candidates = candidates
    for (index, candidate) in candidates.enumerated() where candidate.mayBeTeam || candidate.isAccepted {
      if isBetter(index, than: byStart[candidate.start]) { byStart[candidate.start] = index }
      if isBetter(index, than: byEnd[candidate.end]) { byEnd[candidate.end] = index }
    }
  }

  /// Whether a candidate counts instead of another one that begins or ends at the same token: the longer one, or the
  /// accepted one.
  private func isBetter(_ index: Int, than known: Int?) -> Bool {
    guard let known else { return true }
    let (new, old) = (candidates[index], candidates[known])
    return new.length != old.length ? new.length > old.length : new.isAccepted && !old.isAccepted
  }

  /// Whether a document is news of a team sport: its title or the beginning of its text names one.
  static func isSportsNews(_ scanned: ScannedDocument, _ sports: WordSet) -> Bool {
    func names(_ tokens: some Sequence<Token>) -> Bool { tokens.contains { sports.contains($0.hash) } }
    return names(scanned.title.tokens) || names(scanned.mainText.tokens.prefix(wordsOfOpening))
  }

  /// The names of teams in reports and beside their members. In sports news, also those in results, tables and schedules;
  /// in other news such numbers mean something else.
  func spans(isSportsNews: Bool) -> [Range<Int>] {
    section.sentences.flatMap { sentence in
      reports(in: sentence) + members(in: sentence)
        + (isSportsNews ? results(in: sentence) + tableRows(in: sentence) + schedules(in: sentence) : [])
    }
  }

  // MARK: Forms

  /// "Fairlawn 2 Westmark 1".
  private func results(in sentence: TokenStream.Sentence) -> [Range<Int>] {
    var teams: [Range<Int>] = []
    for score in sentence.start..<sentence.end where isScore(score) {
      guard let home = name(endingAt: score, from: sentence.start), score + 1 < sentence.end else { continue }
      var second = score + 1
      while second < sentence.end, second <= score + 1 + Self.longestName, !isScore(second) { second += 1 }
      guard second < sentence.end, isScore(second), let away = name(endingAt: second, from: score + 1),
        away.lowerBound == score + 1
      else { continue }
      teams += [home, away]
    }
    return teams
  }

  /// "Fairlawn 12 7 3 2", in a table of at least two rows.
  private func tableRows(in sentence: TokenStream.Sentence) -> [Range<Int>] {
    var teams: [Range<Int>] = []
    var token = sentence.start
    while token < sentence.end {
      var end = token
      while end < sentence.end, section.tokens[end].kind == .number || end > token && isInRow(end) { end += 1 }
      if section.tokens[token..<end].count(where: { $0.kind == .number }) >= Self.columns,
        let team = name(endingAt: token, from: sentence.start)
      {
        teams.append(team)
      }
      token = max(end, token + 1)
    }
    return teams.count > 1 ? teams : []
  }

  /// "FAIRLAWN AT WESTMARK".
  private func schedules(in sentence: TokenStream.Sentence) -> [Range<Int>] {
    (sentence.start..<sentence.end).flatMap { token -> [Range<Int>] in
      guard section.tokens[token].hash == Self.at, section.tokens[token].casing == .upper,
        let guest = name(endingAt: token, from: sentence.start), let host = name(from: token + 1, to: sentence.end)
      else { return [] }
      return [guest, host]
    }
  }

  /// "Fairlawn beat Westmark 2-1".
  private func reports(in sentence: TokenStream.Sentence) -> [Range<Int>] {
    (sentence.start..<sentence.end).flatMap { token -> [Range<Int>] in
      guard rules.references.matchVerbs.contains(section.tokens[token].hash),
        let winner = name(endingAt: token, from: sentence.start)
      else { return [] }
      var next = token + 1
      while next < sentence.end, rules.references.matchLinks.contains(section.tokens[next].hash) { next += 1 }
      guard let loser = name(from: next, to: sentence.end) else { return [] }
      return [winner, loser]
    }
  }

  /// "the Fairlawn coach".
  private func members(in sentence: TokenStream.Sentence) -> [Range<Int>] {
    (sentence.start..<sentence.end).compactMap { token in
      rules.references.teamRoles.contains(section.tokens[token].hash) && section.tokens[token].casing == .lower
        ? name(endingAt: token, from: sentence.start) : nil
    }
  }

  private func isScore(_ token: Int) -> Bool {
    let token = section.tokens[token]
    return token.kind == .number && token.end - token.start <= Self.digitsOfScore
  }

  /// Whether a token may be between the numbers of a row: a hyphen or a fraction.
  private func isInRow(_ token: Int) -> Bool {
    section.tokens[token].kind == .punctuation && !section.tokens[token].flags.contains(.endsSentence)
  }

  // MARK: Names

  /// The name of a team that ends right before a token; nil for a country, a person, or words that are no name.
  private func name(endingAt end: Int, from start: Int) -> Range<Int>? {
    guard end > start else { return nil }
    if let index = byEnd[end] {
      return candidates[index].mayBeTeam && candidates[index].start >= start ? candidates[index].range : nil
    }
    var first = end
    while first > start, end - first < Self.longestName, isNameWord(first - 1) { first -= 1 }
    return first < end ? first..<end : nil
  }

  /// The name of a team that begins at a token.
  private func name(from start: Int, to end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if let index = byStart[start] { return candidates[index].mayBeTeam ? candidates[index].range : nil }
    var last = start
    while last < end, last - start < Self.longestName, isNameWord(last) { last += 1 }
    return last > start ? start..<last : nil
  }

  private func isNameWord(_ token: Int) -> Bool {
    let word = section.tokens[token]
    return word.kind == .word && word.startsWithCapital && word.casing != .initial && word.end - word.start > 2
      && !rules.commonWords.contains(word.hash) && !rules.commonWords.isFunctionWord(word.hash)
      && !rules.commonWords.classes(of: word.hash).contains(.day) && !rules.references.teamSports.contains(word.hash)
  }
}

extension Candidate {
  /// Whether a match in the form of a result is a team: a town or an organisation, also one that lacks its context.
  fileprivate var mayBeTeam: Bool {
    guard type == .place || type == .organisation else { return false }
    switch rejection?.reason {
    case nil, .missing, .excluded: return true
    default: return false
    }
  }
}

extension NameSteps {
  mutating func findTeams() {
    let isSportsNews = TeamNames.isSportsNews(scanned, rules.references.teamSports)
    guard isSportsNews || namesClub else { return }
    var names: Set<UInt64> = []
    var spans: [[Range<Int>]] = []
    for number in Self.titleAndMainText {
      let section = scanned.sections[number]
      spans.append(TeamNames(section, candidates[number], rules).spans(isSportsNews: isSportsNews))
      for span in spans[number] { names.insert(section.identity(of: span)) }
    }
    if names.isEmpty { return }
    for number in Self.titleAndMainText {
      let section = scanned.sections[number]
      let repeated = candidates[number].filter { candidate in
        candidate.isAccepted && candidate.type == .place && names.contains(section.identity(of: candidate.range))
          && !(candidate.start > 0
            && rules.references.beforePlaces.contains(section.tokens[candidate.start - 1].hash))
      }.map(\.range)
      for span in Set(spans[number] + repeated).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        addTeam(span, in: section)
      }
    }
  }

  /// Whether the text names a listed team.
  private var namesClub: Bool {
    Self.titleAndMainText.contains { section in
      candidates[section].contains { $0.isAccepted && isClub($0) }
    }
  }

  private func isClub(_ candidate: Candidate) -> Bool {
    candidate.entity.map { rules.references.areTeams[Int($0)] } ?? false
  }

  /// Accepts the listed team of a name, or adds one that is in no list.
  private mutating func addTeam(_ span: Range<Int>, in section: ScannedDocument.Section) {
    let number = section.number
    let listed = candidates[number].firstIndex { $0.range == span && isClub($0) }
    if let listed {
      candidates[number][listed].acceptAgain()
      candidates[number][listed].priority = TeamNames.priority
      return
    }
    candidates[number].append(
      Candidate(
        span, Meaning(type: .organisation, name: section.name(span, of: .organisation)), .reference(.team),
        priority: TeamNames.priority))
  }
}

extension ScannedDocument.Section {
  /// A hash of the words of a name.
  func identity(of range: Range<Int>) -> UInt64 {
    tokens[range].reduce(0) { $1.isWord ? ByteHash.step($0, $1.hash) : $0 }
  }
}
