import Foundation
import NewsModel
import Reporting
import TestSupport
import Testing

@Suite struct RowFormatTests {
  static let columns = ["name", "documents", "share"]
  static let rows: [[Cell]] = [
    [.text("NATO, \"the alliance\""), .integer(12), .real(0.25)],
    [.text("=SUM(A1)\n|x|"), .integer(-3), .null],
  ]

  @Test(arguments: [
    (
      RowFormatName.csv,
      "name,documents,share\r\n\"NATO, \"\"the alliance\"\"\",12,0.25\r\n\"=SUM(A1)\n|x|\",-3,\r\n"
    ),
    (.tsv, "name\tdocuments\tshare\nNATO, \"the alliance\"\t12\t0.25\n=SUM(A1)\\n|x|\t-3\t\\N\n"),
    (
      .json,
      #"""
      [
      {"name":"NATO, \"the alliance\"","documents":12,"share":0.25},
      {"name":"=SUM(A1)\n|x|","documents":-3,"share":null}
      ]

      """#
    ),
    (
      .jsonl,
      #"""
      {"name":"NATO, \"the alliance\"","documents":12,"share":0.25}
      {"name":"=SUM(A1)\n|x|","documents":-3,"share":null}

      """#
    ),
    (
      .markdown,
      #"""
      | name | documents | share |
      | --- | --- | --- |
      | NATO, "the alliance" | 12 | 0.25 |
      | \=SUM(A1) \|x\| | -3 |  |

      """#
    ),
    (
      .table,
      #"""
      name                  documents  share
      ────────────────────  ─────────  ─────
      NATO, "the alliance"         12   0.25
      =SUM(A1)\n|x|                -3

      """#
    ),
  ]) func everyFormat(name: RowFormatName, expected: String) {
    #expect(String(decoding: name.bytes(Self.columns, Self.rows), as: UTF8.self) == expected)
  }

  @Test func noRows() {
    #expect(String(decoding: RowFormatName.json.bytes(["a"], []), as: UTF8.self) == "[]\n")
    #expect(String(decoding: RowFormatName.csv.bytes(["a"], []), as: UTF8.self) == "a\r\n")
    #expect(String(decoding: RowFormatName.table.bytes(["a"], []), as: UTF8.self) == "a\n─\n")
  }

  @Test func aTableIsCutToTheTerminal() {
    let rows: [[Cell]] = [[.text("A long title that nobody has room for"), .integer(1_000_000), .text("日本語の長い名前")]]
    let table = String(decoding: RowFormatName.table.bytes(["title", "n", "name"], rows, width: 40), as: UTF8.self)
    #expect(
      table == """
        title                n  name
        ─────────────  ───────  ────────────────
        A long title…  1000000  日本語の長い名前

        """)
    let wide = table.split(separator: "\n").map { String($0).terminalWidth }
    #expect(wide.allSatisfy { $0 <= 40 })
  }

  @Test func spreadsheetsRunNothingFromAReport() {
    var format = CSVFormat(neutralisesFormulas: true)
    var bytes: [UInt8] = []
    format.append(
      [
        .text("=1+1"), .text(" \t@x"), .text(" @x"), .text("-2"), .integer(-2), .text("a=b"), .text("\u{FF1D}1"),
        .text("\u{202E}=1"),
      ],
      into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "'=1+1,\" \\t@x\",' @x,'-2,-2,a=b,'\u{FF1D}1,\\u{202E}=1\r\n")
  }

  /// Whatever the cells contain, a table on a terminal has one line for each row and no control characters.
  @Test func hostileCellsStayInTheirRow() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<1000 {
      let rows: [[Cell]] = (0..<3).map { _ in
        [.text(HostileText.random(using: &random)), .text(HostileText.random(using: &random))]
      }
      for name in [RowFormatName.table, .tsv, .jsonl, .markdown] {
        let text = String(decoding: name.bytes(["a", "b"], rows, width: 60), as: UTF8.self)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count - 1
        #expect(lines == (name == .jsonl ? 3 : name == .tsv ? 4 : 5), "\(name) \(rows)")
        if name != .tsv {
          #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !HostileText.isControl($0) }, "\(name) \(rows)")
        }
      }
    }
  }
}
