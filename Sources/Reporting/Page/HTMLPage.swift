import NewsModel

/// A page as one self-contained HTML file: it includes its style and charts, has no script, and loads nothing from
/// elsewhere.
struct HTMLPage {
  private var text = ""

  static func bytes(_ page: Page) -> [UInt8] {
    var html = HTMLPage()
    html.write(page)
    return Array(html.text.utf8)
  }

  private mutating func write(_ page: Page) {
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'none'">
      <title>\(page.title.xmlEscaped)</title>
      \(page.facts.filter { $0.key != "title" }.map(Self.meta).joined(separator: "\n"))
      <style>
      \(PageStyle.css)
      </style>
      </head>
      <body>
      <main>
      <h1>\(page.title.xmlEscaped)</h1>

      """
    page.lead.forEach { write($0) }
    for (i, section) in page.sections.enumerated() {
      text += "<section aria-labelledby=\"s\(i + 1)\">\n<h2 id=\"s\(i + 1)\">\(section.title.xmlEscaped)</h2>\n"
      section.elements.forEach { write($0) }
      text += "</section>\n"
    }
    text += "</main>\n<footer>\n<dl>\n"
    for (key, value) in page.facts where key != "title" {
      text += "<dt>\(key.xmlEscaped)</dt><dd>\(value.plain.xmlEscaped)</dd>\n"
    }
    text += "</dl>\n</footer>\n</body>\n</html>\n"
  }

  private static func meta(_ key: String, _ value: Cell) -> String {
    "<meta name=\"dateline-\(key.xmlEscaped)\" content=\"\(value.plain.xmlEscaped)\">"
  }

  private mutating func write(_ element: Page.Element) {
    switch element {
    case .paragraph(let inlines): text += "<p>\(line(inlines))</p>\n"
    case .notice(let inlines): text += "<p class=\"notice\" role=\"note\">\(line(inlines))</p>\n"
    case .heading(let inlines): text += "<h3>\(line(inlines))</h3>\n"
    case .list(let items): text += "<ul>\n" + items.map { "<li>\(line($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): write(table)
    case .chart(let chart):
      let narrow = chart.narrow.map { "<div class=\"narrow\">\n\($0)</div>\n" } ?? ""
      text +=
        "<figure>\n" + (narrow.isEmpty ? chart.svg : "<div class=\"wide\">\n\(chart.svg)</div>\n\(narrow)")
        + "</figure>\n"
    case .commands(let commands):
      text += "<pre tabindex=\"0\"><code>\(commands.map(\.xmlEscaped).joined(separator: "\n"))</code></pre>\n"
    }
  }

  private mutating func write(_ table: Page.Table) {
    text += "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table>\n<thead><tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(style(of: column))>\(column.title.xmlEscaped)</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (column, cell) in zip(table.columns, row) {
        text += "<td\(style(of: column))>\(line(cell))</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table></div>\n"
  }

  private func style(of column: Page.Table.Column) -> String {
    switch column.kind {
    case .text: " class=\"t\""
    case .words: " class=\"w\""
    case .number: " class=\"n\""
    case .blocks: " class=\"b\""
    }
  }

  private func line(_ inlines: [Page.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): pieceEscaped(text)
      case .strong(let text): "<strong><bdi>\(text.xmlEscaped)</bdi></strong>"
      case .link(let text, let target): "<a href=\"\(htmlTarget(target).xmlEscaped)\">\(text.xmlEscaped)</a>"
      case .address(let text, let url):
        url.flatMap(WebAddress.safe).map {
          "<a href=\"\($0.xmlEscaped)\" rel=\"noopener noreferrer\"><bdi>\(text.xmlEscaped)</bdi></a>"
        } ?? "<bdi>\(text.xmlEscaped)</bdi>"
      case .anchor(let name): "<span id=\"\(name.xmlEscaped)\"></span>"
      }
    }.joined()
  }

  /// Isolates text whose direction may differ, so that it does not reorder the text beside it.
  private func pieceEscaped(_ text: String) -> String {
    let inside = text.xmlEscaped
    guard !inside.isEmpty else { return text.isEmpty ? "" : " " }
    let piece = inside.utf8.allSatisfy { $0 < 0x80 } ? inside : "<bdi>\(inside)</bdi>"
    return (text.first == " " ? " " : "") + piece + (text.last == " " ? " " : "")
  }

  /// Replaces the name of a Markdown page with that of the HTML page beside it.
  private func htmlTarget(_ target: String) -> String {
    target.hasSuffix(".md") ? String(target.dropLast(3)) + ".html" : target
  }
}
