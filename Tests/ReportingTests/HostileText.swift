import TestSupport

/// The worst text that an archive may contain, from a generator with a fixed seed.
enum HostileText {
  static let fragments = [
    "=HYPERLINK(\"http://x\",\"y\")", "<script>alert(1)</script>", "](javascript:alert(1))", "[a](b \"c\")", "![i](u)",
    "|", "||",
    "\n", "\r\n", "\n\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{2028}",
    "\u{FEFF}", "\u{200B}", "\"", "'", "\\", "`", "```", "~~~", "***", "__", "# ", "- ", "+1", "1. ", "> ", "---",
    "===", "<!--",
    "-->", "]]>", "<![CDATA[", "&amp;", "&#60;", "&", "<", ">", "$x$", "{{x}}", "[[x]]", "[^1]", ":smile:", "@name",
    "#12",
    "http://example.org/?a=b&c", "www.example.org", "a@example.org", "<https://x>", "\\|", "\\\\", "%0A", "-2+3",
    "@SUM(A1)",
    "plain words", "Кириллица", "عربى", "日本語", "e\u{301}", "👩‍👩‍👧", "\u{10FFFF}", " ", "  ", "a", "0", "\u{A0}", "—",
    "</style>", "</svg>", "</title>", "javascript:", "data:text/html,", "url(x)", "onload=", "}", "{", ";", ",", "%",
    "^", "~",
  ]

  static func random(using generator: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      text += fragments[Int.random(in: 0..<fragments.count, using: &generator)]
    }
    return text
  }

  /// Whether a scalar is a harmful control character: C0, DEL, C1, line separators, bidirectional controls.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
