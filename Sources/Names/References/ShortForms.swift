import NewsModel
import ScannedText
import TextScanning

/// The short forms of full names: "Acme Steel" and "Acme" for "Acme Steel Corp", "Westmark" for "Jaap Westmark".
struct ShortForms: Sendable {
  let commonWords: CommonWords
  let rules: ReferenceRules
  /// The least letters of an acronym that the text does not define.
  private static let leastInitials = 3

  /// A short form of a full name, by the tokens of the full name that it consists of.
  struct ShortForm {
    var tokens: Range<Int>
    var rule: MentionRule.Reference
    var priority: Int
  }

  func shortForms(of candidate: Candidate, _ section: ScannedDocument.Section) -> [ShortForm] {
    let tokens = (candidate.start..<candidate.end).filter { section.tokens[$0].isWord }
    let full = candidate.start..<candidate.end
    func text(_ range: Range<Int>) -> String { section.text(section.byteRange(ofTokens: range)) }
    var forms: [ShortForm] = []
    func add(_ words: ArraySlice<Int>, _ rule: MentionRule.Reference, _ priority: Int) {
      let short = words.first!..<words.last! + 1
      if rules.mayNeverJoin(startingWith: section.tokens[tokens[0]]), rules.neverJoin(text(full), text(short)) {
        return
      }
      forms.append(ShortForm(tokens: short, rule: rule, priority: priority))
    }
    if candidate.type == .person {
      guard tokens.count >= 2 else {
        // "Mr Westmark" is Jaap Westmark if the text names him in full.
        return candidate.entity == nil ? [ShortForm(tokens: full, rule: .fullName, priority: 4)] : []
      }
      var last = tokens.count - 1
      while last > 1, rules.suffixes.contains(section.tokens[tokens[last]].hash) { last -= 1 }
      let name = section.tokens[tokens[last]]
      if name.end - name.start >= 3, name.casing != .upper || name.end - name.start > 3 {
        add(tokens[last...last], .lastName, ReferenceFinder.priorityOfLastNames)
        // "Westmark-Garcia", "De Garcia".
        let first = startOfLastName(tokens, last, section)
        if first > 0, first < last { add(tokens[first...last], .lastName, ReferenceFinder.priorityOfLastNames) }
      }
      return forms
    }
    guard candidate.type == .organisation || candidate.type == .facility else { return [] }
    if candidate.entity == nil { forms.append(ShortForm(tokens: full, rule: .fullName, priority: 0)) }
    guard tokens.count >= 2, candidate.type == .organisation else { return forms }
    // "Acme Steel Corp" to "Acme Steel", then to "Acme".
    var count = tokens.count
    while count > 1, rules.companyForms.contains(section.tokens[tokens[count - 1]].hash) { count -= 1 }
    let first = section.tokens[tokens[0]]
    if count < tokens.count, !(count == 1 && isTooCommon(first)) { add(tokens[0..<count], .shortForm, 0) }
    // If the name has a legal form, its first word is the company's own: "Zorblax Drilling Corp" to "Zorblax".
    if count >= 2, count < tokens.count, !isTooCommon(first) { add(tokens[0...0], .shortForm, -1) }
    if count >= 2, rules.omittedEndings.contains(section.tokens[tokens[count - 1]].hash) {
      let rest = tokens[0..<(count - 1)]
      if isDifferentName(rest[0]..<rest[rest.count - 1] + 1, without: tokens[count - 1], section) { return forms }
      // A name without a legal form is preferred: "Zorblax Steel" is Zorblax Steel Inc and not Zorblax Steel Services.
      if rest.count >= 2 || !isTooCommon(first) { add(rest, .shortForm, -1) }
    }
    return forms
  }

  /// The first word of a last name of several words, which hyphens or words such as "de" join.
  private func startOfLastName(_ words: [Int], _ last: Int, _ section: ScannedDocument.Section) -> Int {
    var first = last
    while first > 0,
      section.tokens[words[first] - 1].hash == Self.hyphen
        || rules.nameLinks.contains(section.tokens[words[first - 1]].hash)
    { first -= 1 }
    return first
  }

