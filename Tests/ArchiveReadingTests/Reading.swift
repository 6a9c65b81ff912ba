import ArchiveReading
import NewsModel

/// Reads a file and returns one line for each item:
///
///     a.jsonl#7 | title | 2024-03-04 | text        a record
///     a.html | page 120 bytes                      a page; plain text likewise
///     ! line 3 record: reason                      a problem, after its document or alone
func read(_ path: String, limits: ReadingLimits = ReadingLimits(), from first: Int = 0) -> [String] {
  let name = String(path.split(separator: "/").last!)
  do throws(Problem) {
    let open = try ArchiveReader(limits: limits).open(ArchiveFile(source: name, path: path))
    var lines: [String] = []
    open.read(from: first) { lines += summary($0) }
    return lines
  } catch {
    return [summary(error)]
  }
}

func format(_ path: String) -> String {
  do throws(Problem) {
    return try ArchiveReader().open(ArchiveFile(source: path, path: path)).format.rawValue
  } catch {
    return "\(error.kind.rawValue): \(error.reason)"
  }
}

func summary(_ item: ArchiveItem) -> [String] {
  switch item {
  case .problem(let problem): [summary(problem)]
  case .document(let document):
    switch document.content {
    case .page(let page): ["\(document.source) | page \(page.bytes.count) bytes"] + document.problems.map(summary)
    case .plainText(let text): ["\(document.source) | text \(text.count) bytes"] + document.problems.map(summary)
    case .record(let record):
      [
        "\(document.source) | \(record.title ?? "-") | \(record.dates.first.map { "\($0.day)" } ?? "-") | \(record.text)"
      ] + document.problems.map(summary)
    }
  }
}

func summary(_ problem: Problem) -> String {
  "! \(problem.place.isEmpty ? "" : problem.place + " ")\(problem.kind.rawValue): \(problem.reason)"
}
