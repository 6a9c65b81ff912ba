import NewsModel
import TextScanning

/// The query behind each table, as a user would type it.
struct RepeatSection {
  let report: WeeklyReport
  let rows: RowWriting

  private var week: String { report.week.description }

  var section: Page.Section {
    var commands = ["# The week", sql("SELECT * FROM week WHERE week = '\(week)'")]
    if !report.changes.isEmpty { commands += ["# What rose and what fell", sql(changes)] }
    if !report.unusual.isEmpty {
      commands += ["# Unusual series, of which the page shows the least likely", sql(unusual)]
    }
    for table in rows.printedTables {
      commands += ["# \(RowWriting.plural(table.dimension))", sql(series(of: table))]
    }
    if !report.pairs.isEmpty { commands += ["# Pairs", "dateline query pairs --week \(week)"] }
    if !report.presenceChanges.isEmpty { commands += ["# New, back and gone quiet", sql(presenceChanges)] }
    if !report.stories.isEmpty {
      commands += ["# Main stories", sql(stories)]
    }
    commands += [
      "# Left out: documents without a date, and problems",
      sql("SELECT source, title FROM document WHERE week IS NULL ORDER BY source"), "dateline query problems",
    ]
    if let change = report.changes.first ?? report.unusual.first ?? report.tables.first?.rows.first {
      let key = change.trend.key
      commands += [
        "# The course of one series, and its documents", "dateline query trend \(Self.filter(key))",
        "dateline query documents --week \(week) \(Self.filter(key))",
      ]
    }
    commands += ["# The whole page", "dateline verify \(week).md"]
    return Page.Section(title: "How to repeat it", elements: [.paragraph([.text(Self.place)]), .commands(commands)])
  }

  private static let place =
    "These commands work in the folder of this page, with DATELINE_DATABASE set to the path of the database, which the "
    + "run printed. Of main stories with equally many documents and sources, the page prints those first in which more "
    + "series rose."

  private func sql(_ select: String) -> String { "dateline query sql \(Self.quoted(select))" }

  private static let columns =
    "series, documents, stories, expected, share, change, change_low, change_high, sources, p, q, label"

  private var rate: String { String(report.parameters.falseDiscoveryRate) }

  private var changes: String {
    "SELECT dimension, \(Self.columns) FROM v_weekly_trends WHERE week = '\(week)' AND q <= \(rate) "
      + "ORDER BY change < 0, max(change_low, -change_high) DESC, p"
  }

  private var unusual: String {
    "SELECT dimension, \(Self.columns) FROM v_weekly_trends WHERE week = '\(week)' AND p <= \(Trend.unusualBelow) "
      + "AND (q IS NULL OR q > \(rate)) ORDER BY dimension, max(change_low, -change_high) DESC, p"
  }

  private var presenceChanges: String {
    "SELECT dimension, series, label, documents FROM v_weekly_trends WHERE week = '\(week)' "
      + "AND label IN ('new', 'back', 'quiet') ORDER BY label = 'quiet', label = 'back', documents DESC, expected DESC"
  }

  private var stories: String {
    "SELECT count(*) AS documents, count(DISTINCT publisher) AS sources, min(published) AS first, title FROM document "
      + "WHERE week = '\(week)' GROUP BY coalesce(story, id) ORDER BY documents * sources DESC, 1 DESC, 3, source LIMIT \(report.stories.count)"
  }

  private func series(of table: SeriesTable) -> String {
    "SELECT \(Self.columns) FROM v_weekly_trends WHERE week = '\(week)' AND dimension = '\(table.dimension.rawValue)' "
      + "AND (documents > 0 OR q <= \(rate)) ORDER BY documents DESC, change DESC, sources DESC, series LIMIT \(table.shown)"
  }

  static func filter(_ key: SeriesKey) -> String {
    let option =
      switch key.dimension {
      case .topic: "--topic"
      case .country: "--country"
      case .source: "--source"
      case .organisation, .facility, .place, .person, .group, .vessel: "--entity"
      }
    return "\(option) \(quoted(key.id))"
  }

  /// Quotes any text as one word of a shell command.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        byte.isDigit || byte.isASCIILetter
          || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/")].contains(byte)
      }
    if isPlain, word.utf8.first != UInt8(ascii: "-") { return word }
    // Inside double quotes, a shell interprets only `"`, `$`, `` ` ``, `\` and `!`; inside single quotes, only `'`.
    if !word.utf8.contains(where: { "\"$`\\!".utf8.contains($0) }) { return "\"\(word)\"" }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
