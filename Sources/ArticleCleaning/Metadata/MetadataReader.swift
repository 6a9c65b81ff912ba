import NewsModel

/// Reads title, author, dates and the other metadata of a page.
struct MetadataReader {
  var days: BelievableDays

  func read(_ main: MainText, url: String?) -> PageMetadata {
    let tree = main.tree
    let meta = MetaTags(tree)
    let data = LinkedData(tree, scripts: meta.linkedDataScripts)
    var page = PageMetadata()
    page.url =
      meta.canonical.map { MetaTags.folded(tree.string($0)) } ?? meta.value("og:url")
      ?? ForwardingPage.address(in: main)
    let site = SiteName(tree, meta, data, address: url ?? page.url, main.vocabulary)
    let title = PageTitle(main, meta, data, site: site)
    page.title = title.text
    let heading = title.heading ?? tree.first(.h1)
    let headingBlock = heading.map { main.page.range(of: $0, in: tree) }.flatMap { $0.isEmpty ? nil : $0.lowerBound }

    let language = PageLanguage(main, from: headingBlock ?? 0, meta, data, domain: site.domain)
    page.language = language.code
    let dated = DatedPage(
      main: main, meta: meta, data: data, address: url ?? page.url, title: page.title, heading: heading,
      headingBlock: headingBlock)
    let choice = PublicationDateChoice(dated.candidates(order: language.dateOrder).all, days: days)
    page.dates = choice.ranked
    page.dateRefusal = choice.refusal
    let byline = PageByline(main, meta, data, site: site, heading: headingBlock)
    page.author = byline.author
    page.agency = byline.agency
    page.publisher = site.declared.first ?? site.domain
    page.tags = PageTags.tags(main, meta, data, site: site)
    return page
  }
}
