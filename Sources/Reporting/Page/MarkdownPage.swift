import NewsModel

/// A page as Markdown for GitHub and Obsidian, with front matter.
struct MarkdownPage {
  private var text = ""

  static func bytes(_ page: Page) -> [UInt8] {
    var markdown = MarkdownPage()
    markdown.write(page)
    return Array(markdown.text.utf8)
  }

  private mutating func write(_ page: Page) {
    text += "---\n"
    for (key, value) in page.facts { text += "\(key): \(yaml(value))\n" }
    text += "---\n\n# \(page.title.markdownEscaped)\n"
    page.lead.forEach { write($0) }
    for section in page.sections {
      text += "\n## \(section.title.markdownEscaped)\n"
      section.elements.forEach { write($0) }
    }
  }

  /// Writes a value of the front matter as JSON, because a JSON string is also a YAML string.
  private func yaml(_ value: Cell) -> String {
    guard case .text(let text) = value else { return value == .null ? "null" : value.plain }
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private mutating func write(_ element: Page.Element) {
    text += "\n"
    switch element {
    case .paragraph(let inlines): text += line(inlines) + "\n"
    case .notice(let inlines): text += "> \(line(inlines))\n"
    case .heading(let inlines): text += "### \(line(inlines))\n"
    case .list(let items): for item in items { text += "- \(line(item))\n" }
    case .table(let table): write(table)
    case .chart(let chart): text += "![\(chart.title.markdownEscaped)](\(chart.path))\n"
    case .commands(let commands):
      let longest = commands.map(\.longestRunOfBackticks).max() ?? 0
      let fence = String(repeating: "`", count: max(3, longest + 1))
      text += "\(fence)sh\n\(commands.map(\.visiblyEscaped).joined(separator: "\n"))\n\(fence)\n"
    }
  }

  private mutating func write(_ table: Page.Table) {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    text += row(table.columns.map(\.title.markdownEscaped))
    text += row(table.columns.map { $0.kind == .number ? "---:" : "---" })
    for cells in table.rows { text += row(cells.map(line)) }
  }

  private func line(_ inlines: [Page.Inline]) -> String {
    var line = ""
    for inline in inlines {
      switch inline {
      case .text(let text): line += pieceEscaped(text)
      case .strong(let text): if !text.onOneLine.isEmpty { line += "**\(text.markdownEscaped)**" }
      case .link(let text, let target): line += "[\(text.markdownEscaped)](\(target))"
      case .address(let text, let url):
        let visible = text.markdownEscaped
        line += url.flatMap(WebAddress.safe).map { "[\(visible)](\($0))" } ?? visible
      case .anchor(let name): line += "<a id=\"\(name)\"></a>"
      }
    }
    return line
  }

  /// Escapes a piece of a line and keeps the spaces at its ends.
  private func pieceEscaped(_ text: String) -> String {
    let inside = text.markdownEscaped
    guard !inside.isEmpty else { return text.isEmpty ? "" : " " }
    return (text.first == " " ? " " : "") + inside + (text.last == " " ? " " : "")
  }
}

extension String {
  fileprivate var longestRunOfBackticks: Int {
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
