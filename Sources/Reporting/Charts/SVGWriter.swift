/// Writes one SVG chart. It is legible in light and dark mode, has names for screen readers, and contains no script or
/// external reference.
struct SVGWriter {
  let width: Double
  let height: Double
  private var body = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Returns the complete chart.
  ///
  /// - Parameter name: distinguishes the ids of this chart from those of other charts in one HTML page: lower-case
  ///   letters, digits and `-`.
  func chart(name: String, title: String, description: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 \(number(width)) \(number(height))" \
    width="\(number(width))" height="\(number(height))"\(ChartStyle.attributes(of: "")) role="img" aria-labelledby="\(name)-title \(name)-description">
    <title id="\(name)-title">\(title.xmlEscaped)</title>
    <desc id="\(name)-description">\(description.xmlEscaped)</desc>
    <style>
    \(ChartStyle.css)
    </style>
    <rect class="ground"\(ChartStyle.attributes(of: "ground")) width="\(number(width))" height="\(number(height))"/>
    \(body)</svg>

    """
  }

  /// - Parameter anchor: `start`, `middle` or `end`.
  mutating func text(_ text: String, x: Double, y: Double, style: String = "", anchor: String = "start") {
    let classes = style.isEmpty ? "" : classed(style)
    let side = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    body += "<text x=\"\(number(x))\" y=\"\(number(y))\"\(classes)\(side)>\(text.xmlEscaped)</text>\n"
  }

  /// Writes a note in small type under a chart.
  mutating func note(_ lines: [String], y: Double) {
    for (i, line) in lines.enumerated() { text(line, x: 12, y: y + 14 * Double(i), style: "faint") }
  }

  /// Breaks a text at spaces into lines that fit the width.
  static func lines(of text: String, toPixels pixels: Double) -> [String] {
    // Mean width of a letter in 11 px system type, rounded up.
    let most = Int(pixels / 5.8)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= most {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Clears the background for text.
  mutating func ground(x: Double, y: Double, width: Double, height: Double) {
    rectangle(x: x, y: y, width: width, height: height, style: "ground")
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
    body +=
      "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"\(classed(style))/>\n"
  }

  /// - Parameter opacity: 0 to 1.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, style: String, opacity: Double? = nil, tip: String? = nil
  ) {
    let fill = opacity.map { " fill-opacity=\"\(Numbers.fixed($0, 2))\"" } ?? ""
    let start =
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\"\(classed(style))\(fill)"
    body += tip.map { "\(start)><title>\($0.xmlEscaped)</title></rect>\n" } ?? "\(start)/>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, style: String) {
    body += "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"\(classed(style))/>\n"
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], style: String) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    body += "<polyline points=\"\(list)\"\(classed(style))/>\n"
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], style: String) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    body += "<polygon points=\"\(list)\"\(classed(style))/>\n"
  }

  private func classed(_ style: String) -> String { " class=\"\(style)\"" + ChartStyle.attributes(of: style) }

  /// Rounds to a tenth of a pixel, which is finer than anyone can see.
  private func number(_ value: Double) -> String {
    let text = Numbers.fixed(value, 1)
    let ascii = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    return ascii.hasSuffix(".0") ? String(ascii.dropLast(2)) : ascii
  }
}

/// Colours that work on light and dark backgrounds and for readers who cannot distinguish red from green: blue means a
/// rise, orange a fall.
enum ChartStyle {
  private static let light = [
    ("ground", "#fff"), ("ink", "#1f2328"), ("faint", "#59636e"), ("grid", "#d1d9e0"), ("rise", "#0969da"),
    ("fall", "#bc4c00"), ("band", "#eef1f4"),
  ]

  /// The properties that each style paints, with their colours; the style without a name is that of the whole chart.
  private static let paints: [String: [(property: String, colour: String)]] = [
    "": [("fill", "ink")], "faint": [("fill", "faint")], "ground": [("fill", "ground")], "band": [("fill", "band")],
    "grid": [("stroke", "grid")], "zero": [("stroke", "faint")], "curve": [("fill", "none"), ("stroke", "rise")],
    "area": [("fill", "rise")], "dot": [("fill", "rise")], "rise": [("fill", "rise")], "cell": [("fill", "rise")],
    "hollow": [("fill", "ground"), ("stroke", "rise")], "fall": [("fill", "fall")], "burst": [("stroke", "fall")],
    "span-rise": [("stroke", "rise")], "span-fall": [("stroke", "fall")],
  ]

  private static let attributes = paints.mapValues { paints in
    paints.map { property, colour in
      " \(property)=\"\(light.first { $0.0 == colour }?.1 ?? colour)\""
    }.joined()
  }

  /// The light colours as plain attributes, because most programs that convert a chart to a picture do not support
  /// `var()`. Where it is supported, the style sheet takes precedence.
  static func attributes(of style: String) -> String { attributes[style] ?? "" }

  static let css = """
    .chart{\(light.map { "--\($0):\($1)" }.joined(separator: ";"))}
    @media (prefers-color-scheme:dark){.chart{--ground:#0d1117;--ink:#e6edf3;--faint:#9198a1;--grid:#3d444d;--rise:#58a6ff;--fall:#f0883e;--band:#1c222a}}
    .chart text{font:12px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:var(--ink);unicode-bidi:plaintext}
    .chart .faint{fill:var(--faint);font-size:11px}
    .chart .name{font-weight:600}
    .chart .ground{fill:var(--ground)}
    .chart .band{fill:var(--band)}
    .chart .grid{stroke:var(--grid);stroke-width:1}
    .chart .zero{stroke:var(--faint);stroke-width:1}
    .chart .curve{fill:none;stroke:var(--rise);stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
    .chart .area{fill:var(--rise);fill-opacity:.14}
    .chart .dot,.chart .rise,.chart .cell{fill:var(--rise)}
    .chart .hollow{fill:var(--ground);stroke:var(--rise);stroke-width:1.5}
    .chart .fall{fill:var(--fall)}
    .chart .burst{stroke:var(--fall);stroke-width:3}
    .chart .span-rise{stroke:var(--rise);stroke-width:2;stroke-linecap:round}
    .chart .span-fall{stroke:var(--fall);stroke-width:2;stroke-linecap:round}
    """
}

extension String {
  /// The string on one line, escaped for the text and the quoted attributes of XML and HTML. Characters that XML does
  /// not allow are shown as escapes.
  package var xmlEscaped: String {
    var text = ""
    for scalar in onOneLine.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The beginning of the string that fits into this many pixels of a chart's type, with an ellipsis if something is
  /// cut off.
  func cut(toPixels pixels: Double) -> String {
    // Mean width of a letter in 12 px system type, rounded up.
    visiblyEscaped.cut(toTerminalWidth: max(4, Int(pixels / 6.8)))
  }

  /// The same as `cut(toPixels:)`, for bold type.
  func cut(toBoldPixels pixels: Double) -> String {
    visiblyEscaped.cut(toTerminalWidth: max(4, Int(pixels / 7.6)))
  }
}
