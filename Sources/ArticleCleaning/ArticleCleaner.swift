package import NewsModel

/// Raw documents to documents. Immutable: any thread may call it.
package struct ArticleCleaner: Sendable {
  package init() {}

  package func clean(_ raw: RawDocument) -> Document {
    Document(source: raw.source, problems: raw.problems)
  }
}
