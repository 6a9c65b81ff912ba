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
    do { return try PageVocabulary(folder: folder.path) } catch let errors as DefinitionErrors {
      throw DefinitionErrors(
        errors.faults.map { .init(file: ($0.file as NSString).lastPathComponent, reason: $0.reason) })
    }
  }

  @Test(arguments: [
    ("phrases.tsv", "read also this\tpointer\ten\topening", "“pointer” is no meaning (tags, link, related, "),
    ("phrases.tsv", "Read also this\trelated\ten\topening", "“Read also this” has a capital"),
    ("phrases.tsv", "ÜBER DAS\trelated\tde\t\topening", "“ÜBER DAS” has a capital"),
    ("phrases.tsv", "read also this\trelated\ten", "“read also this” is looked for nowhere"),
    ("phrases.tsv", "read also this\trelated\ten\tinside", "“inside” is no position in a page"),
    ("phrases.tsv", "read also this\trelated\tEnglish\topening", "“English” is no language (two letters, or mul)"),
    ("phrases.tsv", "read also this \trelated\ten\topening", "“read also this ” begins or ends with a blank"),
    ("phrases.tsv", "read also\trelated\ten\topening", "“read also (opening)” stands in line "),
    ("phrases.tsv", "our house\tsite\ten\topening", "site says nothing in a page"),
    ("phrases.tsv", "\trelated\ten\topening", "has no phrase"),
    ("class-words.tsv", "sidebar\tsidebar\ten", "“sidebar” stands in line "),
    ("class-words.tsv", "side-box\tsidebar\ten", "“side-box” is not of small letters a to z alone"),
    ("class-words.tsv", "sidebox\tside\ten", "“side” is no meaning (articleBody, article, "),
    ("labels.tsv", "made\tpublished\ten\tfield", "“field” is no use of published"),
    ("labels.tsv", "made\tpublished\ten", "has no use"),
    ("calendar.tsv", "april\tmay\ten", "“april” stands in line "),
    ("calendar.tsv", "aprilish\tapril\tengl", "“engl” is no language"),
    ("byline-words.tsv", "Und\tconjunction\tde", "“Und” has a capital"),
    ("agencies.tsv", "Example Wire", "has no agency"),
    ("function-words.tsv", "the\ten\tlatin", "“the (en)” stands in line "),
    ("function-words.tsv", "thee\ten\tcyrillic", "en is in another script above"),
    ("meta-names.tsv", "made_on\tpublished\tmeta\t101", "“101” is no trust (0 to 100)"),
    ("meta-names.tsv", "made_on\ttitle\tmeta", "title is not read from meta"),
  ])
  func aFaultyLineIsNamed(file: String, line: String, reason: String) throws {
    let errors = try #require(throws: DefinitionErrors.self) { try vocabulary(adding: line, to: file) }
    #expect(errors.faults.contains { $0.file == file && $0.reason.hasPrefix(reason) }, "\(errors)")
  }

  @Test func everyMissingFileIsNamedAtOnce() throws {
    let folder = try TemporaryFolder()
    let errors = try #require(throws: DefinitionErrors.self) { try PageVocabulary(folder: folder.path) }
    let shipped = try FileManager.default.contentsOfDirectory(atPath: PageVocabulary.folder).sorted()
    #expect(errors.faults.map { ($0.file as NSString).lastPathComponent } == shipped)
    #expect(errors.faults.allSatisfy { $0.reason == "cannot be read" })
  }

  @Test func anAddedPhraseIsBelievedInPages() throws {
    let paragraph = "The council approved the harbour budget on Monday, and the mayor thanked everybody who had come. "
    let half = String(repeating: "<p>\(paragraph)</p>", count: 3)
    let page = "<article>\(half)<p>Wider reading: the harbour of old</p>\(half)</article>"
    func zones(_ vocabulary: PageVocabulary) -> [Zone] {
      ArticleCleaner(vocabulary).clean(
        RawDocument(source: "a.html", content: .page(.init(bytes: Array(page.utf8))))
      ).blocks.filter { $0.text.hasPrefix("Wider") }.map(\.zone)
    }
    let added = try vocabulary(adding: "wider reading\trelated\ten\topening", to: "phrases.tsv")
    #expect(zones(.shipped) == [.body])
    #expect(zones(added) == [.teaser])
  }
}
