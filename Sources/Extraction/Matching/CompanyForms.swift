import NewsModel
import TextScanning

/// "Acme Steel Corp" is the Acme Steel of the dictionary, and of the text that writes it without its legal form: what
/// stands behind a company's name says what it is in law, not which company it is.
struct CompanyForms {
  let dictionary: NameDictionary
  let section: ScannedDocument.Section
  private static let forms = WordSet(
    ("inc incorporated corp corporation co cos company ltd limited llc llp lp plc pty sa ag spa nv bv gmbh kg kgaa ab asa as "
      + "oy oyj kk bhd tbk se sarl oao zao ooo pao ao jsc ojsc pjsc and the")
      .split(separator: " ").map { FoldedHash.of($0.utf8) })

  /// Gives names that patterns found the entity of the dictionary name that they begin with, where only legal forms
  /// follow it, and otherwise an id without those forms.
  ///
  /// - Parameter known: dictionary mentions that stand, in order of start.
  func identify(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].type == .organisation && found[index].entity == nil {
      let bare = endWithoutForms(found[index])
      guard bare < found[index].end else { continue }
      if let name = dictionaryName(from: found[index].start, to: bare, in: known), let entity = name.entity {
        found[index].entity = entity
        found[index].name = nil
        found[index].country = name.country
        found[index].isStrong = true
        if case .surface(let surface) = name.source { found[index].context = .name(surface) }
      } else if case .words(let span, _, _) = found[index].name {
        found[index].name = section.name(span.range, idEnd: bare, of: .organisation)
      }
    }
  }

  /// The token after the name's last word that is no legal form; the candidate's end when there is no other word.
  private func endWithoutForms(_ candidate: Candidate) -> Int {
    var end = candidate.end
    while end > candidate.start, isFormOrSign(section.tokens[end - 1]) { end -= 1 }
    return end > candidate.start ? end : candidate.end
  }

  private func isFormOrSign(_ token: Token) -> Bool {
    token.isWord ? Self.isForm(token) : token.kind == .punctuation
  }

  static func isForm(_ token: Token) -> Bool { forms.contains(token.hash) }

  private func dictionaryName(from start: Int, to end: Int, in known: [Candidate]) -> Candidate? {
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return known[low...].prefix { $0.start == start }.first { $0.end == end && $0.type == .organisation }
  }
}
