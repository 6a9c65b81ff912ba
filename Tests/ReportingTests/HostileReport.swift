import NewsModel
import TestSupport

extension SyntheticReport {
  /// A report in which every text from the archive is hostile. Its numbers and structure are always the same.
  static func hostile(using random: inout SplitMix64) -> WeeklyReport {
    var report = report()
    // Never empty: with an empty name a part of the page would be missing, and the structures could not be compared.
    var next: String { "x" + HostileText.random(using: &random) }
    report.archive = next
    for i in report.provenance.indices { report.provenance[i].value = next }
    for table in report.tables.indices {
      for i in report.tables[table].rows.indices { report.tables[table].rows[i].name = next }
    }
    for i in report.changes.indices {
      let (key, id) = (report.changes[i].trend.key, next)
      report.changes[i].name = next
      report.changes[i].trend.key.id = id
      for j in report.movements.indices where report.movements[j].key == key { report.movements[j].key.id = id }
    }
    for i in report.unusual.indices { report.unusual[i].name = next }
    for i in report.presenceChanges.indices { report.presenceChanges[i].name = next }
    for i in report.movements.indices {
      report.movements[i].name = next
      for j in report.movements[i].shift.sources.indices { report.movements[i].shift.sources[j].source = next }
      for j in report.movements[i].companions.indices { report.movements[i].companions[j].name = next }
      for j in report.movements[i].shared.indices { report.movements[i].shared[j].name = next }
      for j in report.movements[i].words.indices { report.movements[i].words[j].name = next }
      for j in report.movements[i].stories.indices { report.movements[i].stories[j].headline = next }
    }
    for i in report.pairs.indices {
      report.pairs[i].firstName = next
      report.pairs[i].secondName = next
    }
    for i in report.stories.indices { report.stories[i].headline = next }
    for i in report.leftOut.indices { report.leftOut[i].what = next }
    for i in report.documents.indices {
      report.documents[i].title = next
      report.documents[i].source = next
      report.documents[i].publisher = next
      report.documents[i].url = i % 2 == 0 ? next : "https://x.example/" + HostileText.random(using: &random)
    }
    return report
  }
}
