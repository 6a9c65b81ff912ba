import Foundation
import NewsModel
import Reporting
import TestSupport
import Testing

/// How external parsers read hostile texts: markdown-it-py, html5lib and Python's XML parser, called by
/// `parse_pages.py`.
///
/// Without Python or its packages, only `EscapingTests` checks the same texts, with our own parsing. Debian has the
/// packages python3-markdown-it and python3-html5lib. `DATELINE_PYTHON` names another interpreter.
@Suite struct ParserTests {
  private static let texts = 10_000
  private static let reports = 60

  @Test func hostileTextsArePlainTextsToOtherParsers() throws {
    let folder = try TemporaryFolder()
    try writeTexts(to: folder)
    try write(SyntheticReport.report(), to: folder, "harmless")
    var random = SplitMix64(seed: 5)
    for number in 0..<Self.reports {
      try write(SyntheticReport.hostile(using: &random), to: folder, "hostile/\(number)")
    }

    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/parse_pages.py"
    let python = ProcessInfo.processInfo.environment["DATELINE_PYTHON"] ?? "python3"
    let outcome = try Program(path: "/usr/bin/env").run([python, script, folder.path])
    let isMissing = outcome.status == 77 || outcome.status == 127
    guard !isMissing else { return print("not parsed: \(outcome.output)\(outcome.errors)") }
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output == "\(Self.reports * 4) pages and \(Self.texts) texts\n")
  }

  private func write(_ report: WeeklyReport, to folder: TemporaryFolder, _ name: String) throws {
    for file in ReportPages.files(for: report) { try folder.write("\(name)/\(file.path)", file.bytes) }
  }

  private func writeTexts(to folder: TemporaryFolder) throws {
    var random = SplitMix64(seed: 6)
    let texts = (0..<Self.texts).map { _ in HostileText.random(using: &random) }
    let plain = texts.map(\.onOneLine)
    try folder.write("texts.json", Array(JSONEncoder().encode(plain)))
    var table: [UInt8] = []
    var format = MarkdownFormat()
    format.begin(["text", "more"], into: &table)
    for text in texts { format.append([.text(text), .integer(1)], into: &table) }
    try folder.write("texts-cells.md", table)
    let lines = texts.filter { !$0.onOneLine.isEmpty }.map(\.markdownEscaped)
    try folder.write("texts-paragraphs.md", lines.joined(separator: "\n\n") + "\n")
    try folder.write("texts-headings.md", lines.map { "## \($0)" }.joined(separator: "\n\n") + "\n")
    try folder.write("texts-items.md", lines.map { "- \($0)\n" }.joined())
    let page =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><title>t</title></head><body>\n"
      + texts.map { "<p title=\"\($0.xmlEscaped)\">\($0.xmlEscaped)</p>\n" }.joined() + "</body></html>\n"
    try folder.write("texts.html", page)
  }
}
