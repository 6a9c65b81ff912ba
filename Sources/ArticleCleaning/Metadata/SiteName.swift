import TextScanning

/// The names of a page's site, and titles without these names.
struct SiteName {
  /// The declared names, the best first; empty if the page declares none.
  private(set) var declared: [String] = []
  /// The declared names and the domain of the address, in lower case, with letters and digits only.
  private var keys: Set<String> = []
  /// The same of the texts of links to the root of the site, which may be the name of its author.
  private var linked: Set<String> = []

  /// A site has few names, and each is compared with those before it.
  private static let most = 100

  init(
    _ tree: PageTree, _ meta: MetaTags, _ data: LinkedData, address: String?, _ vocabulary: PageVocabulary
  ) {
    let sites = vocabulary.metaNames.named(.site).flatMap { meta.values($0).prefix(Self.most) }
    let publishers = vocabulary.metaNames.named(.publisher).compactMap { meta.value($0) }
    let titles = Set(vocabulary.metaNames.named(.title).compactMap { meta.value($0) })
    for name in sites + [data.article?.publisher].compactMap({ $0 }) + data.siteNames + publishers {
      let name = MetaTags.folded(PlainText.of(markup: name))
      // Some pages give the title of the article as the name of the application.
      if !sites.contains(name), titles.contains(name) { continue }
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
    addLinks(meta, in: tree)
    keys.remove("")
    linked.remove("")
  }

  /// The host of the address without `www.`; nil if there is no address.
  private(set) var domain: String?

  static func host(_ address: String) -> String? {
    let bytes = address.utf8
    guard
      let slash = zip(bytes.indices, bytes.indices.dropFirst()).first(where: { bytes[$0] == 0x2F && bytes[$1] == 0x2F })
    else { return nil }
    let host = Substring(bytes[slash.1...].dropFirst().prefix { !"/?#:".utf8.contains($0) }).lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.contains(".") ? bare : nil
  }

  /// Whether a text is a declared name of the site or the domain of its address.
  func isName(_ text: String) -> Bool { keys.contains(Self.key(text)) }

  /// Whether a part of a title is a name of the site, the text of a link to its root, or the name of any domain.
  func isTitleName(_ text: String) -> Bool {
    let key = Self.key(text)
    return keys.contains(key) || linked.contains(key) || Self.isDomain(text)
  }

  /// Whether a text differs little from a name: "Example Online" if the declared name is "Example".
  func isNearlyName(_ text: String) -> Bool {
    let key = Self.key(text)
    guard key.utf8.count >= 4, text.utf8.count(where: { $0 == 0x20 }) <= 5 else { return false }
    func isNear(_ name: String) -> Bool {
      let (key, name) = (key.utf8, name.utf8)
      return name.count >= 4 && (name.starts(with: key) || key.starts(with: name))
        && min(name.count, key.count) * 2 >= max(name.count, key.count)
    }
    return keys.contains(where: isNear) || linked.contains(where: isNear)
  }

  /// Whether a text is the name of a domain: `news.example.org`.
  static func isDomain(_ text: String) -> Bool {
    guard text.utf8.count <= 60, !text.contains(" "), let dot = text.lastIndex(of: ".") else { return false }
    let suffix = text[text.index(after: dot)...]
    return dot > text.startIndex && (2...4).contains(suffix.utf8.count) && suffix.utf8.allSatisfy(\.isASCIILetter)
      && text.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 >= 0x80 }
  }

  /// Adds the texts of links to the page at the root of the site, and the descriptions of the images in them.
  private mutating func addLinks(_ meta: MetaTags, in tree: PageTree) {
    for node in meta.rootLinks where isOfSite(tree.arena[tree.attribute(node, .href) ?? 0..<0]) {
      add(titleName: tree.text(of: node, atLeast: Self.longestLinkedName))
      for image in tree.descendants(of: node) where tree.tag(image) == .img {
        if let text = tree.value(image, .alt) { add(titleName: text) }
      }
    }
  }

  /// Adds a name that counts in titles only.
  mutating func add(titleName name: String) {
    let name = MetaTags.folded(name)
    if name.utf8.count <= Self.longestLinkedName { linked.insert(Self.key(name)) }
  }

  /// Whether an address has no host or that of the page's site.
  private func isOfSite(_ address: ArraySlice<UInt8>) -> Bool {
    domain == nil || Self.host(String(decoding: address, as: UTF8.self)).map { $0 == domain } ?? true
  }

  /// In bytes.
  private static let longestLinkedName = 80

  /// Returns the letters and digits of a text in lower case.
  static func key(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count, bytes[at] < 0x80 {
      if bytes[at].isASCIILetter { key.append(bytes[at] | 0x20) } else if bytes[at].isDigit { key.append(bytes[at]) }
      at += 1
    }
    guard at < bytes.count else { return String(decoding: key, as: UTF8.self) }
    let lowered = Scalars.lowered(bytes)
    key.removeAll(keepingCapacity: true)
    at = 0
    while at < lowered.count {
      let scalar = Scalars.decode(lowered, at, lowered.count)
      if lowered[at].isDigit || Scalars.letterCase(scalar.value) != .none {
        key.append(contentsOf: lowered[at..<at + scalar.length])
      }
      at += scalar.length
    }
    return String(decoding: key, as: UTF8.self)
  }
}
