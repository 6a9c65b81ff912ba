import ArchiveReading
import NewsModel
import TestSupport
import Testing

@Suite struct WebArchiveTests {
  private let page = "<!DOCTYPE html><html><body><p>The reactor was restarted.</p></body></html>"

  private func record(_ type: String, id: String, _ block: [UInt8], headers: String = "", version: String = "1.0")
    -> [UInt8]
  {
    Array(
      "WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\nWARC-Date: 2024-03-04T05:06:07Z\r\nWARC-Target-URI: <http://site.example/\(id)>\r\n\(headers)Content-Length: \(block.count)\r\n\r\n"
        .utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func answer(
    _ body: [UInt8], _ headers: String = "Content-Type: text/html; charset=utf-8\r\n", status: String = "200 OK"
  )
    -> [UInt8]
  {
    Array("HTTP/1.1 \(status)\r\n\(headers)\r\n".utf8) + body
  }

  @Test("Responses, resources and conversions are documents; other records are ignored")
  func kinds() throws {
    let folder = try TemporaryFolder()
    let html = Array(page.utf8)
    let records = [
      record(
        "warcinfo", id: "0", Array("software: a crawler\r\n".utf8), headers: "Content-Type: application/warc-fields\r\n"
      ),
      record("request", id: "1", Array("GET / HTTP/1.1\r\nHost: site.example\r\n\r\n".utf8)),
      record("response", id: "2", answer(html), headers: "Content-Type: application/http; msgtype=response\r\n"),
      record("response", id: "3", answer(html, status: "404 Not Found")),
      record("response", id: "4", answer([0x89, 0x50, 0x4E, 0x47], "Content-Type: image/png\r\n")),
      record("resource", id: "5", html, headers: "Content-Type: text/html\r\n", version: "1.1"),
      record("conversion", id: "6", Array("The reactor was restarted.".utf8), headers: "Content-Type: text/plain\r\n"),
      record("response", id: "7", answer(html, "Server: none\r\n")),
      record("revisit", id: "8", answer([])),
      record("metadata", id: "9", Array("a: b".utf8)),
    ]
    let expected = [
      "#urn:uuid:2 | page \(html.count) bytes", "#urn:uuid:5 | page \(html.count) bytes", "#urn:uuid:6 | text 26 bytes",
      "#urn:uuid:7 | page \(html.count) bytes",
    ]
    let plain = Array(records.joined())
    #expect(try read(folder.write("a.warc", plain)) == expected.map { "a.warc" + $0 })
    #expect(
      try read(folder.write("a.warc.gz", Array(records.map(gzipped).joined()))) == expected.map { "a.warc.gz" + $0 })
    #expect(
      try read(folder.write("b.warc.gz", gzipped(plain))) == expected.map { "b.warc.gz" + $0 }, "gzipped as a whole")
  }

