import Foundation
import TestSupport
import Testing

/// Every file gives documents with text or a problem with a reason. Each file in the table is tested with `clean` and
/// `run` of the built program.
@Suite struct LostTextTests {
  private static let sentences = [
    "The harbour council met on Tuesday evening to hear how the old lighthouse could stand for another winter.",
    "Its keeper told members that the lamp room had lost four panes of glass and that rain reached the stairs.",
    "A builder from the next valley offered to mend the roof before the end of the month if the road stayed open.",
    "Residents asked for a public vote, and the clerk said that papers would be sent out within ten days.",
  ]
  private static let story = sentences.joined(separator: " ")
  private static let body = sentences.map { "<p>\($0)</p>" }.joined()
  private static let page =
    "<!DOCTYPE html><html><head><title>Lighthouse</title></head><body>\(body)</body></html>"

  private static func record(_ id: String) -> String { #"{"id":"\#(id)","text":"\#(story)"}"# }

  private struct Case {
    var file: String
    var bytes: [UInt8]
    /// `source text` for a document with the whole story, `source part` for one with less of it, `source empty` for one
    /// without text.
    var documents: [String] = []
    /// The problems as `clean` prints them, without the folder.
    var problems: [String] = []

    init(_ file: String, _ text: String, _ documents: String..., problems: String...) {
      self.init(file, Array(text.utf8), documents, problems)
    }

    init(_ file: String, _ bytes: [UInt8], _ documents: [String], _ problems: [String]) {
      self.file = file
      self.bytes = bytes
      self.documents = documents.map { $0.hasPrefix("#") ? file + $0 : "\(file) \($0)" }
      self.problems = problems.map { $0.hasPrefix("#") || $0.hasPrefix(" (") ? file + $0 : "\(file): \($0)" }
    }
  }

  // MARK: Pages

  private static let keptPages: [Case] =
    [
      #"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN>"#, "<!DOCTYPE html SYSTEM 'about:legacy-compat>",
      #"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://dtd.example/x>"#,
      #"<!DOCTYPE html [ <!ENTITY mine "yours"> ]>"#, "<! ", "<?xml version=\"1.0>", "<?php ",
    ].enumerated().map { index, start in
      Case("doctype\(index).html", start + "<html><head><title>Lighthouse</title></head><body>\(body)", "text")
    }

  private static let unclosedTitles: [Case] = [
    "<p>", "<h1>", "<div>", "<article>", "\n", "<meta name=a content=b>", "<script>x=1</script>", "</head>",
    "<body class=wide>", "<!-- aside --><p>", " <b>bold</b><p>", "</titel><p>", "<title>Lighthouse</title>",
  ].enumerated().map { index, mark in
    Case(
      "title\(index).html", "<html><head><title>Lighthouse\(mark)\(body)</body></html>", "text",
      problems: "markup: unclosed title; the text behind it kept")
  }

  private static let unclosedElements: [Case] = [
    "script", "style", "textarea", "noframes", "noscript", "noembed", "iframe", "svg", "math", "template", "object",
    "select", "canvas", "video", "audio",
  ].map { name in
    Case(
      "\(name).html", "<html><head><title>Lighthouse</title></head><body><\(name)>\(body)</body></html>", "text",
      problems: "markup: unclosed \(name); the text behind it kept")
  }

  private static let otherPages: [Case] = [
    Case("plaintext.html", "<html><body><plaintext>\(body)", "text"),
    Case("xmp.html", "<html><body><xmp>\(body)", "text"),
    Case(
      "comment.html", "<html><body><!-- \(body)", "text", problems: "markup: unclosed comment; the text behind it kept"),
    Case(
      "cdata.html", "<html><body><![CDATA[\(body)", "text",
      problems: "markup: unclosed CDATA section; the text behind it kept"),
    Case(
      "quote.html", "<html><body class='wide>\(body)", "text",
      problems: "markup: unclosed tag; the text behind it kept"),
    Case("zeros.html", "\0<html>\0<body>\(body)", "text", problems: "encoding: zero bytes left out"),
    Case("title-with-tag.html", "<html><head><title>How <div> works</title></head><body>\(body)", "text"),
    Case("icon.html", "<html><body><svg><title>Icon</title></svg>\(body)", "text"),
    Case(
      "div.html", "<html><body><div><svg><path></div>\(body)", "text"),
    Case(
      "frames.html", "<html><head><title>Lighthouse</title></head><frameset><frame src=a></frameset></html>", "empty",
      problems: "empty: the page is a frame set, which shows other pages and has no text of its own"),
    Case(
      "refresh.html", "<html><head><meta http-equiv=Refresh content='0; url=/b'></head></html>", "empty",
      problems: "empty: the page sends its readers on to another address and has no text"),
    Case(
      "application.html", "<html><body><div id=root></div><script>start()</script></body></html>", "empty",
      problems: "empty: the page has no text: its scripts would write it"),
    Case(
      "form.html", "<html><body><textarea>Two words</textarea></body></html>", "empty",
      problems: "empty: the page has 2 words, and all of them in elements that hold no text of a page"),
    Case("bare.html", "<!DOCTYPE html>", "empty", problems: "empty: the page has no text"),
    Case("picture.html", "<html><body><img src=a.png></body></html>", "empty", problems: "empty: the page has no text"),
    Case(
      "heading.html", "<html><body><h1>Two words</h1></body></html>", "empty",
      problems: "empty: no article was recognised in its 2 words; the text is empty"),
  ]

  // MARK: Texts and tables

  private static let table = "id,title,text\n1,One,\"\(story)\"\n2,Two,\"\(story)\"\n"

  private static let texts: [Case] = [
    Case("blank.txt", " \n\t\r\n", problems: "empty: the file contains only white space"),
    Case("mark.txt", "\u{FEFF}", problems: "empty: nothing but a byte order mark"),
    Case("mark.jsonl", "\u{FEFF} \n", problems: "empty: nothing but a byte order mark"),
    Case("spaces.txt", "\u{A0}\u{2003}\n", "empty", problems: "empty: the text has no words"),
    Case("rule.txt", "--- *** ---", "empty", problems: "empty: the text has no words"),
    Case("nothing.gz", gzipped(""), [], ["empty: no bytes"]),
    Case("cr.txt", sentences.joined(separator: "\r\r"), "text"),
    Case("cr.csv", table.replacingOccurrences(of: "\n", with: "\r"), "#1 text", "#2 text"),
    Case("cr-mark.csv", "\u{FEFF}" + table.replacingOccurrences(of: "\n", with: "\r"), "#1 text", "#2 text"),
    Case("crlf.csv", table.replacingOccurrences(of: "\n", with: "\r\n"), "#1 text", "#2 text"),
    Case("header.csv", "id,title,text\n", problems: "empty: there are no rows after the header"),
    Case("header-cr.csv", "id,title,text\r", problems: "empty: there are no rows after the header"),
    Case("lines.csv", "id,title,text\n\n\n", problems: "empty: there are no rows after the header"),
    Case("values.csv", "id,text\n1,\n", problems: " (line 2): record: the record has no text, html or title"),
    Case("pages.csv", "id,html\n1,\"<html><body>\(body)\"\n", "#1 text"),
  ]

  private static let json: [Case] = [
    Case("array.json", "[]", problems: "empty: the JSON contains no object, so there are no records"),
    Case("array.txt", " [\n]\n", problems: "empty: the JSON contains no object, so there are no records"),
    Case("object.json", "{}", problems: " (line 1): record: the record has no text, html or title"),
    Case("word.json", "null", problems: " (byte 0): record: 4 bytes that are not a JSON object"),
    Case("indented.json", "\u{FEFF}\n\n[\n  \(record("a")),\n  \(record("b"))\n]\n", "#a text", "#b text"),
    Case("indented.jsonl", "[\n  \(record("a")),\n  \(record("b"))\n]\n", "#a text", "#b text"),
    Case("wide.json", "[" + String(repeating: " ", count: 20_000) + record("a") + "]", "#a text"),
    Case("nested.json", "[\n  [\n    \(record("a"))\n  ]\n]\n", "#a text"),
    Case(
      "strings.json", "[\n  \"one\",\n  \"two\"\n]\n",
      problems: " (byte 4): record: 17 bytes that are not a JSON object"),
    Case(
      "strings.txt", "[\n  \"one\",\n  \"two\"\n]\n", problems: " (byte 4): record: 17 bytes that are not a JSON object"
    ),
    Case(
      "mixed.json", "[1, \(record("a"))]", "#a text", problems: " (byte 1): record: 3 bytes that are not a JSON object"),
    Case("cr.jsonl", record("a") + "\r" + record("b") + "\r", "#a text", "#b text"),
    Case(
      "cut.json", "[\(record("a")), {\"id\"", "#a text",
      problems: " (byte 444): truncated: an object that is never closed"),
    Case(
      "open.json", "[\(record("a")),\n", "#a text",
      problems: " (byte 444): truncated: the array is never closed: what followed is missing"),
    Case(
      "title.json", #"{"id":"a","title":"One"}"#, "#a empty", problems: "#a: empty: the record has a title and no text"),
    Case("blank.json", #"{"id":"a","text":" \n "}"#, "#a empty", problems: "#a: empty: the record has no words"),
    Case("page.json", #"{"id":"a","html":"<html><body>\#(body)"}"#, "#a text"),
    Case("page.ndjson", #"{"id":"a","html":"<!doctype html><html><body>\#(body)"}"#, "#a text"),
    Case("letter.txt", "[Printed as it came.]\n\n" + sentences.joined(separator: "\n\n"), "text"),
  ]

  // MARK: Web archives and SGML

  private static func warc(_ content: String, headers: String = "") -> String {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(headers)\r\n\(content)"
    return """
      WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
      """
  }

  private static func chunked(_ text: String, end: String) -> String {
    warc(String(text.utf8.count, radix: 16) + "\r\n\(text)\r\n\(end)", headers: "Transfer-Encoding: chunked\r\n")
  }

  private static func arc(version length: String, block: String = "1 0 Crawler\nURL IP-address Archive-date\n")
    -> String
  {
    let answer = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
    return "filedesc://a.arc 0.0.0.0 20140216050221 text/plain\(length)\n\(block)\n"
      + "http://site.example/a 10.0.0.1 20140216050221 text/html \(answer.utf8.count)\n\(answer)\n"
  }

  private static let truncated = "#urn:uuid:1 (byte 0): truncated: the body is cut short: its last chunk is missing"

  private static let webArchives: [Case] =
    [
      Case("chunks.warc", chunked(page, end: "0\r\n\r\n"), "#urn:uuid:1 text"),
      Case("last-chunk.warc", chunked(page, end: ""), "#urn:uuid:1 text", problems: truncated),
      Case("next-chunk.warc", chunked(page, end: "1f"), "#urn:uuid:1 text", problems: truncated),
      Case(
        "no-chunk.warc", warc("", headers: "Transfer-Encoding: chunked\r\n"), "#urn:uuid:1 empty", problems: truncated),
      Case(
        "bad-chunk.warc", chunked(page, end: "!!!"), "#urn:uuid:1 text",
        problems:
          "#urn:uuid:1 (byte 0): damaged: the chunks of the body are damaged; what follows was kept as it is"),
      Case(
        "length.warc", warc(page, headers: "Content-Length: 99999\r\n"), "#urn:uuid:1 text",
        problems: "#urn:uuid:1 (byte 0): truncated: the body is cut short: \(page.utf8.count) of 99999 bytes"),
      Case(
        "packed.warc", warc("\u{8}\u{8}", headers: "Content-Encoding: br\r\n"), "#urn:uuid:1 empty",
        problems: "#urn:uuid:1 (byte 0): damaged: packed with br, which is not read"),
      Case(
        "redirect.warc", warc(page).replacingOccurrences(of: " 200 OK", with: " 301 OK"),
        problems: "empty: a web archive in which no record is a saved page or text"),
      Case("good.arc", arc(version: " 46"), "#http://site.example/a text"),
      Case(
        "bare.arc", "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 12\n1 0 Crawler\n",
        problems: "empty: a web archive in which no record is a saved page or text"),
    ]
    + ["", " many", " -5", " 5", " 90", " 99999"].enumerated().map { index, length in
      Case("version\(index).arc", arc(version: length), "#http://site.example/a text")
    }

  private static let sgml: [Case] = [
    Case("body.sgm", "<REUTERS NEWID=\"1\"><TEXT><BODY>\(story)</TEXT></REUTERS>", "#1 text"),
    Case("text.sgm", "<REUTERS NEWID=\"1\"><TEXT><BODY>\(story)</REUTERS>", "#1 text"),
    Case(
      "title.sgm", "<REUTERS NEWID=\"1\"><TEXT><TITLE>One</TITLE></TEXT></REUTERS>", "#1 empty",
      problems: "#1: empty: the record has a title and no text"),
    Case("bare.sgm", "<REUTERS NEWID=\"1\"></REUTERS>", "#1 empty", problems: "#1: empty: the record has no words"),
  ]

  // MARK: The tests

  private static let cases =
    (keptPages + unclosedTitles + unclosedElements + otherPages + texts + json + webArchives + sgml)
    .sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }

  private func archive(_ cases: [Case]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for one in cases { try folder.write("archive/" + one.file, one.bytes) }
    try folder.write(
      "plain.yaml",
      "archive: archive\ndatabase: one.sqlite\nreports: reports\ndictionaries: []\ntopics: []\ncleaning:\n  templates: false\n"
    )
    return folder
  }

  @Test("`clean` prints the text of every file or a reason why there is none")
  func cleaned() throws {
    let folder = try archive(Self.cases)
    let outcome = try Program.dateline.run(["clean", "archive"], folder: folder.path)
    #expect(outcome.status == 3)
    let documents = try outcome.output.split(separator: "\n").map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let text = try #require(object["text"] as? String)
      let isWhole = Self.sentences.allSatisfy(text.contains)
      let isEmpty = !text.contains { $0.isLetter }
      let source = try #require(object["source"] as? String).dropFirst("archive/".count)
      return "\(source) \(isWhole ? "text" : isEmpty ? "empty" : "part")"
    }
    #expect(documents.sorted() == Self.cases.flatMap(\.documents).sorted())
    let problems = outcome.errors.split(separator: "\n").map { String($0.dropFirst("dateline: archive/".count)) }
    #expect(problems.sorted() == Self.cases.flatMap(\.problems).sorted())
  }

  @Test("`run` stores the same documents and the same problems")
  func stored() throws {
    let folder = try archive(Self.cases)
    #expect(try Program.dateline.run(["run", "plain.yaml"], folder: folder.path).status == 3)
    func rows(_ sql: String) throws -> [String] {
      let outcome = try Program.dateline.run(
        ["query", "sql", "--database", "one.sqlite", "--format", "jsonl", sql], folder: folder.path)
      return try outcome.output.split(separator: "\n").map { line in
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return try #require(object["row"] as? String)
      }
    }
    #expect(
      try rows("SELECT substr(source, 9) AS row FROM document").sorted()
        == Self.cases.flatMap(\.documents).map { String($0[..<$0.lastIndex(of: " ")!]) }.sorted())
    let problems = try rows(
      "SELECT substr(source, 9) || iif(place = '', '', ' (' || place || ')') || ': ' || kind || ': ' || reason AS row FROM problem"
    )
    #expect(problems.sorted() == Self.cases.flatMap(\.problems).sorted())
    #expect(try Program.dateline.run(["run", "plain.yaml"], folder: folder.path).status == 3, "told again")
  }

  @Test("Files that lose nothing cause no problems")
  func good() throws {
    let folder = try archive(Self.cases.filter(\.problems.isEmpty))
    for command in [["clean", "archive"], ["run", "plain.yaml"]] {
      let outcome = try Program.dateline.run(command, folder: folder.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test("`annotate` also reports documents without text")
  func annotated() throws {
    let folder = try TemporaryFolder()
    try folder.write("bare.html", "<!DOCTYPE html>")
    let outcome = try Program.dateline.run(["annotate", "bare.html"], folder: folder.path)
    #expect(outcome.status == 3)
    #expect(outcome.errors == "dateline: bare.html: empty: the page has no text\n")
  }
}
