import Foundation
import NewsModel
import NewsStore
import Pipeline
import TestSupport
import Testing

/// Files that change while a run reads them. No run takes documents of the old bytes for those of the new ones.
@Suite struct ReplacedFileTests {
  private let folder: TemporaryFolder
  private let definition: PipelineDefinition

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("names/organisations.tsv", "id\tkind\tname\tcountry\n")
    try folder.makeFolder("topics")
    try folder.makeFolder("archive")
    definition = try PipelineFile.parse(
      """
      archive: \(folder.path)/archive
      database: \(folder.path)/p.sqlite
      reports: \(folder.path)/reports
      dictionaries: \(folder.path)/names
      topics: []
      """, file: folder.path + "/p.yaml")
  }

  private func run(progress: (RunProgress) -> Void = { _ in }) throws -> RunSummary {
    try PipelineRun(definition: definition, jobs: 1)
      .execute(cancellation: Cancellation(), warnings: { _ in }, progress: progress)
  }

  private func page(_ number: Int, day: String) -> String {
    """
    <!DOCTYPE html><html><head><title>Ferry \(number)</title>
    <meta property="article:published_time" content="\(day)T06:00:00Z"></head>
    <body><article><p>Ferry number \(number) left the quay at noon with a load of timber, its master said.</p></article>
    </body></html>
    """
  }

  /// Puts another file in its place, as an editor or `mv` does.
  private func replace(_ name: String, _ text: String) throws {
    let other = try folder.write("other", text)
    #expect(rename(other, "\(folder.path)/archive/\(name)") == 0)
  }

  @Test("A file that is replaced during a run is read again by the next run")
  func replaced() throws {
    let numbers = 100..<160
    for number in numbers { try folder.write("archive/\(number).html", page(number, day: "2024-03-04")) }
    var isReplaced = false
    _ = try run { _ in
      if isReplaced { return }
      isReplaced = true
      for number in numbers { try? replace("\(number).html", page(number, day: "2024-05-06")) }
    }
    #expect(isReplaced)
    let second = try run()
    #expect(second.counts.weeks == 1, "all documents are of the week that the new files name")
    let third = try run()
    #expect(third.added == 0 && third.unchanged == numbers.count)
  }

  @Test("A file that grows while it is read is read once again, and then not any more")
  func grows() throws {
    func lines(_ numbers: Range<Int>) -> String {
      numbers.map {
        #"{"id":\#($0),"date":"2024-03-04","text":"Ferry \#($0) left the quay with a load of timber."}"# + "\n"
      }
      .joined()
    }
    let path = try folder.write("archive/a.jsonl", lines(0..<3000))
    var hasGrown = false
    let first = try run { _ in
      if hasGrown { return }
      hasGrown = true
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: Data(lines(3000..<3010).utf8))
      try? handle.close()
    }
    #expect(hasGrown && (3000...3010).contains(first.counts.documents))
    #expect(try run().counts.documents == 3010)
    #expect(try run().unchanged == 1)
  }
}
