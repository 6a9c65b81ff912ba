import ArchiveReading
import NewsModel
import TestSupport
import Testing

/// Numbers in files and lengths of their parts. All are accepted, and whatever is cut is reported.
@Suite struct LimitTests {
  private static let numbers = [
    "9223372036854775807", "9223372036854775806", "4611686018427387904", "9223372036854775808", "-9223372036854775808",
    "-1", "-0", "0", "00", "+5", "1e9", "0x7fffffffffffffff", "99999999999999999999999999", "",
  ]

  @Test("A record may claim any length", arguments: numbers)
  func lengths(number: String) throws {
    let folder = try TemporaryFolder()
    let page = "<!DOCTYPE html><html><body><p>Snow closed the pass.</p></body></html>"
    let warc =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: \(number)\r\n\r\n\(page)\r\n\r\n"
    #expect(try !read(folder.write("a.warc", warc)).isEmpty)
    let arc =
      "filedesc://a.arc 0.0.0.0 20240101000000 text/plain 0\n\n"
      + "http://site.example/ 192.0.2.1 20240304050607 text/html \(number)\n\(page)\n"
    #expect(try !read(folder.write("a.arc", arc)).isEmpty)
    // The length in the version block itself.
    _ = try read(folder.write("b.arc", "filedesc://b.arc 0.0.0.0 20240101000000 text/plain \(number)\n\(page)\n"))
    let chunked =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\(number)\r\n\(page)\r\n"
    for status in [chunked, chunked.replacing("200", with: number)] {
      let answer =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: \(status.utf8.count)\r\n\r\n"
      _ = try read(folder.write("c.warc", answer + status + "\r\n\r\n"))
    }
  }

  @Test(
    "A character reference may name any number",
    arguments: ["&#-1;", "&#-9;", "&#128;", "&#127;", "&#0;", "&#+65;", "&#999999999;", "&#x41;", "&#;", "&;", "&#-0;"])
  func references(reference: String) throws {
    let folder = try TemporaryFolder()
    let element =
      "<REUTERS NEWID=\"\(reference)\"><DATE>\(reference)</DATE><TEXT><TITLE>\(reference)</TITLE><BODY>One\(reference) two.</BODY></TEXT></REUTERS>\n"
    let items = try read(folder.write("a.sgm", element))
    #expect(items.first?.contains("One") == true && items.first?.contains(" two.") == true, "\(items)")
  }

  @Test(
    "A date field may hold any number", arguments: numbers + ["0000-00-00", "99999999", "0001-01-01", "9999-12-31"])
  func dates(number: String) throws {
    let folder = try TemporaryFolder()
    for date in [number, "\(number)-01-01", "2024-\(number)-01", "3 March \(number)", "March \(number), 2024"] {
      let items = try read(
        folder.write("a.jsonl", "{\"text\":\"One.\",\"date\":\"\(date)\",\"fetched\":\"\(date)\"}\n"))
      #expect(items.first?.hasSuffix("| One.") == true)
      #expect(try read(folder.write("b.jsonl", "{\"html\":\"<p>One.\",\"fetched\":\"\(date)\"}\n")).count == 1)
    }
  }

