package import NewsModel

/// The fingerprints of everything on a page that its site may repeat.
package struct PageFingerprints: Sendable {
  let source: String
  let day: Day?
  let blocks: Set<TemplateFingerprint>
  /// The sentences of the main text that may be standing notices.
  let sentences: Set<UInt64>
  let headline: TemplateFingerprint?
  let text: PageText

  package init(of document: Document) {
    let before = Block.beforeTemplates(document.blocks)
    source = document.source
    day = document.published?.day
    blocks = Set(before.compactMap { TemplateFingerprint(of: $0.text) })
    sentences = Set(
      before.lazy.filter(NoticeRule.mayHold).flatMap { NoticeSentence.all(in: $0.text).compactMap(\.hash) })
    headline = document.title.flatMap { TemplateFingerprint(of: $0) }
    text = PageText(of: document)
  }
}
