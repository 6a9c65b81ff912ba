/// The language of a page's article.
///
/// If the text shows the language, it decides, because sites declare the language of their templates. Otherwise the
/// first declared language counts: `<html lang>`, the `<meta>` elements, JSON-LD.
struct PageLanguage {
  /// ISO 639-1; nil if neither the text nor a declaration shows it.
  let code: String?
  /// How the page's readers write 3/2/2013.
  let dateOrder: DateScanner.Order

  init(_ main: MainText, from block: Int, _ meta: MetaTags, _ data: LinkedData, domain: String?) {
    let tree = main.tree
    let root = tree.first(.html)
    let declared =
      ([root.flatMap { tree.value($0, .lang) ?? tree.value($0, .xmlLang) }]
      + main.vocabulary.metaNames.named(.language).map { meta.value($0) } + [data.article?.language])
      .compactMap { $0 }.filter { !$0.isEmpty }
    let prose = Self.prose(main, from: block)
    let code =
      LanguageGuess(prose, 0..<prose.count, main.vocabulary).code ?? declared.lazy.compactMap(Self.twoLetters).first
    self.code = code
    let isAmerican = code == "en" || code == nil
    let region = declared.lazy.compactMap(Self.region).first
    let suffix = domain?.split(separator: ".").last.map(String.init)
    if !isAmerican || Self.dayFirstDomains.contains(suffix ?? "")
      || region.map({ $0 != "us" && $0 != "en" && $0 != "ph" }) ?? false
    {
      dateOrder = .dayFirst
    } else {
      dateOrder = .monthFirst
    }
  }

  /// Returns the paragraphs after the title, as many as are used for a guess.
  private static func prose(_ main: MainText, from first: Int) -> [UInt8] {
    var text: [UInt8] = []
    for block in main.page.blocks[min(first, main.page.blocks.count)...]
    where block.end - block.start >= 60 && block.linkBytes * 2 < block.end - block.start {
      text.append(contentsOf: main.page.text[block.start..<block.end])
      text.append(0x0A)
      if text.count >= LanguageGuess.sample { break }
    }
    return text
  }

  /// `de` of `de-DE`, `de_AT`, `DE`.
  private static func twoLetters(_ tag: String) -> String? {
    let primary = tag.prefix { $0.isLetter }.lowercased()
    return primary.utf8.count == 2 ? primary : nil
  }

  /// `gb` of `en-GB`.
  private static func region(_ tag: String) -> String? {
    let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    return parts.count == 2 && parts[1].utf8.count == 2 ? String(parts[1]) : nil
  }

  /// The domains of countries where people write English and put the day first.
  private static let dayFirstDomains: Set<String> = [
    "uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "pk", "bd", "lk", "sg", "my", "hk", "mt", "eu",
  ]
}
