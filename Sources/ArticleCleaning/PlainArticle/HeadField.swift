/// A line "Name: value" above an article, as mail programs, press offices and people who save articles write it.
struct HeadField {
  enum Kind { case title, date, author, publisher, address, tags, other }

  let kind: Kind
  let value: String

  init?(_ text: [UInt8]) {
    guard text.count <= Self.longest, let colon = text.firstIndex(of: UInt8(ascii: ":")), colon <= Self.longestName,
      let kind = Self.kind(of: text[..<colon])
    else { return nil }
    self.kind = kind
    value = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmed
  }

  /// Bytes of the longest line.
  private static let longest = 400
  private static let longestName = 32

  private static func kind(of name: ArraySlice<UInt8>) -> Kind? {
    let name = String(decoding: Scalars.lowered(Array(name)), as: UTF8.self).filter { $0 != "*" }.trimmed
    return name.hasPrefix("x-") ? .other : names[name]
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
    add(
      .other,
      "to|cc|bcc|reply-to|message-id|mime-version|content-type|content-transfer-encoding|content-language|return-path|received|"
        + "delivered-to|importance|priority|attachments|kopie|contact|contacts|media contact|media contacts|press contact|press contacts|"
        + "media inquiries|phone|tel|telephone|mobile|email|e-mail|fax|section|category|word count|length|language|copyright|accessed|"
        + "retrieved|saved|downloaded|embargo|embargoed until|ref|reference|press release no")
    return names
  }()
}

extension String {
  var trimmed: String { String(Substring(self).trimmingSpaces()) }
}
