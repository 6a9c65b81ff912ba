import TextScanning

/// The names of a page's site, and titles without these names.
struct SiteName {
  /// The declared names, the best first; empty if the page declares none.
  private(set) var declared: [String] = []
  /// The declared names and the domain of the address, in lower case, with letters and digits only.
  private var keys: Set<String> = []

  /// A site has few names, and each is compared with those before it.
  private static let most = 100

  init(_ meta: MetaTags, _ data: LinkedData, address: String?, _ vocabulary: PageVocabulary) {
    let sites = vocabulary.metaNames.named(.site).flatMap { meta.values($0).prefix(Self.most) }
    let publishers = vocabulary.metaNames.named(.publisher).compactMap { meta.value($0) }
    for name in sites + [data.article?.publisher].compactMap({ $0 }) + data.siteNames + publishers {
      let name = MetaTags.folded(PlainText.of(markup: name))
      if !name.isEmpty, name.utf8.count <= 80, !declared.contains(name) { declared.append(name) }
      keys.insert(Self.key(name))
    }
    if let host = address.flatMap(Self.host) {
      domain = host
      keys.insert(Self.key(host))
      let labels = host.split(separator: ".")
      if labels.count >= 2 {
        keys.insert(Self.key(labels[..<(labels.count - 1)].joined()))
        keys.insert(Self.key(String(labels[max(0, labels.count - 2)])))
        if labels.count >= 3, labels[labels.count - 2].count <= 3 {
          keys.insert(Self.key(String(labels[labels.count - 3])))
        }
      }
    }
    keys.remove("")
  }

  /// The host of the address without `www.`; nil if there is no address.
  private(set) var domain: String?

  static func host(_ address: String) -> String? {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "//") { rest = rest[scheme.upperBound...] } else { return nil }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.contains(".") ? bare : nil
  }

  func isName(_ text: String) -> Bool { keys.contains(Self.key(text)) }

  private static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: text.utf8.lazy.filter { $0.isASCIILetter || $0.isDigit }.map { $0.isDigit ? $0 : $0 | 0x20 },
        as: UTF8.self)
    }
    let bytes = Array(text.utf8)
    var key: [UInt8] = []
    var at = 0
    let lowered = Scalars.lowered(bytes)
    while at < lowered.count {
      let scalar = Scalars.decode(lowered, at, lowered.count)
      if lowered[at].isDigit || Scalars.letterCase(scalar.value) != .none {
        key.append(contentsOf: lowered[at..<at + scalar.length])
      }
      at += scalar.length
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Returns the title without the name of the site before or after it.
  ///
  /// - Parameter guessing: whether the last part is taken for the name of the site if no part is one and a hard mark
  ///   precedes it.
  func stripped(from title: String, guessing: Bool = true) -> String {
    var parts = Self.parts(of: title)
    guard parts.count > 1 else { return title }
    while parts.count > 1, let last = parts.last, isName(last.text) || nearlyName(last.text) { parts.removeLast() }
    while parts.count > 1, let first = parts.first, isName(first.text) { parts.removeFirst() }
    // A bar, a guillemet or a middle dot separates title and site even if the page declares no name.
    if guessing, parts.count > 1, let last = parts.last, last.isHardBreak, Self.wordCount(last.text) <= 5,
      Self.wordCount(title) - Self.wordCount(last.text) >= 3
    {
      parts.removeLast()
      while parts.count > 1, let last = parts.last, last.isHardBreak, Self.wordCount(last.text) <= 2 {
        parts.removeLast()
      }
    }
    guard let first = parts.first, let last = parts.last else { return title }
    return MetaTags.folded(String(title[first.range.lowerBound..<last.range.upperBound]))
  }

  /// Whether a text differs little from a name: "Example Online" if the declared name is "Example".
  private func nearlyName(_ text: String) -> Bool {
    let key = Self.key(text)
    guard key.count >= 4, Self.wordCount(text) <= 6 else { return false }
    return keys.contains { name in
      name.count >= 4 && (name.hasPrefix(key) || key.hasPrefix(name))
        && min(name.count, key.count) * 2 >= max(name.count, key.count)
    }
  }

  private static func wordCount(_ text: String) -> Int {
    text.utf8.split(separator: 0x20).count { $0.contains { $0.isASCIILetter || $0.isDigit || $0 >= 0xC3 } }
  }

  private struct Part {
    var text: String
    var range: Range<String.Index>
    /// Whether the mark before the part is one that titles seldom contain.
    var isHardBreak: Bool
  }

  /// Returns the parts of the title between marks with spaces around them.
  private static func parts(of title: String) -> [Part] {
    guard title.utf8.contains(where: { $0 >= 0x80 || "|->:/~*".utf8.contains($0) }) else {
      return [Part(text: title, range: title.startIndex..<title.endIndex, isHardBreak: false)]
    }
    var parts: [Part] = []
    var start = title.startIndex
    var isHard = false
    var at = title.startIndex
    func close(_ end: String.Index) {
      let text = MetaTags.folded(String(title[start..<end]))
      if !text.isEmpty { parts.append(Part(text: text, range: start..<end, isHardBreak: isHard)) }
    }
    while at < title.endIndex {
      let next = title.index(after: at)
      let character = title[at]
      let standsAlone =
        at > title.startIndex && next < title.endIndex && title[title.index(before: at)] == " " && title[next] == " "
      let isBar = character == "|" || character == "｜"
      if isBar || standsAlone && "|-–—»«·•:>/~*".contains(character) {
        close(at)
        start = next
        isHard = "|｜»«·•>".contains(character)
      }
      at = next
    }
    close(title.endIndex)
    return parts
  }
}