  /// Short forms that do not consist of words of the full name: its initials ("WSC" for "Westmark Steel Corp", also without
  /// the legal form), and the last word of a newspaper's name ("The Times" for "Westmark Times").
  func writtenShortForms(
    of candidate: Candidate, _ section: ScannedDocument.Section
  ) -> [(phrase: String, rule: MentionRule.Reference)] {
    guard candidate.type == .organisation || candidate.type == .facility else { return [] }
    let words = (candidate.start..<candidate.end).filter {
      section.tokens[$0].isWord && section.tokens[$0].startsWithCapital
    }
    guard words.count > 1 else { return [] }
    var forms: [(phrase: String, rule: MentionRule.Reference)] = []
    let last = section.tokens[words[words.count - 1]]
    if candidate.type == .organisation, rules.newspaperWords.contains(last.hash), candidate.entity != nil {
      forms.append(
        ("The " + section.text(section.byteRange(ofTokens: words[words.count - 1]..<candidate.end)), .shortForm))
    }
    // "BoE" for the Bank of England, "C and W" for Cable and Wireless.
    if candidate.type == .organisation, let links = linkedInitials(candidate, section) {
      forms.append((links, .shortForm))
    }
    var initials = words.map { section.tokens[$0].folded(in: section.bytes).prefix(1).uppercased() }
    while initials.count >= Self.leastInitials {
      let acronym = initials.joined()
      if !rules.noAcronyms.contains(FoldedHash.of(acronym.utf8)) { forms.append((acronym, .initials)) }
      guard rules.companyForms.contains(section.tokens[words[initials.count - 1]].hash) else { break }
      initials.removeLast()
    }
    return forms
  }

  /// The initials of a name with "of" or "for" ("BoE") or with "and" ("C and W") without its legal form; nil if it has none of
  /// them.
  private func linkedInitials(_ candidate: Candidate, _ section: ScannedDocument.Section) -> String? {
    guard
      let link = candidate.range.first(where: {
        section.tokens[$0].casing == .lower && Self.links.contains(section.tokens[$0].hash)
      })
    else { return nil }
    var words = candidate.range.filter { section.tokens[$0].isWord }
    while words.count > 1, rules.companyForms.contains(section.tokens[words[words.count - 1]].hash) {
      words.removeLast()
    }
    guard Self.lengthsOfLinked.contains(words.count), section.tokens[words[0]].startsWithCapital else { return nil }
    let initials = words.map { word in
      let initial = section.tokens[word].folded(in: section.bytes).prefix(1)
      return section.tokens[word].startsWithCapital ? initial.uppercased() : String(initial)
    }
    guard section.tokens[link].hash == Self.and else { return initials.joined() }
    return words.count == 3 && words[1] == link ? "\(initials[0]) and \(initials[2])" : nil
  }

  /// "Bank of England" has three words.
  private static let lengthsOfLinked = 3...5
  private static let and = FoldedHash.of(word: "and")
  private static let hyphen = Sign.hash(of: UInt8(ascii: "-"))
  private static let links = WordSet(["of", "for", "and"].map { FoldedHash.of($0.utf8) })

  /// Whether the name of an institution without its last word is something else: a place ("Fairlawn County" of
  /// "Fairlawn County Police"), an owner ("Sheriff" of "Sheriff's Office") or another institution ("House of Commons"
  /// of "House of Commons Library").
  private func isDifferentName(_ short: Range<Int>, without institution: Int, _ section: ScannedDocument.Section)
    -> Bool
  {
    guard rules.institutions.contains(section.tokens[institution].hash) else { return false }
    return Self.areas.contains(section.tokens[short.upperBound - 1].hash)
      || section.tokens[short.upperBound].kind == .possessive
      || short.dropFirst().contains {
        section.tokens[$0].hash == Self.of && rules.institutions.contains(section.tokens[$0 - 1].hash)
      }
  }

  private static let of = FoldedHash.of(word: "of")
  private static let areas = WordSet(
    ["county", "city", "town", "township", "village", "parish", "state", "district"].map { FoldedHash.of($0.utf8) })

  /// Whether a word is too common to be a short form: an everyday word, a place, a nationality or a given name.
  private func isTooCommon(_ token: Token) -> Bool {
    let classes = commonWords.classes(of: token.hash)
    if !classes.isDisjoint(with: [.everyday, .day]) || token.casing == .initial || token.end - token.start < 3 {
      return true
    }
    return rules.plainWords.contains(token.hash)
  }
}
