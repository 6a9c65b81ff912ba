import NewsModel
import TextScanning

/// The title of a page's article, without the site's name.
///
/// Pages name the title in many places, which seldom agree exactly. Readers saw the heading above the text. The
/// declared titles (`DeclaredTitles`) show which heading that is (`PageHeadings`), and are used if there is none.
struct PageTitle {
  private(set) var text: String?
  /// The element of the heading; nil if the title was not read from a heading.
  private(set) var heading: PageTree.Node?

  init(_ main: MainText, _ meta: MetaTags, _ data: LinkedData, site: SiteName) {
    let written = DeclaredTitles.written(main.tree, meta, data, main.vocabulary)
    var site = site
    var headings = PageHeadings(main, site: site).all
    if let name = Self.nameOfSite(among: headings, titles: written, main) {
      site.add(titleName: name)
      headings.removeAll { site.isTitleName($0.text) }
    }
    let declared = DeclaredTitles(written, site: site, headings: headings)
    if let best = Self.best(of: headings, declared) {
      text = declared.spelling(of: best, site: site)
      heading = best.node
    } else {
      // The title of a home page is the name of the site.
      text =
        declared.titles.first?.text
        ?? [.title, .h1].lazy.map { DeclaredTitles.first($0, of: main.tree) }.first { !$0.isEmpty }
    }
  }

  private static func best(of headings: [PageHeading], _ declared: DeclaredTitles) -> PageHeading? {
    var best: PageHeading?
    var bestScore = 0.0
    for heading in headings {
      let agreement = declared.titles.reduce(0.0) { max($0, Self.agreement(of: heading, with: $1.words)) }
      // A heading that agrees with no declared title counts only if it is an `h1`.
      if agreement == 0, heading.rank > 1 || !declared.titles.isEmpty && !heading.standsAlone { continue }
      let score = agreement + heading.weight
      if score > bestScore { (best, bestScore) = (heading, score) }
    }
    return best
  }

  /// Returns how well a heading agrees with a declared title, 0 to 3. Most of its words must be in the declared title,
  /// and it must have a good part of that title's words.
  private static func agreement(of heading: PageHeading, with other: Set<UInt64>) -> Double {
    guard !other.isEmpty else { return 0 }
    let shared = Double(heading.words.count { other.contains($0) })
    let own = shared / Double(heading.words.count)
    let whole = shared / Double(other.count)
    return own >= (heading.rank == 1 ? leastOwnShareOfMain : leastOwnShare) && whole >= leastWholeShare
      ? 2 * own + whole : 0
  }

  /// The least share of its words that a declared title must have: of an `h1`, which is seldom anything but the title,
  /// and of other headings.
  private static let leastOwnShareOfMain = 0.4
  private static let leastOwnShare = 0.6
  private static let leastWholeShare = 0.25

  /// Returns the first of two headings that together are a declared title, if other text stands between them. It is the
  /// name of the site or of the section, and the article follows the second one. Two headings in a row are a headline
  /// and its subtitle.
  private static func nameOfSite(among headings: [PageHeading], titles: [String], _ main: MainText) -> String? {
    let keys = headings.map { SiteName.key($0.text) }
    let titles = titles.map(SiteName.key)
    for title in titles {
      for (index, key) in keys.enumerated() where key.utf8.count < title.utf8.count && !titles.contains(key) {
        let rest =
          title.hasPrefix(key) ? title.dropFirst(key.count) : title.hasSuffix(key) ? title.dropLast(key.count) : ""
        guard !rest.isEmpty, let other = keys[(index + 1)...].firstIndex(of: String(rest)) else { continue }
        let end = main.page.range(of: headings[index].node, in: main.tree).upperBound
        let start = main.page.range(of: headings[other].node, in: main.tree).lowerBound
        if start > end, main.prose(end..<start) == 0, main.hasProse(behind: headings[other].node) {
          return headings[index].text
        }
      }
    }
    return nil
  }
}
