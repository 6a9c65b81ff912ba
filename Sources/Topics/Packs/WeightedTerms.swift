import NewsModel
import ScannedText
import TextScanning

/// The rows of a table of weighted terms, a `.tsv` file in a folder of packs: the columns `topic`, `zone` (`title` or
/// `text`), `term` and `weight`. The terms of a topic speak for it (or against it, below 0) where its rules are silent.
struct WeightedTerms {
  /// A topic is assigned if the weights of the terms that occur in a document have this sum, unless a veto ends it.
  static let threshold = 1.0

  private(set) var rows: [Row] = []
  let path: String

  struct Row {
    var topic: String
    /// Whether the term counts in the title only.
    var isTitleOnly: Bool
    var phrase: RulePhrase
    var weight: Double
    var line: Int
  }

  init(path: String, faults: inout [DefinitionErrors.Fault]) {
    self.init(TableFile(path: path, name: path, faults: &faults), faults: &faults)
  }

  init(_ file: TableFile, faults: inout [DefinitionErrors.Fault]) {
    path = file.path
    let columns = ["topic", "zone", "term", "weight"]
    for name in columns where file.column(name) == nil {
      faults.append(.init(file: path, line: 1, reason: "has no column '\(name)'"))
    }
    if columns.contains(where: { file.column($0) == nil }) { return }
    for row in file.rows {
      let values = columns.map { file.text(row, file.column($0)) }
      guard values[1] == "title" || values[1] == "text" else {
        faults.append(file.fault(row, "the zone is 'title' or 'text', not '\(values[1])'"))
        continue
      }
      guard let weight = Double(values[3]), weight.isFinite else {
        faults.append(file.fault(row, "expected a weight, not '\(values[3])'"))
        continue
      }
      let read = RuleParser.clauses("\"\(values[2])\"")
      guard read.faults.isEmpty, read.clauses.count == 1, case .phrase(let phrase) = read.clauses[0].expression.kind
      else {
        faults.append(file.fault(row, "expected words, not '\(values[2])'"))
        continue
      }
      rows.append(
        Row(topic: values[0], isTitleOnly: values[1] == "title", phrase: phrase, weight: weight, line: Int(row.line)))
    }
  }
}

/// What a term adds to the sums of topics. It is found by the number of the term.
struct TermWeight: Sendable {
  var rule: Int32
  var isTitleOnly: Bool
  var weight: Double
}

extension TopicSet {
  /// For each rule, the sum of the weights of the terms that occur.
  func weightSums(_ occurrences: TermOccurrences) -> [Double] {
    var sums = [Double](repeating: 0, count: rules.count)
    let title = occurrences.positions.range(of: .title)
    var last: RuleTable.Term = -1
    // The first place of each term is the first in the text, so that it tells whether the title has the term.
    for occurrence in occurrences.found where occurrence.term != last {
      last = occurrence.term
      for entry in weightsByTerm[Int(last)] where !entry.isTitleOnly || title.contains(occurrence.start) {
        sums[Int(entry.rule)] += entry.weight
      }
    }
    return sums
  }
}
