/// A line "Name: value" above an article, as mail programs, press offices and people who save articles write it.
struct HeadField {
  enum Kind {
    case title, date, author, publisher, address, tags
    /// What databases of the press note of an article: its section, its number of words.
    case record
    /// Of a message, a press office or a file.
    case other
  }

  let kind: Kind
  let value: String

  init?(_ text: [UInt8]) {
    guard text.count <= Self.longest, let colon = text.firstIndex(of: UInt8(ascii: ":")), colon <= Self.longestName,
      let kind = Self.kind(of: text[..<colon]) ?? Self.length(text, colon)
    else { return nil }
    self.kind = kind
    // Quoted, or a list in brackets, in the heads that site generators read.
    value = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmed.within("\"", "\"").within("'", "'")
      .within("[", "]")
  }

  /// Bytes of the longest line.
  private static let longest = 400
  private static let longestName = 32

  private static func kind(of name: ArraySlice<UInt8>) -> Kind? {
    let name = String(decoding: Scalars.lowered(Array(name)), as: UTF8.self).filter { $0 != "*" }.trimmed
    return name.hasPrefix("x-") ? .other : names[name]
  }

  /// "LENGTH: 560 words": of the article, not of a dam.
  private static func length(_ text: [UInt8], _ colon: Int) -> Kind? {
    let line = String(decoding: text, as: UTF8.self).lowercased()
    return line.hasPrefix("length:") && line.hasSuffix("words") ? .record : nil
  }

  private static let names: [String: Kind] = {
    var names: [String: Kind] = [:]
    func add(_ kind: Kind, _ list: String) { for name in list.split(separator: "|") { names[String(name)] = kind } }
    add(.title, "title|headline|subject|titel|betreff|titre|objet|título|asunto|titolo|oggetto|заголовок|тема")
    add(
      .date,
      "date|published|published on|publication date|posted|posted on|updated|last updated|sent|issued|release date|dateline|datum|gesendet|"
        + "fecha|data|дата")
    add(.author, "author|authors|by|byline|from|written by|autor|von|auteur|autore|автор|от")
    add(.publisher, "source|publisher|publication|newspaper|site|website|outlet|quelle|fuente|fonte|источник")
    add(
      .address, "url|link|address|permalink|source url|original url|original|canonical|web|retrieved from|available at")
    add(.tags, "tags|keywords|topics")
    add(.record, "section|word count|load-date|publication-type|graphic")
    add(
      .other,
      "to|cc|bcc|reply-to|message-id|mime-version|content-type|content-transfer-encoding|content-language|return-path|received|"
        + "delivered-to|importance|priority|attachments|kopie|contact|contacts|media contact|media contacts|press contact|press contacts|"
        + "media inquiries|phone|tel|telephone|mobile|email|e-mail|fax|category|language|copyright|accessed|draft|layout|"
        + "retrieved|saved|downloaded|embargo|embargoed until|ref|reference|press release no")
    return names
  }()
}

extension HeadField {
  /// Of an author's; without the account of a mail program: "Jane Doe <jane@example.org>".
  var byline: Byline { Byline("by " + value.prefix { $0 != "<" }) }

  /// The value's parts between commas.
  var list: [String] {
    value.split(whereSeparator: { ",;|".contains($0) }).map { String($0).trimmed.within("\"", "\"") }
      .filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate func within(_ open: Character, _ close: Character) -> String {
    utf8.count > 1 && first == open && last == close ? String(dropFirst().dropLast()) : self
  }

  var trimmed: String { String(Substring(self).trimmingSpaces()) }
}
