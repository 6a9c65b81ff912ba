import ArchiveReading
import NewsModel
import TestSupport
import Testing

@Suite struct ReutersTests {
  /// This has the form of the files in the collection, but the story is invented.
  private let story = """
    <!DOCTYPE lewis SYSTEM "lewis.dtd">
    <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="41">
    <DATE> 2-MAR-1987 15:01:01.79</DATE>
    <TOPICS><D>nat-gas</D><D>fuel</D></TOPICS>
    <PLACES><D>norway</D></PLACES>
    <ORGS><D>opec</D></ORGS>
    <UNKNOWN>
    &#5;&#5;&#5;C T
    &#22;&#22;&#1;f0704&#31;reute
    u f BC-EXAMPLE   03-02 0105</UNKNOWN>
    <TEXT>&#2;
    <TITLE>EXAMPLE &lt;EXM> PLANS
      PIPELINE</TITLE>
    <AUTHOR>    By Kari Example, Reuters</AUTHOR>
    <DATELINE>    OSLO, March 2 - </DATELINE><BODY>Example Gas &amp; Oil said it would lay a short-
    distance pipeline to a field that holds 250 bcm&#127; of
    gas.
        "It will be ready in 1990," a spokesman said.
        Its plans are:
     Year        mln cubic metres
     1990                     100
        The state holds a third of &lt;Example&gt;.
     Reuter
    &#3;</BODY></TEXT>
    </REUTERS>

    """

  @Test("Each element is a document, without the line wrapping and marks of the wire")
  func wholeStory() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("reut2-000.sgm", story)
    var documents: [RawDocument] = []
    try ArchiveReader().open(ArchiveFile(source: "reut2-000.sgm", path: path)).read { item in
      if case .document(let document) = item { documents.append(document) }
    }
    let document = try #require(documents.first)
    #expect(document.source == "reut2-000.sgm#41")
    #expect(document.problems == [])
    guard case .record(let record) = document.content else { return #expect(Bool(false), "not a record") }
    #expect(record.title == "EXAMPLE <EXM> PLANS PIPELINE")
    #expect(record.dates.map(\.day) == [Day(year: 1987, month: 3, day: 2)!])
    #expect(record.dates.map(\.method) == [.sgml("DATE")])
    #expect(record.author == "Kari Example")
    #expect(record.dateline == "OSLO, March 2")
    #expect(record.tags == ["nat-gas", "fuel"])
    #expect([record.publisher, record.agency, record.language] == ["Reuters", "Reuters", "en"])
    #expect(
      record.text == """
        Example Gas & Oil said it would lay a short-distance pipeline to a field that holds 250 bcm of gas.
        "It will be ready in 1990," a spokesman said.
        Its plans are:
        Year        mln cubic metres
        1990                     100
        The state holds a third of <Example>.
        """)
  }

  @Test(
    "Elements of every kind",
    arguments: [
      // A brief has only a headline.
      (
        "<REUTERS NEWID=\"5\"><DATE>2-MAR-1987</DATE><TEXT TYPE=\"BRIEF\">&#2;<TITLE>EXAMPLE UP</TITLE>Reuter&#3;</TEXT></REUTERS>",
        ["a.sgm#5 | EXAMPLE UP | 1987-03-02 | "]
      ),
      (
        "<REUTERS NEWID=\"5\"><DATE>2-MAR-1987</DATE><TEXT TYPE=\"UNPROC\">&#2;\nEXAMPLE BANK REPORT\n Reserves.....644\n Loans........425\n&#3;</TEXT></REUTERS>",
        ["a.sgm#5 | - | 1987-03-02 | EXAMPLE BANK REPORT\nReserves.....644\nLoans........425"]
      ),
      (
        "<REUTERS TOPICS=\"NO\"><DATE>someday</DATE><TEXT><BODY>One.</BODY></TEXT></REUTERS>\n<REUTERS NEWID=\"1\"><TEXT><BODY>Two.</BODY></TEXT></REUTERS>",
        [
          "a.sgm#1 | - | - | One.", "! byte 0 metadata: DATE contains a date that could not be read: someday",
          "a.sgm#1~2 | - | - | Two.",
          "! byte 82 duplicate-source: NEWID 1 comes again in this file",
        ]
      ),
      (
        "<REUTERS NEWID=\"1\"><TEXT><BODY>One.</BODY></TEXT></REUTERS>\n<REUTERS NEWID=\"2\"><TEXT><BODY>Tw",
        ["a.sgm#1 | - | - | One.", "! byte 60 truncated: the last <REUTERS> element has no end; it was left out"]
      ),
      ("<REUTERS NEWID=\"1\"></REUTERS>", ["a.sgm#1 | - | - | "]),
      (
        "<REUTERS NEWID=\"1\"></REUTERS>\njunk</REUTERS>\n",
        ["a.sgm#1 | - | - | ", "! byte 29 record: 15 bytes outside any <REUTERS> element"]
      ),
    ] as [(String, [String])])
  func elements(content: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try read(folder.write("a.sgm", content)) == expected)
  }

  @Test("A byte that is not UTF-8 is read as Latin-1 and reported")
  func latin1() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.sgm", Array("<REUTERS NEWID=\"1\"><TEXT><BODY>Z".utf8) + [0xFC] + Array("rich.</BODY></TEXT></REUTERS>".utf8))
    #expect(read(path) == ["a.sgm#1 | - | - | Zürich.", "! byte 0 encoding: not UTF-8: read as ISO 8859-1"])
  }
}
