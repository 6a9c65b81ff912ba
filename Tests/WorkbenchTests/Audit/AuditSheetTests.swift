import NewsModel
import Testing
import Workbench

@Suite("Sheets for judging")
struct AuditSheetTests {
  private static let text = "The Harbour Council met. It said \"=no\" to the mill."

  private static func analysed(_ source: String, title: String) -> AnalysedDocument {
    AnalysedDocument(
      document: Document(
        source: source, title: title, blocks: [Block(zone: .body, text: text, reason: "text")]),
      mentions: [
        Mention(
          type: .organisation, entity: "org.council", name: "Harbour Council", surface: "Harbour Council", start: 4,
          end: 19, zone: .body, rule: MentionRule(.stored("dictionary organisations.tsv:12 (before: The)")),
          country: "NL")
      ],
      countries: [CountryScore(code: "NL", score: 1, mentions: 1, isAbout: true)],
      topics: [
        TopicAssignment(
          id: "mills", score: 2, threshold: 1,
          evidence: [
            .init(term: "no", weight: 0.5, start: 35, end: 37, zone: .body),
            .init(term: "mill", weight: 2, start: 46, end: 50, zone: .body),
          ])
      ])
  }

  private static let subjects: [AuditItem.Kind: AuditItem.Subject] = [
    .names: .mention(entity: "org.council", zone: .body, start: 4, end: 19), .topics: .topic("mills"),
    .countries: .country("NL"),
  ]

