import NewsModel

/// The query behind each table, as a person types it.
struct RepeatSection {
  let report: WeeklyReport

  var section: Page.Section {
    let week = report.week.description
    func sql(_ select: String) -> String { "dateline query sql \(RepeatSection.quoted(select))" }
    var commands = [
      "# The week", sql("SELECT * FROM week WHERE week = '\(week)'"),
      "# Topics",
      sql("SELECT * FROM v_weekly_topics WHERE week = '\(week)' ORDER BY documents DESC, sources DESC, topic"),
      "# Countries",
      sql("SELECT * FROM v_weekly_countries WHERE week = '\(week)' ORDER BY documents DESC, sources DESC, country"),
      "# Organisations, facilities, places and persons",
      sql("SELECT * FROM v_weekly_entities WHERE week = '\(week)' ORDER BY type, documents DESC, sources DESC, entity"),
      "# Pairs", sql("SELECT * FROM pair WHERE week = '\(week)' ORDER BY documents DESC"),
    ]
    if let change = report.changes.first ?? report.tables.first?.rows.first {
      let key = change.trend.key
      commands += [
        "# The course of one series, with expected values, intervals and labels",
        "dateline query trend \(RepeatSection.filter(key))",
        "# Its documents", "dateline query documents --week \(week) \(RepeatSection.filter(key))",
      ]
    }
    commands += ["# All of it", "dateline verify \(week).md"]
    return Page.Section(title: "How to repeat it", elements: [.commands(commands)])
  }

  static func filter(_ key: SeriesKey) -> String {
    let option =
      switch key.dimension {
      case .topic: "--topic"
      case .country: "--country"
      case .source: "--source"
      case .organisation, .facility, .place, .person: "--entity"
      }
    return "\(option) \(quoted(key.id))"
  }

  /// One word of a shell, whatever it holds.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/")].contains(byte)
      }
    if isPlain, word.utf8.first != UInt8(ascii: "-") { return word }
    // Inside double quotes a shell reads `"`, `$`, `` ` ``, `\` and `!` only; inside single ones `'` alone.
    if !word.utf8.contains(where: { "\"$`\\!".utf8.contains($0) }) { return "\"\(word)\"" }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
