import NewsModel

/// The sentences with which a report opens: what led the week, what else changed, and the main story.
///
/// Every number in them is also in a section of the page. A change within chance is never called a rise or a fall.
struct LeadSentences {
  let report: WeeklyReport
  let rows: RowWriting

  private static let mostShared = 4
  private static let mostChanges = 3
  private static let mostWords = 6

  var elements: [Page.Element] {
    guard report.status != .empty else { return [] }
    let sentences = [leading ?? composition, others, HeadlineSentence(report: report).inlines].compactMap(\.self)
    return [.paragraph(Array(sentences.joined(separator: [" "])))]
  }

  // MARK: What led the week

  private var leading: [Page.Inline]? {
    guard let movement = report.movements.first,
      let row = (report.changes + report.unusual).first(where: { $0.trend.key == movement.key }),
      let comparison = row.trend.comparison
    else { return nil }
    let numbers = "\(amount(rows.count(of: row.trend))), against \(expected(comparison)) expected."
    if comparison.change < 0 { return [.strong(row.name), .text(" fell the most: \(numbers)")] }
    let verb = comparison.isSignificant ? "led the week" : "stood out, though not beyond chance"
    return [.strong(row.name), .text(" \(verb): \(numbers)")] + shared(movement) + words(movement)
  }

  /// The sentence with the series that rose in the same documents.
  private func shared(_ movement: Movement) -> [Page.Inline] {
    let shown = movement.shared.prefix(Self.mostShared)
    let (topics, names) = (shown.filter { $0.key.dimension == .topic }, shown.filter { $0.key.dimension != .topic })
    func list(_ series: [Movement.SharedSeries]) -> String {
      EnglishList.text(series.map { "\($0.name) (\(Numbers.count($0.count)))" })
    }
    let parts = [topics.isEmpty ? nil : "are also about \(list(topics))", names.isEmpty ? nil : "name \(list(names))"]
      .compactMap(\.self)
    return parts.isEmpty ? [] : [.text(" The same \(rows.unit) \(parts.joined(separator: " and "))")] + ["."]
  }

  /// Words say what happened, which names do not.
  private func words(_ movement: Movement) -> [Page.Inline] {
    let words = movement.words.prefix(Self.mostWords).map { "“\($0.name)”" }
    return words.isEmpty ? [] : [.text(" Words that set them apart are \(EnglishList.text(words)).")]
  }

  // MARK: What the week consists of

  /// The sentences for a week in which nothing stood out, or that is not compared.
  private var composition: [Page.Inline] {
    func most(_ dimension: SeriesKey.Dimension, _ limit: Int) -> [SeriesRow] {
      let table = report.tables.first { $0.dimension == dimension }
      return Array((table?.rows ?? []).filter { rows.count(of: $0.trend) >= 2 }.prefix(limit))
    }
    func list(_ some: [SeriesRow], _ verb: String, _ preposition: String) -> String? {
      func number(_ row: SeriesRow) -> String {
        let count = rows.count(of: row.trend)
        return count == total ? "all" : Numbers.count(count)
      }
      guard let first = some.first else { return nil }
      let rest = some.dropFirst().map { "\(number($0)) \(preposition) \($0.name)" }
      return EnglishList.text(["\(number(first)) \(verb) \(first.name)"] + rest)
    }
    let countries = most(.country, 2)
    let parts = [
      list(most(.topic, 3), "are about", "about"),
      list(countries.isEmpty ? most(.organisation, 2) : countries, "name", "name"),
    ].compactMap(\.self)
    let contents =
      parts.isEmpty ? "It has \(counted(total))." : "Of its \(counted(total)), \(parts.joined(separator: "; "))."
    return [.text([contents, verdict].compactMap(\.self).joined(separator: " "))]
  }

  /// The sentence that says what the comparison showed; nil for an incomplete week, about which there is a notice.
  private var verdict: String? {
    if rows.isCompared {
      return report.compared == 0
        ? "Its numbers are too small to show a change." : "No topic or name rose or fell beyond chance."
    }
    return report.status == .complete
      ? "It is among the first weeks of the archive, so it is not compared with others." : nil
  }

  // MARK: What else changed

  private var others: [Page.Inline]? {
    let named = Set(report.movements.prefix(1).flatMap { [$0.key] + $0.shared.map(\.key) })
    let rest = report.changes.filter { !named.contains($0.trend.key) && $0.trend.key.dimension != .source }
    let unusual = report.movements.dropFirst().compactMap { movement in
      report.unusual.first { $0.trend.key == movement.key && !named.contains(movement.key) }
    }
    func isRise(_ row: SeriesRow) -> Bool { row.trend.comparison.map { $0.change > 0 } ?? false }
    func part(_ rows: [SeriesRow], _ verb: String) -> String? {
      rows.isEmpty ? nil : EnglishList.text(rows.prefix(Self.mostChanges).map(change)) + " " + verb
    }
    let isFirstFall = report.movements.first.map { movement in
      report.changes.contains { $0.trend.key == movement.key && !isRise($0) }
    }
    let parts = [
      part(rest.filter(isRise), "rose too"),
      part(rest.filter { !isRise($0) }, isFirstFall == true ? "fell too" : "fell"),
      part(unusual, report.changes.isEmpty ? "stood out too" : "stood out, though not beyond chance"),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : [.text(parts.joined(separator: "; ") + ".")]
  }

  private func change(_ row: SeriesRow) -> String {
    let count = rows.count(of: row.trend)
    return
      "\(row.name) (\(count == 0 ? "none" : counted(count)), \(row.trend.comparison.map(expected) ?? "–") expected)"
  }

  // MARK: Numbers

  private var total: Int { report.totals.total(in: report.parameters.unit) }

  private func counted(_ count: Int) -> String { rows.counted(count) }

  /// `14 of 52 stories`
  private func amount(_ count: Int) -> String { "\(count == 0 ? "none" : Numbers.count(count)) of \(counted(total))" }

  private func expected(_ comparison: Trend.Comparison) -> String {
    let text = Numbers.fixed(comparison.expected, comparison.expected < 10 ? 1 : 0)
    return text == "0.0" ? "none" : text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
