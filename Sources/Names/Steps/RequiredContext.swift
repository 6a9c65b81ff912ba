import NewsModel

/// Rejects names whose dictionary line requires a context that the text lacks: "Flint" requires words such as "Mich."
/// or "near" beside it.
extension NameSteps {
  /// Checks the requirements that name only words. Candidates whose requirement names other mentions are added to
  /// `waiting`.
  mutating func requireWords() {
    let dictionary = rules.dictionary
    for section in candidates.indices {
      for index in candidates[section].indices where candidates[section][index].isAccepted {
        let requirement = dictionary.requirement(of: candidates[section][index])
        if requirement < 0 { continue }
        if dictionary.needsMentions[Int(requirement)] {
          waiting.append((section, index))
        } else {
          contexts.judge(&candidates[section][index], requirement, dictionary, section, accepted: [], .requireWords)
        }
      }
    }
  }

  /// Checks the waiting candidates against the other accepted ones. A waiting candidate is no context for another one.
  mutating func requireNames() {
    if waiting.isEmpty { return }
    let dictionary = rules.dictionary
    var isWaiting = candidates.map { [Bool](repeating: false, count: $0.count) }
    for place in waiting { isWaiting[place.section][place.index] = true }
    let accepted = candidates.indices.map { section in
      AcceptedMentions(
        candidates[section].indices.filter { candidates[section][$0].isAccepted && !isWaiting[section][$0] }
          .map { candidates[section][$0] }, dictionary)
    }
    for place in waiting where candidates[place.section][place.index].isAccepted {
      let requirement = dictionary.requirement(of: candidates[place.section][place.index])
      contexts.judge(
        &candidates[place.section][place.index], requirement, dictionary, place.section, accepted: accepted,
        .requireNames)
    }
  }
}

extension NameDictionary {
  /// The index of the requirement of a candidate's line; -1 for none.
  fileprivate func requirement(of candidate: Candidate) -> Int32 {
    guard case .surface(let surface) = candidate.origin else { return -1 }
    return surfaces[Int(surface)].requirement
  }
}

extension ContextFinder {
  /// Gives a candidate the context that its line requires, or the reason why it is rejected.
  fileprivate mutating func judge(
    _ candidate: inout Candidate, _ requirement: Int32, _ dictionary: NameDictionary, _ section: Int,
    accepted: [AcceptedMentions], _ step: NameStep
  ) {
    let asked = dictionary.requirements[Int(requirement)]
    switch judge(asked, span: candidate.range, section: section, accepted: accepted) {
    case .met(let place):
      if let place { candidate.accept(for: place) }
    case .missing: candidate.reject(.missing(requirement: requirement), by: step)
    case .excluded(let alternative, let place):
      candidate.reject(.excluded(requirement: requirement, alternative: Int32(alternative), by: place), by: step)
    }
  }
}