  /// A cell is on one line, whatever the archive contains.
  @Test func hostileTextStaysInItsCell() {
    var sheet = FrequentNameSheet()
    sheet.add(
      FrequentName(
        type: .person, entity: "person~x", name: "\t+A\n\u{202E}\"B\"\u{1B}", documents: 1, spellings: ["@x", "\r\n"],
        example: nil), example: nil)
    #expect(
      sheet.text.hasSuffix("\n\t\t1\tperson\t\"'+A \"\"B\"\"\"\t1\t'@x;\t\tperson~x\t\n"),
      "\(sheet.text.debugDescription)")
  }

  private static let rows: [AuditItem.Kind: String] = [
    .names:
      "\torganisation\tHarbour Council\tThe ⟦Harbour Council⟧ met.\tdictionary organisations.tsv:12 (before: The)\torg.council\t'=Sum\ta.html",
    .topics: "\tmills\tMills\t\"It said \"\"=no\"\" to the ⟦mill⟧.\"\tterm mill\tmills\t'=Sum\ta.html",
    .countries:
      "\tNL\tNetherlands\tThe ⟦Harbour Council⟧ met.\tdictionary organisations.tsv:12 (before: The)\tNL\t'=Sum\ta.html",
  ]

  @Test(arguments: AuditItem.Kind.allCases)
  func aSheet(kind: AuditItem.Kind) throws {
    var sheet = AuditSheet(
      kind: kind, names: [SeriesKey(.topic, "mills"): "Mills", SeriesKey(.country, "NL"): "Netherlands"])
    sheet.add(
      AuditItem(document: "a.html", subject: try #require(Self.subjects[kind])),
      of: Self.analysed("a.html", title: "=Sum"))
    let lines = sheet.text(population: 12, seed: 7).split(separator: "\n").map(String.init)
    #expect(lines[0] == "# dateline audit \(kind.rawValue): 1 of 12 that count, seed 7")
    #expect(lines[3] == "mark\ttype\tname\tsentence\trule\tid\ttitle\tdocument")
    #expect(lines.dropFirst(4).map(\.self) == [Self.rows[kind]])
  }

  @Test func aSheetOfFrequentNames() {
    var sheet = FrequentNameSheet()
    sheet.add(
      FrequentName(
        type: .organisation, entity: "org.council", name: "Harbour Council", documents: 9,
        spellings: ["Harbour Council", "the Council"],
        example: AuditItem(document: "a.html", subject: .mention(entity: "org.council", zone: .body, start: 4, end: 19))
      ),
      example: Self.analysed("a.html", title: "T"))
    #expect(
      sheet.text.split(separator: "\n").suffix(2) == [
        "mark\tsame_as\trow\ttype\tname\tdocuments\tspellings\tsentence\tid\tdocument",
        "\t\t1\torganisation\tHarbour Council\t9\tHarbour Council; the Council\tThe ⟦Harbour Council⟧ met.\torg.council\ta.html",
      ])
  }

  private static func lines(_ groups: [AuditScore.Group]) -> [String] {
    groups.map { group in
      "\(group.kind) \(group.value): \(group.right) \(group.wrong) \(group.second) \(group.open)"
    }
  }

  private static let sampled = [
    "# a comment", "mark\ttype\trule", "y\torganisation\tdictionary a.tsv:1",
    "N\torganisation\tdictionary a.tsv:2 (before: x)",
    "yes\tperson\tpattern person.title (before: y)", "?\tperson\tpattern person.title",
    "\tperson\treference unit of fac.x",
  ]

  /// The same sheet as an editor and as several spreadsheets save it.
  @Test(arguments: [("\t", "\n"), (",", "\r\n"), (";", "\r"), ("\t", "\r\n")])
  func marksAreCounted(separator: String, end: String) throws {
    let text = Self.sampled.map { $0.replacing("\t", with: separator) + end }.joined()
    let score = try AuditScore(sheet: Array(text.utf8), file: "s.tsv")
    #expect(!score.hasSecondIDs)
    #expect(
      Self.lines(score.groups) == [
        "all : 2 1 0 2", "type person: 1 0 0 2", "type organisation: 1 1 0 0", "rule dictionary a.tsv: 1 1 0 0",
        "rule pattern person.title: 1 0 0 1", "rule reference unit: 0 0 0 1",
      ])
    // Wilson's interval of 2 of 3: `statsmodels.stats.proportion.proportion_confint(2, 3, method="wilson")`.
    let interval = try #require(score.groups[0].interval)
    #expect(abs(interval.lowerBound - 0.2077) < 1e-4 && abs(interval.upperBound - 0.9385) < 1e-4)
    #expect(score.groups.last?.precision == nil && score.groups.last?.interval == nil)
  }

  /// Spreadsheets add empty cells and empty rows.
  @Test func emptyCellsAndRowsAreLeftOut() throws {
    let text = "# c\t\t\nmark\ttype\trule\t\n\ny\tperson\tx\t\t\n\t\t\t\nn\tperson\tx\n\n"
    let score = try AuditScore(sheet: Array(text.utf8), file: "s.tsv")
    #expect(Self.lines(score.groups) == ["all : 1 1 0 0", "type person: 1 1 0 0", "rule x: 1 1 0 0"])
  }

  @Test func secondIDsAreCounted() throws {
    let text = """
      mark\tsame_as\trow\ttype
      y\t\t1\torganisation
      \t1\t2\torganisation
      n\t\t3\torganisation
      y\t4\t7\tfacility
      ?\t\t4\tfacility
      """
    let score = try AuditScore(sheet: Array(text.utf8), file: "s.tsv")
    #expect(score.hasSecondIDs)
    #expect(
      Self.lines(score.groups) == ["all : 1 1 2 1", "type organisation: 1 1 1 0", "type facility: 0 0 1 1"])
  }

  @Test(arguments: [
    ("", ["s.tsv: has no row of column names with 'mark'; is this a sheet of 'audit'?"]),
    ("type\trule\nx\ty\n", ["s.tsv: has no row of column names with 'mark'; is this a sheet of 'audit'?"]),
    ("mark\ttype\trule\n", ["s.tsv: has no rows"]), ("mark\ttype\ny\tperson\n", ["s.tsv: has no column 'rule'"]),
    (
      "# c\nmark\ttype\trule\nmaybe\tperson\tx\ny\tperson\n",
      ["s.tsv:4: has 2 cells, but the sheet has 3 columns"]
    ),
    (
      "# c\nmark\ttype\trule\nmaybe\tperson\tx\n",
      ["s.tsv:3: expected y, n or ? in the column mark, not 'maybe'"]
    ),
    ("mark\ttype\trule\ny\t\"person\tx\n", ["s.tsv:2: a quotation mark is not closed"]),
    (
      "mark\tsame_as\trow\ttype\n\t9\t1\tx\n\t2\t2\tx\n\t4\t3\tx\n\t3\t4\tx\nn\t6\t5\tx\n\t\t6\tx\nn\t\t7\tx\n\t7\t8\tx\n",
      [
        "s.tsv:2: there is no row '9' that it could be the same as", "s.tsv:3: a row cannot be the same as itself",
        "s.tsv:4: row 4 is itself the same as row 3; name that row",
        "s.tsv:5: row 3 is itself the same as row 4; name that row",
        "s.tsv:6: is marked as no name and as the same as row 6",
        "s.tsv:9: row 7, which it is the same as, is marked as no name",
      ]
    ),
  ])
  func aBrokenSheetIsToldWithItsPlaces(text: String, messages: [String]) throws {
    let errors = try #require(throws: DefinitionErrors.self) {
      try AuditScore(sheet: Array(text.utf8), file: "s.tsv")
    }
    #expect(errors.faults.map(\.description) == messages)
  }

  @Test func textThatIsNotUTF8IsABrokenSheet() throws {
    #expect(throws: DefinitionErrors([.init(file: "s.tsv", reason: "is not UTF-8")])) {
      try AuditScore(sheet: [0xff, 0xfe, 0x6d], file: "s.tsv")
    }
  }
}