  @Test("Many records with one id take a moment")
  func oneID() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", String(repeating: "{\"id\":\"x\",\"text\":\"One.\"}\n", count: 100_000))
    var names: [String] = []
    let seconds = processorSeconds { names = read(path) }
    #expect(names.count == 199_999 && names[199_997].hasPrefix("a.jsonl#x~100000 |"))
    #expect(seconds < 10, "\(seconds) s")
  }

  @Test("An id that equals the numbered id of another record is made unique")
  func takenNumber() throws {
    let folder = try TemporaryFolder()
    let ids = ["x", "x~2", "x", "x", "x~2", "x~3"]
    let lines = ids.map { "{\"id\":\"\($0)\",\"text\":\"One.\"}\n" }.joined()
    let names = try read(folder.write("a.jsonl", lines)).filter { !$0.hasPrefix("!") }.map {
      $0.split(separator: " ")[0]
    }
    #expect(names == ["a.jsonl#x", "a.jsonl#x~2", "a.jsonl#x~3", "a.jsonl#x~4", "a.jsonl#x~2~2", "a.jsonl#x~3~2"])
  }

  @Test("A long field is cut, and this is reported", arguments: ["title", "url", "author", "tags"])
  func longFields(name: String) throws {
    let folder = try TemporaryFolder()
    let value = String(repeating: "é", count: 1_000_000)
    let items = try read(folder.write("a.jsonl", "{\"text\":\"One.\",\"\(name)\":\"\(value)\"}\n"))
    let field = name == "tags" ? "tag" : name
    #expect(items.last == "! line 1 too-large: the \(field) has 2000000 bytes; its first 8192 were kept")
    if name == "title" { #expect(items[0] == "a.jsonl#1 | \(value.prefix(4096)) | - | One.") }
    let table = try read(folder.write("a.csv", "id,text,\(name)\n1,One.,\(value)\n"))
    #expect(table.count == 2 && table.last == items.last?.replacing("line 1", with: "line 2"))
  }

  @Test("A record with a long id is named by the beginning of the id")
  func longIDs() throws {
    let folder = try TemporaryFolder()
    let id = String(repeating: "n", count: 100_000)
    let short = String(repeating: "n", count: 512)
    let json = try read(
      folder.write("a.jsonl", "{\"id\":\"\(id)a\",\"text\":\"1\"}\n{\"id\":\"\(id)b\",\"text\":\"2\"}\n"))
    #expect(json.filter { !$0.hasPrefix("!") } == ["a.jsonl#\(short) | - | - | 1", "a.jsonl#\(short)~2 | - | - | 2"])
    #expect(json[1] == "! line 1 too-large: the id has 100001 bytes; its first 512 were kept")
    let sgml = try read(folder.write("a.sgm", "<REUTERS NEWID=\"\(id)\"><TEXT><BODY>One.</BODY></TEXT></REUTERS>\n"))
    #expect(
      sgml == ["a.sgm#\(short) | - | - | One.", "! byte 0 too-large: the id has 100000 bytes; its first 512 were kept"])
    let warc =
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <\(id)\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nOne.\r\n\r\n"
    #expect(try read(folder.write("a.warc", warc)).first == "a.warc#<\(short.dropLast()) | text 4 bytes")
  }

  @Test("A record's head may have any number of lines, and a row any number of values")
  func many() throws {
    let folder = try TemporaryFolder()
    let head = (0..<200_000).map { "X-Line-\($0): \($0)\r\n" }.joined()
    let warc =
      "WARC/1.0\r\n\(head)WARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nOne.\r\n\r\n"
    #expect(try read(folder.write("a.warc", warc)) == ["a.warc#0 | text 4 bytes"])
    let row = String(repeating: ",", count: 2_000_000)
    #expect(
      try read(folder.write("a.csv", "id,text\n1,One\n\(row)\n3,Three\n")) == [
        "a.csv#1 | - | - | One", "! line 3 record: a row of 2000001 values under a header of 2",
        "a.csv#3 | - | - | Three",
      ])
    let topics = String(repeating: "<D>oil</D>", count: 100_000)
    #expect(
      try read(
        folder.write(
          "a.sgm", "<REUTERS NEWID=\"1\"><TOPICS>\(topics)</TOPICS><TEXT><BODY>One.</BODY></TEXT></REUTERS>\n"))
        == ["a.sgm#1 | - | - | One."])
  }

  @Test("A wire story of a million short lines keeps its paragraphs")
  func shortLines() throws {
    let folder = try TemporaryFolder()
    let lines = String(repeating: "a\n\n", count: 1_000_000)
    let items = try read(
      folder.write("a.sgm", "<REUTERS NEWID=\"1\"><TEXT><BODY>\(lines) Reuter\n</BODY></TEXT></REUTERS>\n"))
    #expect(items == ["a.sgm#1 | - | - | " + Array(repeating: "a", count: 1_000_000).joined(separator: "\n")])
  }
}
