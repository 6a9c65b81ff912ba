package import NewsModel

/// The fingerprints of everything on a page that its site may repeat.
package struct PageFingerprints: Sendable {
  let source: String
  let blocks: Set<TemplateFingerprint>
  let headline: TemplateFingerprint?
  let text: PageText

  package init(of document: Document) {
    source = document.source
    blocks = Set(document.blocks.compactMap { TemplateFingerprint(of: $0.text) })
    headline = document.title.flatMap { TemplateFingerprint(of: $0) }
    text = PageText(of: document)
  }
}
