import NewsModel

/// Reports with all their parts, from invented numbers.
enum SyntheticReport {
  static let lastWeek = Week(iso: "2013-W05")!
  static let names = [
    "Nuclear power", "Reactor restart", "Uranium", "Waste", "Missile defence", "Sanctions", "Grid", "Decommissioning",
    "Safety", "Fuel cycle",
    "Proliferation", "Emergency preparedness and response of operators",
  ]

  /// The share of a topic in the week with this index.
  static func share(_ topic: Int, _ week: Int) -> Double? {
    if week == 9 { return nil }
    let wave = Double((week * (topic + 3) * 7) % 11) / 11
    let base = 0.22 / Double(topic + 1)
    return topic == 3 && week > 20 ? base + 0.05 * Double(week - 20) : base * (0.6 + 0.8 * wave)
  }

  static let facts = ArchiveFacts(
    archive: "Example archive", undated: 2,
    problems: [ArchiveFacts.ProblemTally(kind: .truncated, count: 1, example: "pages/cut.html.gz")],
    provenance: [WeeklyReport.Fact(name: "archive", value: "9f2c41d07a5be361")])

  static func report(weekInHistory last: Int = 25, title: String = "A title") -> WeeklyReport {
    let first = lastWeek.advanced(by: -25)
    let history = (0...last).map { i in
      WeeklyReport.WeekInHistory(
        totals: totals(first.advanced(by: i), i == 9 ? 0 : 80 + i % 5),
        status: i == 0 ? .incomplete("no documents before Thursday") : i == 9 ? .empty : .complete)
    }
    let week = first.advanced(by: last)
    let documents = (0..<24).map { i in
      DocumentReference(
        source: "pages/\(i).html.gz", title: i == 0 ? title : "Invented headline number \(i)",
        publisher: "site-\(i % 3).example",
        day: Day(ordinal: week.monday.ordinal + i % 7), url: "https://site-\(i % 3).example/\(i)")
    }
    let topics = names.indices.map { i in row(SeriesKey(.topic, "topic-\(i)"), names[i], i, week, last) }
    let countries = ["Russia", "Japan", "France"].enumerated().map { i, name in
      row(SeriesKey(.country, ["RU", "JP", "FR"][i]), name, i + 1, week, last)
    }
    let organisations = ["NATO", title].enumerated().map { i, name in
      row(SeriesKey(.organisation, "org.\(i)"), name, i + 2, week, last)
    }
    let changes = topics.filter { $0.trend.comparison?.isSignificant == true }
    let story = StoryRow(
      headline: title, documentCount: 4, sourceCount: 3, firstDay: week.monday, documents: [0, 3, 4, 5])
    return WeeklyReport(
      archive: "Example archive", week: week, status: history.last!.status, totals: history.last!.totals,
      previous: last > 0 ? week.advanced(by: -1) : nil, next: last < 25 ? week.advanced(by: 1) : nil,
      parameters: TrendParameters(),
      provenance: [
        WeeklyReport.Fact(name: "program", value: "dateline 1.0"),
        WeeklyReport.Fact(name: "archive-hash", value: "9f2c41d07a5be361"),
        WeeklyReport.Fact(name: "dictionaries-hash", value: "00ab41d07a5be361"),
      ], history: history,
      tables: [
        SeriesTable(dimension: .topic, rows: topics, shown: 12),
        SeriesTable(dimension: .country, rows: countries, shown: 2),
        SeriesTable(dimension: .organisation, rows: organisations, shown: 15),
      ], changes: changes, unusual: Array(countries.prefix(1)), compared: 640,
      presenceChanges: [
        SeriesRow(
          name: title,
          trend: Trend(
            key: SeriesKey(.facility, "fac.x"), week: week, documents: 5, stories: 4, sources: 2, share: 0.05,
            label: .back,
            firstSeen: first, backAfter: 9), shares: Array(repeating: 0, count: last) + [0.05], documents: [1, 2])
      ],
      movements: [
        Movement(
          key: SeriesKey(.topic, "topic-3"), name: "Waste",
          shift: SourceShift(
            continuing: 8.25, came: 4, went: -1.5,
            sources: [SourceShift.Part(source: "site-1.example", documents: 9, expected: 1.5)]),
          documents: 20, against: .own(31),
          companions: [Distinction(name: title, documents: 7, documentsBefore: 1, strength: 20)],
          words: [Distinction(name: "cask", documents: 6, documentsBefore: 0, strength: 15)], stories: [story],
          shared: [Movement.SharedSeries(key: SeriesKey(.organisation, "org.1"), name: title, count: 5)])
      ],
      pairs: [
        PairRow(
          firstName: "NATO", secondName: "Russia",
          pair: PairTrend(
            first: SeriesKey(.organisation, "org.0"), second: SeriesKey(.country, "RU"), week: week, documents: 6,
            npmi: 0.4213),
          documents: [1, 2, 3])
      ], stories: [story],
      leftOut: [WeeklyReport.LeftOut(what: "documents without a date, of all weeks", count: 3)], documents: documents)
  }

  static func totals(_ week: Week, _ documents: Int) -> WeekTotals {
    WeekTotals(
      week: week, documents: documents, stories: documents * 9 / 10, sources: min(3, documents),
      daily: documents == 0 ? [0, 0, 0, 0, 0, 0, 0] : [documents - 64, 14, 15, 14, 13, 6, 2])
  }

  static func row(_ key: SeriesKey, _ name: String, _ i: Int, _ week: Week, _ last: Int) -> SeriesRow {
    let shares = (0...last).map { share(i, $0) }
    let now = shares.last! ?? 0
    let stories = Int(now * 72)
    let usual = 0.22 / Double(i + 1)
    let significant = abs(now - usual) > 0.12 || i == 1
    return SeriesRow(
      name: name,
      trend: Trend(
        key: key, week: week, documents: stories + 2, stories: stories, sources: 3, share: now,
        comparison: Trend.Comparison(
          baselineWeeks: 12, baselineCount: Int(usual * 864), baselineTotal: 864, expected: usual * 72,
          change: now - usual,
          low: now - usual - 0.06, high: now - usual + 0.07, p: 0.0004, smallestPossibleP: 1e-9,
          q: 0.012, isSignificant: significant),
        label: significant ? (now > usual ? .rising : .falling) : .steady,
        burst: i == 3 && last > 20 ? Trend.Burst(first: lastWeek.advanced(by: -4), last: lastWeek, weight: 9) : nil,
        firstSeen: lastWeek.advanced(by: -25), slope: Trend.Slope(weeks: 12, tau: 0.4, p: 0.05)),
      shares: shares, documents: Array(0..<min(stories, 20)))
  }
}
