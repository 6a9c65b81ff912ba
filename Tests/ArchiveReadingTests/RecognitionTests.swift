import TestSupport
import Testing

@Suite struct RecognitionTests {
  @Test(
    "The format of a file is recognised by its content",
    arguments: [
      ("page", "a.html", "<!DOCTYPE html><html><body><p>Text</p></body></html>"),
      ("page", "a.txt", "<!DOCTYPE html><html><body><p>Text</p></body></html>"),
      ("page", "a", "\u{FEFF}\n\n  <HTML><HEAD>"),
      ("page", "a", "<!-- saved from url=(0020)http://site.example/ -->\n<html lang=\"en\">"),
      ("page", "a", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<html>"),
      ("page", "a", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"),
      ("page", "a", "<div class=\"story\"><p>Saved without its head.</p></div>"),
      ("page", "a", "Warning: something was printed first\n<!DOCTYPE html><html>"),
      ("page", "a.html", "A page that starts <br> in the middle of <p>its body.</p>"),
      ("plain-text", "a", "The reactor was restarted on Monday.\n\nThe regulator agreed."),
      ("plain-text", "a.html", "The reactor was restarted on Monday.\n\nThe regulator agreed."),
      ("plain-text", "a.txt", "<img src=\"x.gif\">\n\nMenu\n\nThe reactor was restarted on Monday."),
      ("plain-text", "a", "text, title and date are what a reader wants\nand more"),
      ("plain-text", "a", "[1] The first footnote."),
      ("plain-text", "a", "{ the bracket is only prose }"),
      ("jsonl", "a", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"),
      ("jsonl", "a.txt", "\u{FEFF}{\"text\": \"One.\"}"),
      ("jsonl", "a.jsonl", "not json at all\n{\"text\": \"Two.\"}"),
      ("jsonl", "a", "{\"text\": broken}\n{\"text\": \"Two.\"}"),
      ("json", "a", "[\n {\"text\": \"One.\"},\n {\"text\": \"Two.\"}\n]"),
      ("json", "a", "{\n  \"text\": \"One.\"\n}\n"),
      ("csv", "a", "url,date,title,text\nhttp://site.example/1,2024-03-04,One,\"Text\""),
      ("csv", "a.txt", "Title;Published;Body\nOne;2024-03-04;Text"),
      ("csv", "a", "id\ttext\n1\tText"),
      ("reuters", "a", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">"),
      ("reuters", "a", "<REUTERS TOPICS=\"YES\" NEWID=\"1\">"),
    ])
  func formats(expected: String, name: String, content: String) throws {
    let folder = try TemporaryFolder()
    #expect(try format(folder.write(name, content)) == expected)
    #expect(try format(folder.write(name + ".gz", gzipped(content))) == expected, "and gzipped")
  }

  @Test("UTF-16 is read, with and without a byte order mark", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let folder = try TemporaryFolder()
    func encoded(_ text: String) -> [UInt8] {
      ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? bytes : bytes.reversed()
      }
    }
    #expect(try format(folder.write("a", encoded("<!DOCTYPE html><html><p>Texte réel</p></html>"))) == "page")
    #expect(try format(folder.write("b", encoded("The reactor was restarted on Monday."))) == "plain-text")
    #expect(
      try format(folder.write("c", encoded("{\"text\": \"One.\"}\n")))
        == "unknown-format: JSON in UTF-16, which is not read: convert it to UTF-8")
  }

  @Test("Text in an old encoding is recognised as text")
  func windows1251() throws {
    let folder = try TemporaryFolder()
    // "Реактор " in windows-1251, repeated.
    let text = Array(repeatElement([0xD0, 0xE5, 0xE0, 0xEA, 0xF2, 0xEE, 0xF0, 0x20] as [UInt8], count: 100).joined())
    #expect(try format(folder.write("a", text)) == "plain-text")
  }

  @Test(
    "Files that are not news are reported",
    arguments: [
      ("empty: no bytes", Array("".utf8)),
      ("empty: the file contains only white space", Array(" \n\t\n".utf8)),
      ("unknown-format: nothing but zero bytes", [UInt8](repeating: 0, count: 5000)),
      ("unknown-format: a PDF file, which is not read", Array("%PDF-1.7\n".utf8)),
      ("unknown-format: a PNG image, which is not read", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
      (
        "unknown-format: rules for crawlers (robots.txt), which are not read",
        Array("# Ours\nUser-Agent: *\n\nDisallow: /search\n".utf8)
      ),
      ("unknown-format: gzip inside gzip, which is not read", gzipped(gzipped("text"))),
      ("unknown-format: an RSS feed, which is not read", Array("<?xml version=\"1.0\"?><rss version=\"2.0\">".utf8)),
      ("unknown-format: an Atom feed, which is not read", Array("<!-- <html> --><feed xmlns=\"a\">".utf8)),
      (
        "unknown-format: XML whose first element is <invoice>, which is not read",
        Array("<?xml version=\"1.0\"?><invoice>".utf8)
      ),
      (
        "unknown-format: binary data: neither a page nor text, JSON lines, CSV or Reuters SGML",
        (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }
      ),
    ] as [(String, [UInt8])])
  func unknown(expected: String, content: [UInt8]) throws {
    let folder = try TemporaryFolder()
    #expect(try format(folder.write("page.html", content)) == expected)
  }
}
