import NewsModel

extension Identity {
  /// Joins a facility to the listed power plant whose name its own name contains at the beginning or end, beside words
  /// for the kind of plant.
  mutating func joinListedPlants(_ listed: [ListedName]) {
    var plants: [UInt64: IdentityDecision.Target?] = [:]
    var longest = 0
    for name in listed where name.isPlant {
      let words = FoldedName(name.spelling).words
      let own = form.plantName(words) ?? form.words(of: words, type: .facility)
      longest = max(longest, own.count)
      let key = WordsHash.of(own)
      if let other = plants[key], other?.id != name.entity.id {
        plants[key] = .some(nil)
      } else {
        plants[key] = name.entity
      }
    }
    let indices = indicesOfListed
    for name in 0..<Int32(table.count) where table.types[Int(name)] == .facility && isOpen(name) {
      guard let own = form.plantName(table.words(name)), let target = plant(own, among: plants, longest: longest) else {
        continue
      }
      join(name, to: index(of: target, inTable: indices), .listedPlant, "contains the name of \(target.name)")
    }
  }

  /// The plant with the longest name at the end or beginning of some words; nil if there is none, or several.
  private func plant(
    _ words: [UInt64], among plants: [UInt64: IdentityDecision.Target?], longest: Int
  ) -> IdentityDecision.Target? {
    for count in (1...max(1, min(words.count, longest))).reversed() {
      for part in [words.suffix(count), words.prefix(count)] {
        if count == 1, words.count > 1, vocabulary.everydayWords.contains(part.first!) { continue }
        if let target = plants[WordsHash.of(part)] ?? nil { return target }
      }
    }
    return nil
  }
}
