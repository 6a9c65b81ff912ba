import Testing
import TextScanning

@Suite struct DelimitedRowsTests {
  private func rows(
    _ text: String, _ format: DelimitedRows<ArrayBytes>.Format = .init(separator: UInt8(ascii: ",")),
    longest: Int = .max, most: Int = .max
  ) -> [String] {
    var rows = DelimitedRows(ArrayBytes(Array(text.utf8)), format, longest: longest, most: most)
    var found: [String] = []
    while let row = rows.next() {
      let values = row.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
      found.append("\(row.line): \(values) (\(row.count), \(row.length), \(row.ending))")
    }
    return found
  }

  @Test func quotesHoldSeparatorsLineEndsAndQuotes() {
    #expect(
      rows("\u{FEFF}a,b\r\n\"1,2\",\"x \"\"y\"\"\nz\"\n\n,end") == [
        "1: a|b (2, 5, lineEnd)", "2: 1,2|x \"y\"\nz (2, 16, lineEnd)", "4:  (1, 1, lineEnd)",
        "5: |end (2, 4, endOfInput)",
      ])
  }

  @Test func anOpenQuoteIsTold() { #expect(rows("a,\"b\nc") == ["1: a|b\nc (2, 6, unclosedQuotes)"]) }

  @Test func aCarriageReturnAloneEndsRowsWhereAsked() {
    let text = "a\rb\r\nc\r"
    #expect(
      rows(text, .init(separator: UInt8(ascii: ","), endsRowsAtCR: true)) == [
        "1: a (1, 2, lineEnd)", "2: b (1, 3, lineEnd)", "3: c (1, 2, lineEnd)",
      ])
    #expect(rows(text) == ["1: a\rb (1, 5, lineEnd)", "2: c (1, 2, endOfInput)"])
  }

  @Test func aQuoteIsACharacterWhereNoneAreMeant() {
    #expect(
      rows("\"a\tb\"", .init(separator: 9, hasQuotes: false)) == ["1: \"a|b\" (2, 5, endOfInput)"])
  }

  @Test func longRowsAndManyValuesAreCounted() {
    #expect(
      rows("aaaaaa,b\nc,d,e", longest: 6, most: 2) == ["1:  (2, 9, lineEnd)", "2: c|d (3, 5, endOfInput)"])
  }
}
