import ArchiveReading
import NewsModel
import TestSupport
import Testing

@Suite struct HostileInputTests {
  @Test("The readable part of a truncated gzip is kept")
  func cutShort() throws {
    let folder = try TemporaryFolder()
    let page = "<!DOCTYPE html><html><body><p>" + String(repeating: "Text. ", count: 100) + "</p></body></html>"
    // The content begins after the 10 bytes of the gzip header and the 5 bytes of the block header.
    let cut = Array(gzipped(page).prefix(15 + 300))
    #expect(
      try read(folder.write("a.html.gz", cut)) == [
        "a.html.gz | page 300 bytes",
        "! byte 315 truncated: the gzip data is cut short; 300 bytes of content could be read",
      ])
    #expect(
      try read(folder.write("b.gz", Array(cut.prefix(12)))) == [
        "! byte 12 truncated: the gzip data is cut short; 0 bytes of content could be read"
      ])
    let lines = gzipped("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")
    #expect(
      try read(folder.write("a.jsonl.gz", Array(lines.prefix(15 + 25)))) == [
        "a.jsonl.gz#1 | - | - | One.",
        "! byte 40 truncated: the gzip data is cut short; 25 bytes of content could be read",
      ])
  }

  @Test("Truncation of a gzip at any place is reported, and nothing before it is lost", arguments: 0..<60)
  func everyCut(length: Int) throws {
    let folder = try TemporaryFolder()
    let whole = gzipped("The reactor was restarted.\n") + gzipped("On Monday.\n")
    let items = try read(folder.write("a.txt.gz", Array(whole.prefix(length))))
    switch length {
    case 0: #expect(items == ["! empty: no bytes"])
    case 1: #expect(items.count == 1, "one byte is no gzip yet: \(items)")
    case 50: #expect(items == ["a.txt.gz | text 27 bytes"], "between two members")
    default:
      #expect(items.last?.hasPrefix("! byte \(length) truncated") == true)
      let kept = max(0, min(27, length - 15)) + max(0, min(11, length - 65))
      #expect(items.count == 1 || items[0] == "a.txt.gz | text \(kept) bytes")
    }
  }

  @Test("Damage inside a gzip is reported with its place")
  func damaged() throws {
    let folder = try TemporaryFolder()
    var wrong = gzipped("The reactor was restarted.\n")
    wrong[wrong.count - 8] ^= 1
    #expect(
      try read(folder.write("a.gz", wrong)).map { $0.replacing(#/byte \d+/#, with: "byte N") } == [
        "a.gz | text 27 bytes",
        "! byte N damaged: the gzip data is damaged: incorrect data check; 27 bytes of content could be read",
      ])
    #expect(
      try read(folder.write("b.gz", gzipped("Text.") + Array("trailing".utf8))) == [
        "b.gz | text 5 bytes",
        "! byte 28 damaged: the gzip data is damaged: other data follows it; 5 bytes of content could be read",
      ])
    #expect(
      try read(folder.write("c.gz", gzipped("Text.") + [0, 0, 0] + gzipped(" More."))) == ["c.gz | text 11 bytes"],
      "zeros between members are padding")
  }

  @Test("A page larger than the limit keeps its first part")
  func largePage() throws {
    let folder = try TemporaryFolder()
    let page = Array("<html><body>".utf8) + [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(
      try read(folder.write("a.html", page), limits: ReadingLimits(document: 1_000_000)) == [
        "a.html | page 1000000 bytes",
        "! byte 1000000 too-large: longer than 1000000 bytes; the first part was kept",
      ])
    #expect(
      try read(folder.write("b.html", page), limits: ReadingLimits(document: page.count)) == [
        "b.html | page \(page.count) bytes"
      ])
  }

  @Test("Reading stops at the limit in two gigabytes of zeros after the beginning of a page")
  func bomb() throws {
    let folder = try TemporaryFolder()
    let bomb = try gzippedZeros(times: 32)
    #expect(
      try read(folder.write("a.html.gz", gzipped("<html><body>") + bomb)) == [
        "a.html.gz | page 16777216 bytes",
        "! byte 16777216 too-large: longer than 16777216 bytes; the first part was kept",
      ])
    #expect(try read(folder.write("b.gz", bomb)) == ["! unknown-format: nothing but zero bytes"])
  }

  @Test("A record larger than the limit is left out, and the next ones are read")
  func largeRecord() throws {
    let folder = try TemporaryFolder()
    let limits = ReadingLimits(record: 1_000_000)
    let long = String(repeating: "a", count: 5_000_000)
    #expect(
      try read(
        folder.write("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"Three.\"}\n"), limits: limits)
        == [
          "a.jsonl#1 | - | - | One.",
          "! line 2 too-large: a line of 5000012 bytes, longer than 1000000; it was left out",
          "a.jsonl#3 | - | - | Three.",
        ])
    #expect(
      try read(folder.write("a.csv", "id,text\n1,One\n2,\"\(long)\"\n3,Three\n"), limits: limits) == [
        "a.csv#1 | - | - | One",
        "! line 3 too-large: a row of more than 5000005 bytes, longer than 1000000; it was left out",
        "a.csv#3 | - | - | Three",
      ])
    let element = "<REUTERS NEWID=\"1\"><TEXT><BODY>One.</BODY></TEXT></REUTERS>\n"
    #expect(
      try read(folder.write("a.sgm", element + "<REUTERS>" + long + "</REUTERS>\n" + element), limits: limits) == [
        "a.sgm#1 | - | - | One.",
        "! byte 59 too-large: an element of 5000020 bytes, longer than 1000000; it was left out",
        "a.sgm#1~2 | - | - | One.", "! byte 5000080 duplicate-source: NEWID 1 comes again in this file",
      ])
    #expect(
      try read(
        folder.write("a.json", "[{\"text\":\"One.\"},\n{\"text\":\"\(long)\"},\n{\"text\":\"Three.\"}]"), limits: limits
      )
        == [
          "a.json#1 | - | - | One.",
          "! byte 18 too-large: an object of 5000011 bytes, longer than 1000000; it was left out",
          "a.json#3 | - | - | Three.",
        ])
  }

  @Test("A record that ends anywhere between two chunks comes out whole", arguments: 0..<12)
  func chunkBorders(shift: Int) throws {
    let folder = try TemporaryFolder()
    // Chunks have 128 KiB. The end of the first element is moved across the border between two chunks, byte by byte.
    let filler = String(repeating: "a", count: (128 << 10) - 60 + shift)
    let path = try folder.write(
      "a.sgm",
      "<REUTERS NEWID=\"1\"><TEXT><BODY>\(filler)</BODY></TEXT></REUTERS>\n<REUTERS NEWID=\"2\"><TEXT><BODY>Two.</BODY></TEXT></REUTERS>\n"
    )
    #expect(read(path) == ["a.sgm#1 | - | - | \(filler)", "a.sgm#2 | - | - | Two."])
  }

  @Test("Any number of unclosed brackets is rejected")
  func depth() throws {
    let folder = try TemporaryFolder()
    for (opening, column) in [("[", 203), ("{\"a\":", 1003)] {
      let line = "{\"a\":" + String(repeating: opening, count: 1_000_000)
      let expected = opening == "[" ? "! line 1 record: no JSON object: nested more than 200 deep at column 206" : nil
      let items = try read(folder.write("a.jsonl", line + "\n{\"text\":\"Two.\"}\n"))
      #expect(items.count == 2 && items[1] == "a.jsonl#2 | - | - | Two.", "\(column)")
      #expect(items[0].hasPrefix("! line 1 record: no JSON object: nested more than 200 deep"))
      if let expected { #expect(items[0].hasPrefix(String(expected.prefix(60)))) }
    }
    let list = "{\"text\":\"One.\",\"tags\":[" + String(repeating: "\"t\",", count: 1_000_000) + "\"t\"]}"
    #expect(try read(folder.write("b.jsonl", list)) == ["b.jsonl#1 | - | - | One."])
  }

  @Test("A missing file, a folder, a pipe")
  func unopenable() throws {
    let folder = try TemporaryFolder()
    #expect(read(folder.path + "/none") == ["! missing: cannot be opened: No such file or directory"])
    #expect(read(folder.path) == ["! not-a-regular-file: not a regular file"])
    #expect(read("/dev/zero") == ["! not-a-regular-file: not a regular file"])
  }

  @Test("Reading damaged bytes twice gives the same result", arguments: 0..<200)
  func noise(seed: Int) throws {
    let folder = try TemporaryFolder()
    // A linear congruential generator (Knuth, MMIX), so that the damage is the same in each run.
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let originals = [
      gzipped("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"),
      Array("{\"id\":1,\"text\":\"One \\u00e9.\"}\n{\"text\":[{}]}\n".utf8),
      Array("id,text\n1,\"One\"\n2,Two\n".utf8),
      Array("<REUTERS NEWID=\"1\"><DATE>2-MAR-1987</DATE><TEXT><BODY>One &amp; two.</BODY></TEXT></REUTERS>\n".utf8),
      Array("[\n{\"text\":\n\"One.\"},{\"text\":\"Two.\"}]".utf8),
    ]
    var bytes = originals[seed % originals.count]
    for _ in 0..<1 + next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
    let path = try folder.write("a", bytes)
    #expect(read(path) == read(path))
    #expect(!read(path).isEmpty || bytes.allSatisfy { $0 <= 0x20 } || format(path) == "csv")
  }
}
