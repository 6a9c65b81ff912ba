import ArticleCleaning
import Foundation
import NewsModel
import TestSupport
import Testing

/// The files of `Dictionaries/pages`: each fault is named with its line, and an added line is believed.
@Suite struct PageVocabularyTests {
  /// The shipped files, with a line more in one of them.
  private func vocabulary(adding line: String, to file: String) throws -> PageVocabulary {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: PageVocabulary.folder) {
      let text = try String(contentsOfFile: PageVocabulary.folder + "/" + name, encoding: .utf8)
      try folder.write(name, name == file ? text + line + "\n" : text)
    }
    do { return try PageVocabulary(folders: [folder.path]) } catch let errors as DefinitionErrors {
      throw DefinitionErrors(
        errors.faults.map { .init(file: ($0.file as NSString).lastPathComponent, reason: $0.reason) })
    }
  }

  @Test(arguments: [
    ("phrases.tsv", "read also this\tpointer\ten\topening", "“pointer” is no meaning (tags, link, related, "),
    ("phrases.tsv", "Read also this\trelated\ten\topening", "“Read also this” has a capital"),
    ("phrases.tsv", "ÜBER DAS\trelated\tde\topening", "“ÜBER DAS” has a capital"),
    ("phrases.tsv", "read also this\trelated\ten", "“read also this” is looked for nowhere"),
    ("phrases.tsv", "read also this\trelated\ten\tinside", "“inside” is no position (opening, anywhere, whole)"),
    ("phrases.tsv", "read also this\trelated\tEnglish\topening", "“English” is no language (two letters, or mul)"),
    ("phrases.tsv", "read also this \trelated\ten\topening", "“read also this ” begins or ends with a blank"),
    ("phrases.tsv", "read also\trelated\ten\topening", "“read also (opening)” stands in line "),
    ("phrases.tsv", "our house\tsite\ten\topening", "a phrase of meaning site has no position"),
    ("phrases.tsv", "our house\trelated\ten\twhole", "only an advert's label is a whole block"),
    ("phrases.tsv", "privacy policy\tsite\ten\t\tpossible", "“privacy policy (line)” stands in line "),
    ("phrases.tsv", "\trelated\ten\topening", "has no phrase"),
    ("class-words.tsv", "sidebar\tsidebar\ten", "“sidebar” stands in line "),
    ("class-words.tsv", "side-box\tsidebar\ten", "“side-box” is not of small letters a to z alone"),
    ("class-words.tsv", "sidebox\tside\ten", "“side” is no meaning (articleBody, article, "),
    ("labels.tsv", "made\tpublished\ten\tfield", "“field” is no use of published"),
    ("labels.tsv", "made\tpublished\ten", "has no use"),
    ("form-labels.tsv", "Ship\tvessel\ten", "“Ship” has a capital"),
    ("form-labels.tsv", "wharf\tharbour\ten", "“harbour” is no meaning (organisation, facility, "),
    ("calendar.tsv", "april\tmay\ten", "“april” stands in line "),
    ("calendar.tsv", "aprilish\tapril\tengl", "“engl” is no language"),
    ("byline-words.tsv", "Und\tconjunction\tde", "“Und” has a capital"),
    ("agencies.tsv", "Example Wire", "has no agency"),
    ("function-words.tsv", "the\ten\tlatin", "“the (en)” stands in line "),
    ("function-words.tsv", "thee\ten\tcyrillic", "en is in another script above"),
    ("meta-names.tsv", "made_on\tpublished\tmeta\t101", "“101” is no trust (0 to 100)"),
    ("meta-names.tsv", "made_on\tdate\tmeta", "date is not read from meta"),
  ])
  func aFaultyLineIsNamed(file: String, line: String, reason: String) throws {
    let errors = try #require(throws: DefinitionErrors.self) { try vocabulary(adding: line, to: file) }
    #expect(errors.faults.contains { $0.file == file && $0.reason.hasPrefix(reason) }, "\(errors)")
  }

  @Test func everyMissingFileIsNamedAtOnce() throws {
    let folder = try TemporaryFolder()
    let errors = try #require(throws: DefinitionErrors.self) { try PageVocabulary(folders: [folder.path]) }
    let shipped = try FileManager.default.contentsOfDirectory(atPath: PageVocabulary.folder).sorted()
    #expect(errors.faults.map { ($0.file as NSString).lastPathComponent } == shipped)
    #expect(errors.faults.allSatisfy { $0.reason == "cannot be read" })
  }

  private let paragraph =
    "The council approved the harbour budget on Monday, and the mayor thanked everybody who had come."

  /// The zones of the blocks that begin with a word, in a page whose article has a line between its paragraphs.
  private func zones(of line: String, in vocabulary: PageVocabulary) -> [Zone] {
    let half = String(repeating: "<p>\(paragraph) </p>", count: 3)
    let page = "<article>\(half)<p>\(line)</p>\(half)</article>"
    return ArticleCleaner(vocabulary).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(page.utf8))))
    ).blocks.filter { $0.text == line }.map(\.zone)
  }

  @Test func anAddedPhraseIsBelievedInPages() throws {
    let added = try vocabulary(adding: "wider reading\trelated\ten\topening", to: "phrases.tsv")
    #expect(zones(of: "Wider reading: the harbour of old", in: .shipped) == [.body])
    #expect(zones(of: "Wider reading: the harbour of old", in: added) == [.teaser])
  }

  /// A folder with one file, as a user adds it to the shipped ones.
  private func vocabulary(_ folder: TemporaryFolder) throws -> PageVocabulary {
    try PageVocabulary(folders: [PageVocabulary.folder, folder.path])
  }

  @Test func aPhraseOfTheUserEndsAnArticleInPagesAndTexts() throws {
    let folder = try TemporaryFolder()
    try folder.write("phrases.tsv", "phrase\tmeaning\tlanguage\tposition\ntil forsiden\trelated\tda\topening\n")
    let added = try vocabulary(folder)
    #expect(zones(of: "Til forsiden: havnens historie", in: .shipped) == [.body])
    #expect(zones(of: "Til forsiden: havnens historie", in: added) == [.teaser])
    let article = [paragraph, "Work on the quays begins in May, the mayor said, and will last for two years at least."]
    let teaser = "Havnen i gamle dage blev bygget af fiskere fra hele landet."
    let lines = ["Skip to content", "Privacy policy", "The harbour is paid for"] + article + ["Til forsiden", teaser]
    func text(_ vocabulary: PageVocabulary) -> String {
      let bytes = Array(lines.joined(separator: "\n\n").utf8)
      return TextFileCleaner(vocabulary).clean(source: "a.txt", text: bytes).text
    }
    #expect(text(.shipped) == (article + ["Til forsiden", teaser]).joined(separator: "\n"))
    #expect(text(added) == article.joined(separator: "\n"))
  }

  @Test func aLineOfTheUserReplacesTheShippedOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("phrases.tsv", "phrase\tmeaning\tlanguage\tposition\nread also\tcredit\ten\topening\n")
    #expect(zones(of: "Read also the harbour of old", in: .shipped) == [.teaser])
    #expect(try zones(of: "Read also the harbour of old", in: vocabulary(folder)) == [.footer])
  }

  @Test func aFileOfTheUserThatIsNotReadIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("phrase.tsv", "phrase\n")
    let errors = try #require(throws: DefinitionErrors.self) { try vocabulary(folder) }
    #expect(errors.faults.map(\.file) == [folder.path + "/phrase.tsv"])
    #expect(errors.faults[0].reason.hasPrefix("is no file of the page vocabulary (agencies.tsv, "))
  }
}
