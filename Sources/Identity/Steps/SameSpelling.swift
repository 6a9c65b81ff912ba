import NewsModel

extension Identity {
  /// Joins unlisted names of one form to the listed name of that form or, if none or several are listed, to the one in
  /// most documents.
  mutating func joinSameSpellings(_ listed: [ListedName]) {
    var keys = [UInt64](repeating: 0, count: table.count)
    var best: [UInt64: Int32] = [:]
    for name in 0..<Int32(table.count) where isOpen(name) {
      let key = form.key(of: table.words(name), type: table.types[Int(name)])
      keys[Int(name)] = key
      if let other = best[key], table.documents[Int(other)] >= table.documents[Int(name)] { continue }
      best[key] = name
    }
    let namesOfForms = listedForms(listed, wanted: best)
    let indices = indicesOfListed
    for name in 0..<Int32(table.count) where isOpen(name) {
      let key = keys[Int(name)]
      if case .one(let target)? = namesOfForms[key] {
        join(name, to: index(of: target, inTable: indices), .sameSpelling, "the form of \(target.name)")
      } else if let other = best[key], other != name {
        join(name, to: other, .sameSpelling, "the form of \(id(other)), which is in more documents")
      }
    }
  }

  private enum ListedForm {
    case one(IdentityDecision.Target)
    /// Several listed names have the form, so it decides nothing.
    case several
  }

  private func listedForms(_ listed: [ListedName], wanted: [UInt64: Int32]) -> [UInt64: ListedForm] {
    var forms: [UInt64: ListedForm] = [:]
    for name in listed {
      let words = FoldedName(name.spelling).words
      let left = form.words(of: words, type: name.entity.type)
      // "Universal Corp" does not make every "Universal" that company.
      if left.count == 1, words.count > 1, vocabulary.everydayWords.contains(left[0]) { continue }
      let key = form.key(of: words, type: name.entity.type)
      guard wanted[key] != nil else { continue }
      switch forms[key] {
      case nil: forms[key] = .one(name.entity)
      case .one(let other)? where other.id != name.entity.id: forms[key] = .several
      default: break
      }
    }
    return forms
  }

  var indicesOfListed: [String: Int32] {
    var indices: [String: Int32] = [:]
    for name in 0..<Int32(table.count) where table.areListed[Int(name)] { indices[table.id(name)] = name }
    return indices
  }
}
