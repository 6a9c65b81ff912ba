import ArticleCleaning
import NewsModel
import Testing

/// Articles saved as plain text, of which nothing may be lost, and pages saved as text for comparison. All are
/// invented.
@Suite struct PlainArticleTests {
  private func clean(_ text: String, source: String = "a.txt") -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: source, content: .plainText(Array(text.utf8))))
  }

  struct Whole: CustomTestStringConvertible {
    var name: String
    var text: String
    var title: String?
    var paragraphs: [String]
    var asides = ""
    var testDescription: String { name }
  }

  private static let first =
    "The old dam above the valley held on Monday, although the river had risen by two metres, an engineer said."
  private static let second =
    "People were told to stay at home until Wednesday, and nobody was hurt, the fire brigade said."
  private static let dams = [
    "Aswan High Dam, Egypt, 1970", "Merowe Dam, Sudan, 2009", "Gibe III, Ethiopia", "Akosombo Dam, Ghana",
    "Kainji Dam, Nigeria", "Inga I, DR Congo", "Kariba Dam, Zambia and Zimbabwe", "Cahora Bassa, Mozambique",
    "Katse Dam, Lesotho", "Gariep Dam, South Africa", "Hardap Dam, Namibia",
  ]

  static let articles: [Whole] = [
    Whole(
      name: "paragraphs", text: "Dam holds\n\n\(first)\n\n\(second)\n", title: "Dam holds", paragraphs: [first, second]),
    Whole(
      name: "a line a paragraph", text: "Dam holds\n\(first)\n\(second)", title: "Dam holds",
      paragraphs: [first, second]),
    Whole(
      name: "CRLF", text: "Dam holds\r\n\r\n\(first)\r\n\r\n\(second)\r\n", title: "Dam holds",
      paragraphs: [first, second]),
    Whole(
      name: "a list",
      text: "Dams of Africa\n\nEleven dams, from north to south.\n\n" + dams.map { "- \($0)\n" }.joined(),
      title: "Dams of Africa", paragraphs: ["Eleven dams, from north to south."] + dams),
    Whole(
      name: "a list without an introduction", text: "Dams of Africa\n\n" + dams.map { "* \($0)\n" }.joined(),
      title: "Dams of Africa", paragraphs: dams),
    Whole(
      name: "a list of networks",
      text: "Where the valley reads\n\n\(first)\n\n- Facebook\n- Twitter\n- WhatsApp\n- Telegram\n",
      title: "Where the valley reads", paragraphs: [first, "Facebook", "Twitter", "WhatsApp", "Telegram"]),
    Whole(
      name: "questions and answers",
      text:
        "Questions about the dam\n\nQ: Who built it?\nA: The ministry.\n\nQ: Why?\nA: Twice the valley was flooded.\n\n"
        + "Q: Who paid?\nA: A bank.\n",
      title: "Questions about the dam",
      paragraphs: [
        "Q: Who built it?", "A: The ministry.", "Q: Why?", "A: Twice the valley was flooded.", "Q: Who paid?",
        "A: A bank.",
      ]),
    Whole(
      name: "an interview from its first line", text: "Q: Who built it?\nA: The ministry.\nQ: Why?\nA: For power.\n",
      title: nil, paragraphs: ["Q: Who built it?", "A: The ministry.", "Q: Why?", "A: For power."]),
    Whole(
      name: "short last paragraphs", text: "Dam holds\n\n\(first)\n\n\(second)\n\nHe said no more.\n\nNo date is set\n",
      title: "Dam holds", paragraphs: [first, second, "He said no more.", "No date is set"]),
    Whole(
      name: "lines broken anywhere",
      text: """
        Dam holds

        The old dam above the valley held on
        Monday, although the
        river had risen by two metres, an
        engineer said.

        People were told
        to stay at home until Wednesday, and nobody was hurt,
        the fire brigade said.
        """, title: "Dam holds", paragraphs: [first, second]),
    Whole(
      name: "wrapped lines, indented paragraphs",
      text: """
        Dam holds

            The old dam above the valley held on Monday, although
        the river had risen by two metres, an engineer said.
            People were told to stay at home until Wednesday, and
        nobody was hurt, the fire brigade said.
        """, title: "Dam holds", paragraphs: [first, second]),
    Whole(
      name: "wrapped lines without a blank one",
      text: """
        Dam holds
        The old dam above the valley held on Monday, although the
        river had risen by two metres, an engineer said.
        People were told to stay at home until Wednesday, and nobody
        was hurt, the fire brigade said.
        """, title: "Dam holds", paragraphs: [first, second]),
    Whole(
      name: "a word of one letter at a line's beginning",
      text:
        "A barragem\n\nO rio subiu dois metros desde sexta-feira, mas\no vale ficou em casa e ninguém se feriu na noite.\n",
      title: "A barragem",
      paragraphs: ["O rio subiu dois metros desde sexta-feira, mas o vale ficou em casa e ninguém se feriu na noite."]),
    Whole(
      name: "a table",
      text: "FACTBOX - Dams and their power\n\nName            Country     MW\nAswan High Dam  Egypt       2100\n"
        + "Kariba          Zambia      1830\n\nSource: ministries of both countries.\n",
      title: "FACTBOX - Dams and their power",
      paragraphs: [
        "Name            Country     MW", "Aswan High Dam  Egypt       2100", "Kariba          Zambia      1830",
        "Source: ministries of both countries.",
      ]),
    Whole(
      name: "a table first", text: "Name   Country   MW\nKariba   Zambia   1830\n\n\(first)\n", title: nil,
      paragraphs: ["Name   Country   MW", "Kariba   Zambia   1830", first]),
    Whole(
      name: "facts by name",
      text:
        "Fact sheet: the dam\n\nLength: 120 m\nContact: none was found\nFrom: the first survey\nURL: unknown\nDate: unknown\n",
      title: "Fact sheet: the dam",
      paragraphs: [
        "Length: 120 m", "Contact: none was found", "From: the first survey", "URL: unknown", "Date: unknown",
      ]),
    Whole(
      name: "numbers alone", text: "Levels at noon\n\n12\n14\n15\n\n+254 20 555 0100\n", title: "Levels at noon",
      paragraphs: ["12", "14", "15", "+254 20 555 0100"]),
    Whole(
      name: "underlined headings", text: "Dam holds\n=========\n\n\(first)\n\nBackground\n\n\(second)\n",
      title: "Dam holds", paragraphs: [first, "Background", second], asides: "========="),
    Whole(
      name: "numbered paragraphs", text: "Dam holds\n\n1. \(first)\n\n2. \(second)\n\n3. No more.\n",
      title: "Dam holds",
      paragraphs: ["1. " + first, "2. " + second, "3. No more."]),
    Whole(
      name: "capitals", text: "DAM HOLDS AS RIVER RISES\n\n\(first)\n\nWHAT COMES NEXT\n\n\(second)\n",
      title: "DAM HOLDS AS RIVER RISES", paragraphs: [first, "WHAT COMES NEXT", second]),
    Whole(
      name: "Markdown",
      text:
        "# Dam holds\n\n\(first)\n\n## Background\n\n**Wednesday** is the day. \(second)\n\n* One gate\n* Two gates\n",
      title: "Dam holds", paragraphs: [first, "Background", "Wednesday is the day. " + second, "One gate", "Two gates"]),
    Whole(
      name: "lines emphasised whole", text: "*Dam holds*\n\n_\(first)_\n\n2 * 3 * 4\n", title: "Dam holds",
      paragraphs: [first, "2 * 3 * 4"]),
    Whole(name: "one paragraph", text: first + " " + second + "\n", title: nil, paragraphs: [first + " " + second]),
    Whole(name: "one line", text: "The dam holds\n", title: nil, paragraphs: ["The dam holds"]),
    Whole(
      name: "a question for a title", text: "Will the dam hold?\n\n\(first)\n", title: "Will the dam hold?",
      paragraphs: [first]),
    Whole(
      name: "a title that ends in a full stop",
      text: "Valley sends the bill to Washington, D.C.\n\n\(first)\n",
      title: "Valley sends the bill to Washington, D.C.",
      paragraphs: [first]),
    Whole(
      name: "words in brackets, references", text: "Dam holds\n\n\(first)[1] It is old [and/or www.dam.example].\n",
      title: "Dam holds", paragraphs: [first + "[1] It is old [and/or www.dam.example]."]),
    Whole(
      name: "a headline that begins as a button does",
      text: "Search for the missing resumes\n\n\(first)\n\n\(second)\n",
      title: "Search for the missing resumes", paragraphs: [first, second]),
  ]

  @Test(arguments: articles)
  func anArticleIsKeptWhole(article: Whole) {
    let document = clean(article.text)
    #expect(document.title == article.title)
    #expect(document.text == article.paragraphs.joined(separator: "\n"))
    #expect(document.blocks.filter { !$0.zone.isMainText }.map(\.text).joined(separator: "\n") == article.asides)
    #expect(document.problems == [])
  }

  @Test(arguments: ["Reading %d was taken.", "Reading %d"])
  func manyShortLinesAreText(line: String) {
    let lines = (0..<2600).map { line.replacing("%d", with: "\($0)") }
    let document = clean(lines.joined(separator: "\n"))
    #expect(([document.title].compactMap { $0 } + document.text.split(separator: "\n").map(String.init)) == lines)
  }

  // MARK: Lines above and below an article

  @Test func fieldsOfAMessage() {
    let document = clean(
      "From: Jane Doe <jane@valley.example>\nTo: desk@valley.example\nDate: Tue, 12 Mar 2019 10:45:00 +0300\n"
        + "Subject: Dam holds\n\n\(Self.first)\n\n\(Self.second)\n")
    #expect(document.title == "Dam holds")
    #expect(document.author == "Jane Doe")
    #expect(document.published == PublicationDate(day: Day(year: 2019, month: 3, day: 12)!, method: .textPublished))
    #expect(document.text == Self.first + "\n" + Self.second)
  }

  @Test func fieldsOfASavedArticle() {
    let document = clean(
      "Title: Dam holds\nURL: https://www.valley.example/dam\nAuthor: Jane Doe\nPublished: 2019-03-12\nSource: Valley Post\n"
        + "Tags: Dams, Floods\nRetrieved: 3 May 2020\n\n\(Self.first)\n")
    #expect(document.title == "Dam holds")
    #expect(document.url == "https://www.valley.example/dam")
    #expect(document.author == "Jane Doe")
    #expect(document.publisher == "Valley Post")
    #expect(document.tags == ["Dams", "Floods"])
    #expect(document.dateCandidates.map { "\($0.day)" } == ["2019-03-12"])
    #expect(document.text == Self.first)
  }

  @Test(arguments: ["", "Source: ", "URL: "])
  func anAddressAboveTheTitle(label: String) {
    let document = clean("\(label)https://valley.example/2019/03/12/dam\n\nDam holds\n\n\(Self.first)\n")
    #expect(document.url == "https://valley.example/2019/03/12/dam")
    #expect(document.publisher == "valley.example")
    #expect(document.published == PublicationDate(day: Day(year: 2019, month: 3, day: 12)!, method: .url))
    #expect(document.title == "Dam holds")
    #expect(document.text == Self.first)
  }

  @Test func aPressRelease() {
    let document = clean(
      "FOR IMMEDIATE RELEASE\n\nContact:\nJohn Roe\n+254 20 555 0100\njohn@valley.example\n\nDam holds\n\n"
        + "KISUMU, Kenya, March 12, 2019 – \(Self.first)\n\n\(Self.second)\n\nAbout the Valley Authority\n"
        + "The Valley Authority runs four dams.\n\n###\n")
    #expect(document.title == "Dam holds")
    #expect(document.published == PublicationDate(day: Day(year: 2019, month: 3, day: 12)!, method: .dateline))
    #expect(
      document.text == "KISUMU, Kenya, March 12, 2019 – \(Self.first)\n\(Self.second)\nAbout the Valley Authority\n"
        + "The Valley Authority runs four dams.")
    #expect(
      document.text(of: .navigation)
        == "FOR IMMEDIATE RELEASE\nContact:\nJohn Roe\n+254 20 555 0100\njohn@valley.example\n###")
  }

  @Test func foldedFieldsOfAMessage() {
    let document = clean(
      "Received: from mail.valley.example (10.0.0.1)\n\tby desk.example; Tue, 12 Mar 2019 10:45:01 +0000\n"
        + "From: Jane Doe <jane@valley.example>\nSubject: Dam holds\nDate: Tue, 12 Mar 2019 10:45:00 +0000\n\n\(Self.first)\n"
    )
    #expect(document.title == "Dam holds")
    #expect(document.author == "Jane Doe")
    #expect(document.dateCandidates.map(\.method) == [.textPublished])
    #expect(document.text == Self.first)
  }

  @Test func theHeadThatSiteGeneratorsRead() {
    let document = clean(
      "---\ntitle: \"Dam holds\"\ndate: 2019-03-12\ntags: [dams, \"floods\"]\ndraft: false\n---\n\(Self.first)\n")
    #expect(document.title == "Dam holds")
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(document.tags == ["dams", "floods"])
    #expect(document.text == Self.first)
  }

  /// Source and day above the headline with fields below it, or number of words, time, language and rights.
  @Test(arguments: [
    (
      "The Valley Post (Kisumu)\nMarch 12, 2019 Tuesday\n\nDam holds\n\nBYLINE: Jane Doe\n\nSECTION: WORLD NEWS\n\n"
        + "LENGTH: 560 words\n\n", "The Valley Post (Kisumu)"
    ),
    (
      "Dam holds\n\nBy Jane Doe\n560 words\n12 March 2019\n10:45\nValley News\nEnglish\n(c) 2019 Valley Limited\n\n",
      nil
    ),
  ])
  func headsOfPressDatabases(head: String, publisher: String?) {
    let document = clean(head + "\(Self.first)\n\n\(Self.second)\n")
    #expect(document.title == "Dam holds")
    #expect(document.author == "Jane Doe")
    #expect(document.publisher == publisher)
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(document.text == Self.first + "\n" + Self.second)
  }

  @Test(arguments: [
    "PRESS RELEASE\n12 March 2019", "FOR IMMEDIATE RELEASE – March 12, 2019", "EMBARGOED UNTIL 12 March 2019",
    "NEWS RELEASE\nNo. 12/2019\n12 March 2019",
  ])
  func theDayOfARelease(head: String) {
    let document = clean("\(head)\n\nDam holds\n\n\(Self.first)\n")
    #expect(document.title == "Dam holds")
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(document.text == Self.first)
  }

  @Test func tagsAndRightsBelowTheText() {
    let document = clean("Dam holds\n\n\(Self.first)\n\n\(Self.second)\n\nTags: Dams, Floods\n© 2019 Valley Post\n")
    #expect(document.text == Self.first + "\n" + Self.second)
    #expect(document.tags == ["Dams", "Floods"])
    #expect(document.text(of: .footer) == "© 2019 Valley Post")
  }

  @Test func aLineOfASiteAloneTakesNothingWithIt() {
    let document = clean(
      "Dam holds\n\n12 March 2019\n\nAdvertisement\n\n\(Self.first)\n\nGot it.\n\n- Home\n")
    #expect(document.title == "Dam holds")
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(document.text == Self.first + "\nGot it.\nHome")
    #expect(document.text(of: .navigation) == "12 March 2019\nAdvertisement")
  }

  // MARK: Pages saved as text

  static let signs: [(above: String, below: String)] = [
    ("Home\nNews\nSport\nAbout us\nLog in\n", ""), ("Home   News   Sport   Contact us   RSS   Search\n", ""),
    ("Skip to content\nMenu\n", "Privacy policy\n"), ("", "Share\nTweet\nFacebook\n"),
    ("", "Terms of Service Privacy Notice\n© 2019 Valley Post\n"),
    ("We use cookies so that the site works.\nAccept all\n", ""), ("(BUTTON) Menu\n", ""),
    ("   [1]Home [2]News [3]World [4]Sport [5]Arts\n   [6]Food [7]Travel [8]Jobs [9]Help\n", ""),
    ("[logo.png]\nMenu\n", "[share_icon.png]\nComments\n"),
    ("Startseite | Suche | Anmelden | Kontakt\n", "Impressum\n"),
    ("Главная\nПоиск\nВойти\n", ""),
  ]

  @Test(arguments: signs)
  func theSignsOfAPageLetItsLinesBeDropped(_ signs: (above: String, below: String)) {
    let document = clean(
      "\(signs.above)\nDam holds above the valley\n\n12 March 2019\n\n\(Self.first)\n\n\(Self.second)\n\n\(signs.below)"
    )
    #expect(document.title == "Dam holds above the valley")
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(document.text == Self.first + "\n" + Self.second)
  }

  // MARK: Nothing is lost silently

  @Test func aPageWithoutAnArticleIsAProblem() {
    let menu = clean("Home\nNews\nAbout us\nLog in\nPrivacy policy\n", source: "menu.txt")
    #expect(menu.text == "")
    #expect(
      menu.problems == [
        Problem(
          source: "menu.txt", kind: .empty, reason: "no article was recognised in its 8 words; the text is empty")
      ])
    #expect(
      clean("____\n[ ]\n", source: "rule.txt").problems == [
        Problem(source: "rule.txt", kind: .empty, reason: "the text has no words")
      ])
  }

  @Test func theHeadsAndNumbersOfPrintedPagesAreNoText() {
    let document = clean(
      """
      The Island Post                                        Tuesday 12 March 2019

      Storm closes harbour
      By Ann Other

      The harbour of the island was closed before dawn on Mon-
      day, the port office said, because of a storm, which no-
      body had expected, and three ferries waited outside for

                                        7
      The Island Post                                        Tuesday 12 March 2019

      hours, until the wind fell below the mark in the after-
      noon.

                                        8
      """)
    #expect(document.title == "Storm closes harbour")
    #expect(document.author == "Ann Other")
    #expect(document.published?.day == Day(year: 2019, month: 3, day: 12))
    #expect(
      document.text == "The harbour of the island was closed before dawn on Monday, the port office said, because of a "
        + "storm, which nobody had expected, and three ferries waited outside for hours, until the wind fell below the "
        + "mark in the afternoon.")
  }

  @Test(arguments: [
    (
      "The har- bour was closed on Mon- day by order no- 7 of the port.",
      "The harbour was closed on Monday by order no-7 of the port."
    ),
    (
      "First- and second-class tickets, and short- or long-term ones.",
      "First- and second-class tickets, and short- or long-term ones."
    ),
    ("Only one har- bour.", "Only one har- bour."),
  ])
  func hyphensInsideLines(text: String, joined: String) {
    #expect(clean("Storm closes harbour\n\n\(text)\n").text == joined)
  }

  @Test func linesOfHangulAreJoinedWithASpace() {
    let lines = "항구는 월요일 새벽 폭풍 때문에 폐쇄되었다고 항만 사무소가\n말했다 여객선 세 척이 밖에서 몇 시간 동안 기다렸으며 일부\n승객은 아팠다"
    #expect(clean("폭풍\n\n\(lines)\n").text.split(separator: "\n").last.map(String.init)?.contains("사무소가 말했다") == true)
  }
}