  @Test("A page knows its address, its day and its encoding")
  func whatPagesKnow() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.warc",
      record("response", id: "2", answer(Array(page.utf8), "content-type: text/HTML; Charset=\"windows-1251\"\r\n")))
    var pages: [RawDocument.Page] = []
    try ArchiveReader().open(ArchiveFile(source: "a.warc", path: path)).read { item in
      if case .document(let document) = item, case .page(let page) = document.content { pages.append(page) }
    }
    #expect(pages.map(\.bytes) == [Array(page.utf8)])
    #expect(pages.map(\.url) == ["http://site.example/2"])
    #expect(pages.map(\.charset) == ["windows-1251"])
    #expect(pages.map(\.fetched) == [Day(year: 2024, month: 3, day: 4)])
  }

  @Test("Chunked and compressed bodies are decoded, and wrong headers are ignored")
  func bodies() throws {
    let folder = try TemporaryFolder()
    let html = Array(page.utf8)
    var chunks = Array("5;x=y\r\n".utf8)
    chunks += html[..<5]
    chunks += Array("\r\n\(String(html.count - 5, radix: 16))\r\n".utf8)
    chunks += html[5...]
    chunks += Array("\r\n0\r\n\r\n".utf8)
    let type = "Content-Type: text/html\r\n"
    let bodies: [([UInt8], String)] = [
      (chunks, "Transfer-Encoding: chunked\r\n"), (html, "Transfer-Encoding: chunked\r\n"),
      (gzipped(page), "Content-Encoding: gzip\r\n"), (html, "Content-Encoding: gzip\r\n"),
      (html, "Content-Encoding: br\r\n"),
    ]
    for (index, (body, headers)) in bodies.enumerated() {
      let path = try folder.write("\(index).warc", record("response", id: "2", answer(body, type + headers)))
      #expect(read(path) == ["\(index).warc#urn:uuid:2 | page \(html.count) bytes"], "\(headers)")
    }
    #expect(
      try read(
        folder.write(
          "cut.warc",
          record("response", id: "2", answer(Array(gzipped(page).prefix(45)), type + "Content-Encoding: gzip\r\n"))))
        == [
          "cut.warc#urn:uuid:2 | page 30 bytes", "! byte 0 truncated: the packed body is cut short",
        ])
    #expect(
      try read(
        folder.write("br.warc", record("response", id: "2", answer([1, 2, 3], type + "Content-Encoding: br\r\n")))) == [
          "br.warc#urn:uuid:2 | page 0 bytes", "! byte 0 damaged: packed with br, which is not read",
        ])
  }

  @Test("A broken record is reported, and the next ones are read")
  func broken() throws {
    let folder = try TemporaryFolder()
    let good = record("response", id: "2", answer(Array(page.utf8)))
    let size = page.utf8.count
    #expect(
      try read(folder.write("a.warc", good + Array("rubbish\nand more\n".utf8) + good)) == [
        "a.warc#urn:uuid:2 | page \(size) bytes",
        "! byte \(good.count) record: expected a WARC record here; reading continues at the next one",
        "a.warc#urn:uuid:2~2 | page \(size) bytes",
        "! byte \(good.count + 17) duplicate-source: a record of this name comes again in this file",
      ])
    #expect(
      try read(
        folder.write(
          "b.warc", Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nlost\r\n".utf8) + good)) == [
          "! byte 0 record: a record without a valid Content-Length", "b.warc#urn:uuid:2 | page \(size) bytes",
        ])
    #expect(
      try read(folder.write("c.warc", Array(good.dropLast(20)))) == [
        "c.warc#urn:uuid:2 | page \(size - 16) bytes",
        "! byte 0 truncated: the file ends inside this record, 16 bytes before its end; the part that could be read was kept",
      ])
    let large = record(
      "resource", id: "3", Array(page.utf8) + [UInt8](repeating: 0x61, count: 300_000),
      headers: "Content-Type: text/html\r\n")
    #expect(
      try read(folder.write("d.warc", large + good), limits: ReadingLimits(document: 1000)) == [
        "d.warc#urn:uuid:3 | page 1000 bytes", "! byte 0 too-large: longer than 1000 bytes; the first part was kept",
        "d.warc#urn:uuid:2 | page \(size) bytes",
      ])
  }

  @Test("ARC files, with spaces in an address and invalid lengths")
  func arc() throws {
    let folder = try TemporaryFolder()
    let body = answer(Array(page.utf8))
    let block = "1 0 A crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    let head = "filedesc://a.arc 127.0.0.1 20140216050221 text/plain \(block.utf8.count)\n\(block)\n"
    let arc =
      Array(head.utf8) + Array("http://site.example/a b 10.0.0.1 20140216050221 text/html \(body.count)\n".utf8) + body
      + Array("\n".utf8)
    let last = Array("http://site.example/c 10.0.0.1 20140216050221 text/html many\n".utf8)
    #expect(
      try read(folder.write("a.arc", arc + last)) == [
        "a.arc#http://site.example/a b | page \(page.utf8.count) bytes",
        "! byte \(arc.count) record: a record without a valid length",
      ])
  }
}
