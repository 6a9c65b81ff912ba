/// Title, author, dates and the rest of what a page says of itself.
struct MetadataReader {
  /// Nil where the page has no `<title>`.
  func title(of page: PageTree) -> String? {
    guard let title = page.first(.title) else { return nil }
    let text = page.text(of: title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
