import NewsModel
import ScannedText
import TextScanning

/// A document's mentions: dictionary matches with their context, names that patterns find, references back; then
/// the longest of what overlaps. Immutable.
struct MentionFinder: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  let patterns: PatternSet
  let references: ReferenceRules

  /// Those that stand and those that were rejected, in order of section, start, end, each with what it was made of.
  func find(
    in scanned: ScannedDocument, _ phrases: [JointPhrases.Found]
  ) -> (mentions: [Mention], origins: [MentionOrigin]) {
    var contexts = ContextFinder(dictionary, scanned, phrases)
    let published = scanned.document.published?.day
    let casings = scanned.sections.map { $0.sentenceCasings() }
    var candidates: [[Candidate]] = []
    let matching = DictionaryMatching(dictionary: dictionary, commonWords: commonWords)
    for (number, section) in scanned.sections.enumerated() {
      candidates.append(
        matching.candidates(phrases[number].names, in: section, casings: casings[number], published: published))
    }
    let waiting = requireWords(&candidates, &contexts)
    for section in candidates.indices { applyVetoes(&candidates[section], section, &contexts) }
    requireMentions(waiting, &candidates, &contexts)
    repeatNames(&candidates, scanned, casings)
    for section in candidates.indices {
      var matching = PatternMatching(
        patterns, section: scanned.sections[section], casings: casings[section],
        dictionary: dictionary, known: candidates[section])
      var found = matching.candidates()
      if !found.isEmpty {
        let known = candidates[section].filter(\.stands)
        PeopleInNames(section: scanned.sections[section], rules: references).cut(&found, known: known)
        JoinedNames(section: scanned.sections[section], rules: references).part(&found, known: known)
        NameBounds(section: scanned.sections[section], commonWords: commonWords).check(&found, known: known)
        NameEndings(section: scanned.sections[section], rules: references).identify(&found, known: known)
      }
      applyVetoes(&found, section, &contexts)
      candidates[section] += found
    }
    PlacesInPeople(rules: references, commonWords: commonWords).settle(&candidates, in: scanned)
    for section in candidates.indices {
      OverlapResolution.resolve(&candidates[section], dictionary, in: scanned.sections[section])
    }
    addReferences(&candidates, scanned, casings)
    var writer = MentionWriter(dictionary: dictionary, patterns: patterns, scanned: scanned)
    return writer.write(candidates)
  }

  /// What refers back sees what stands; then the longest wins again.
  private func addReferences(
    _ candidates: inout [[Candidate]], _ scanned: ScannedDocument, _ casings: [[SentenceCasing]]
  ) {
    let lists = NameLists(commonWords: commonWords, rules: references)
    for section in 0..<2 {
      lists.add(to: &candidates[section], in: scanned.sections[section], casings: casings[section])
    }
    let finder = ReferenceFinder(
      dictionary: dictionary, commonWords: commonWords, rules: references, casings: casings)
    finder.add(to: &candidates, in: scanned)
    for section in 0..<2 {
      OverlapResolution.resolve(&candidates[section], dictionary, in: scanned.sections[section])
      let resolved = candidates[section].count
      DefiniteNouns(dictionary: dictionary, patterns: patterns, rules: references).add(
        to: &candidates[section], in: scanned.sections[section])
      if candidates[section].count == resolved { continue }
      OverlapResolution.resolve(&candidates[section], dictionary, in: scanned.sections[section])
    }
    for section in candidates.indices {
      FacilityUnits(dictionary: dictionary).add(to: &candidates[section], in: scanned.sections[section])
    }
  }

  /// Judges what asks for words alone, and tells what needs another mention near it.
  private func requireWords(
    _ candidates: inout [[Candidate]], _ contexts: inout ContextFinder
  ) -> [(section: Int, index: Int)] {
    var waiting: [(section: Int, index: Int)] = []
    for section in candidates.indices {
      for index in candidates[section].indices where candidates[section][index].stands {
        let requirement = requirement(of: candidates[section][index])
        if requirement < 0 { continue }
        if dictionary.needsMentions[Int(requirement)] {
          waiting.append((section, index))
        } else {
          judge(&candidates[section][index], requirement, section, &contexts, standing: [])
        }
      }
    }
    return waiting
  }

  /// What waits sees the others that stand, vetoed ones not, once.
  private func requireMentions(
    _ waiting: [(section: Int, index: Int)], _ candidates: inout [[Candidate]], _ contexts: inout ContextFinder
  ) {
    if waiting.isEmpty { return }
    var isWaiting = candidates.map { [Bool](repeating: false, count: $0.count) }
    for place in waiting { isWaiting[place.section][place.index] = true }
    let standing = candidates.indices.map { section in
      StandingMentions(
        candidates[section].indices.filter { candidates[section][$0].stands && !isWaiting[section][$0] }
          .map { candidates[section][$0] }, dictionary)
    }
    for place in waiting where candidates[place.section][place.index].stands {
      let requirement = requirement(of: candidates[place.section][place.index])
      judge(&candidates[place.section][place.index], requirement, place.section, &contexts, standing: standing)
    }
  }

  /// An organisation whose name has found its context once is meant wherever the document writes it so, and a town that its
  /// state was named behind ("Flint, Mich."). After W. Gale, K. Church, D. Yarowsky, "One sense per discourse" (1992); other
  /// places and plants may share their text with a man.
  private func repeatNames(
    _ candidates: inout [[Candidate]], _ scanned: ScannedDocument, _ casings: [[SentenceCasing]]
  ) {
    var contexts: [Int32: FoundContext] = [:]
    for candidate in candidates.joined() where candidate.stands {
      guard case .surface(let surface) = candidate.source, case .words(let scope, let words)? = candidate.context else {
        continue
      }
      if candidate.type == .organisation { contexts[surface] = .words(.document, words) }
      if candidate.type == .place, scope == .after { contexts[surface] = .words(.after, words) }
    }
    if contexts.isEmpty { return }
    for (number, section) in scanned.sections.enumerated() {
      for index in candidates[number].indices {
        let candidate = candidates[number][index]
        guard case .missing? = candidate.rejection, case .surface(let surface) = candidate.source,
          let context = contexts[surface], isAlone(candidate, in: section, casings[number])
        else { continue }
        candidates[number][index].rejection = nil
        candidates[number][index].context = context
        candidates[number][index].priority += 1
      }
    }
  }

  /// Whether capitals speak for a name, and it is none of a man's: not "TOTAL SALES", "Total sales rose", "Yukio Honda".
  private func isAlone(
    _ candidate: Candidate, in section: ScannedDocument.Section, _ casings: [SentenceCasing]
  ) -> Bool {
    let sentence = section.sentenceIndex(ofToken: candidate.start)
    let isFirst = candidate.start == section.sentences[sentence].start
    if casings[sentence] == .sentence, !isFirst { return !section.tokens[candidate.start - 1].startsWithCapital }
    return candidate.length > 1 || !commonWords.contains(section.tokens[candidate.start].hash)
  }

  /// Index into the dictionary's requirements; -1 for none.
  private func requirement(of candidate: Candidate) -> Int32 {
    guard case .surface(let surface) = candidate.source else { return -1 }
    return dictionary.surfaces[Int(surface)].requirement
  }

  private func judge(
    _ candidate: inout Candidate, _ requirement: Int32, _ section: Int, _ contexts: inout ContextFinder,
    standing: [StandingMentions]
  ) {
    let asked = dictionary.requirements[Int(requirement)]
    switch contexts.judge(asked, span: candidate.range, section: section, standing: standing) {
    case .met(let place):
      candidate.context = place
      // Context that was asked for and found speaks louder than a line that asks for none.
      if place != nil { candidate.priority += 1 }
    case .missing: candidate.rejection = .missing(requirement: requirement)
    case .excluded(let alternative, let place):
      candidate.rejection = .excluded(requirement: requirement, alternative: Int32(alternative), by: place)
    }
  }

  private func applyVetoes(_ candidates: inout [Candidate], _ section: Int, _ contexts: inout ContextFinder) {
    let vetoes = contexts.vetoesThatMayHold(in: section)
    if vetoes.isEmpty { return }
    for index in candidates.indices where candidates[index].stands {
      for number in dictionary.vetoesByType[candidates[index].type.index] where vetoes.contains(number) {
        guard dictionary.vetoes[number].isFor(candidates[index], dictionary),
          let found = contexts.find(dictionary.vetoes[number].alternative, candidates[index].range, section, [])
        else { continue }
        candidates[index].rejection = .vetoed(Int32(number), by: found)
        break
      }
    }
  }
}

extension Veto {
  func isFor(_ candidate: Candidate, _ dictionary: NameDictionary) -> Bool {
    if !entities.isEmpty {
      guard let entity = candidate.entity, entities.contains(entity) else { return false }
    }
    if !surfaces.isEmpty {
      guard case .surface(let surface) = candidate.source else { return false }
      return surfaces.contains(foldedWords(dictionary.text(of: dictionary.surfaces[Int(surface)])))
    }
    return true
  }
}
