import Foundation
import NewsModel
import Reporting
import TestSupport
import Testing

/// Text from the archive is always shown as text. Ten thousand random strings are put into the pages of a few hundred
/// reports, and as many are passed through each escape function.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("=HYPERLINK(\"http://x\")", #"\=HYPERLINK("http\://x")"#), ("<script>", #"\<script\>"#),
    ("a](javascript:b)", #"a\](javascript\:b)"#), ("a|b", #"a\|b"#), ("two\n lines", "two lines"),
    ("# no heading", "\\# no heading"),
    ("1. no list", #"1\. no list"#), ("- no list", #"\- no list"#), ("12:30 - U.S. (AT&T)", #"12\:30 - U.S. (AT\&T)"#),
    ("\u{202E}gnp.exe", #"\\u\{202E\}gnp.exe"#), ("100 % of 3.5", "100 % of 3.5"), ("3.5", "3.5"), ("-2", "-2"),
    ("---", #"\---"#),
    ("www.example.org", #"www\.example.org"#),
  ]) func markdown(_ text: String, _ expected: String) {
    #expect(text.markdownEscaped == expected)
  }

  /// Without its backslashes the result equals the text, and all characters that could be markup have a backslash.
  @Test func tenThousandTextsInMarkdown() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let text = HostileText.random(using: &random)
      let escaped = Array(text.markdownEscaped.utf8)
      var plain: [UInt8] = []
      var i = 0
      while i < escaped.count {
        if escaped[i] == UInt8(ascii: "\\") {
          #expect(i + 1 < escaped.count && isPunctuation(escaped[i + 1]), "\(text)")
          i += 1
        } else {
          #expect(!"`*_[]<>|~$^{}#=@\\\n\r\t".utf8.contains(escaped[i]), "\(text)")
        }
        plain.append(escaped[i])
        i += 1
      }
      #expect(plain == Array(text.onOneLine.utf8), "\(text)")
    }
  }

  @Test func tenThousandTextsInXML() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<10_000 {
      let text = HostileText.random(using: &random)
      let escaped = text.xmlEscaped
      #expect(escaped.unicodeScalars.allSatisfy { !HostileText.isControl($0) && !"<>\"'".unicodeScalars.contains($0) })
      var plain = escaped
      for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        plain = plain.replacingOccurrences(of: entity, with: character)
      }
      #expect(Array(plain.utf8) == Array(text.onOneLine.replacing("\u{10FFFF}", with: "\\u{10FFFF}").utf8), "\(text)")
    }
  }

  /// A page with hostile texts has the same lines, tags and links as one with harmless texts.
  @Test func pagesKeepTheirShape() throws {
    let harmless = shape(of: SyntheticReport.report())
    var random = SplitMix64(seed: 3)
    for number in 0..<100 {
      let report = SyntheticReport.hostile(using: &random)
      #expect(shape(of: report) == harmless)
      try ReportFolderTests.writeOut(ReportPages.files(for: report), to: "hostile/\(number)")
    }
  }

  /// A table keeps its rows and columns, and no cell is a formula.
  @Test func tablesKeepTheirShape() {
    let harmless = ReportTables.rows(of: SyntheticReport.report())
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
      let files = ReportTables.rows(of: SyntheticReport.hostile(using: &random))
      #expect(files.map(\.path) == harmless.map(\.path))
      for (file, other) in zip(files, harmless) {
        let rows = records(file.bytes)
        #expect(rows.map(\.count) == records(other.bytes).map(\.count), "\(file.path)")
        for cell in rows.joined() {
          let isNumber = Double(cell) != nil
          #expect(isNumber || !"=+-@\t\r".utf8.contains(cell.utf8.first ?? 0), "\(file.path): \(cell)")
        }
      }
    }
  }

  @Test func onlyTheWebIsLinked() {
    var report = SyntheticReport.report()
    report.documents = [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "HTTPS://x.example/a b\"<>)",
    ].map {
      DocumentReference(source: "a", title: "t", publisher: nil, day: nil, url: $0)
    }
    let files = ReportPages.files(for: report)
    let markdown = String(decoding: files[0].bytes, as: UTF8.self)
    let html = String(decoding: files[1].bytes, as: UTF8.self)
    for page in [markdown, html] {
      #expect(!page.lowercased().contains("javascript:") && !page.contains("data:text") && !page.contains("file:"))
    }
    #expect(markdown.contains("[t](HTTPS://x.example/a%20b%22%3C%3E%29)"))
    #expect(html.contains("<a href=\"HTTPS://x.example/a%20b%22%3C%3E%29\" rel=\"noopener noreferrer\">"))
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// For each file, the beginnings of its lines, or its tags with the names of their attributes.
  private func shape(of report: WeeklyReport) -> [String] {
    ReportPages.files(for: report).map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.path.hasSuffix(".md") {
        return text.components(separatedBy: "\n").map { String($0.prefix(2)) }.filter { $0 != "" }.map {
          $0.first!.isLetter ? "text" : $0
        }
        .joined(separator: "\n")
      }
      return tags(in: text).filter { !$0.hasPrefix("bdi") && !$0.hasPrefix("/bdi") && $0 != "a href rel" && $0 != "/a" }
        .joined(separator: "\n")
    }
  }

  private func tags(in html: String) -> [String] {
    html.components(separatedBy: "<").dropFirst().map { piece in
      let tag = piece.components(separatedBy: ">")[0]
      let withoutValues = tag.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        .joined()
      return withoutValues.replacingOccurrences(of: "=", with: "")
    }
  }

  /// Parses CSV according to RFC 4180.
  private func records(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte == UInt8(ascii: "\""), i + 1 < bytes.count, bytes[i + 1] == byte {
          cell.append(byte)
          i += 1
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\r") {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == UInt8(ascii: "\n") {
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return rows
  }
}
