import NewsModel
import Testing
import Trends

@Suite struct ReasonTests {
  @Test func theChangeIsSplitAmongSources() {
    // 100 documents now and 1,000 before, so a tenth is expected.
    let shift = SourceShift(
      [
        SourceCount(source: "stays", documents: 7, documentsBefore: 20),
        SourceCount(source: "came", documents: 4, documentsBefore: 0),
        SourceCount(source: "went", documents: 0, documentsBefore: 10),
        SourceCount(source: "same", documents: 1, documentsBefore: 10),
      ], total: 100, totalBefore: 1000)
    #expect(shift.continuing == 5 && shift.came == 4 && shift.went == -1)
    #expect(shift.sources.map(\.source) == ["stays", "came", "went"])
    #expect(shift.sources[0] == SourceShift.Part(source: "stays", documents: 7, expected: 2))
    // The parts add up to the whole difference: 12 documents instead of the 4 expected.
    #expect(shift.continuing + shift.came + shift.went == 8)
  }

  @Test func whatSetsAWeekApart() {
    let strongest = Distinctions.strongest(
      [
        CompanionCount(name: "always there", documents: 20, documentsBefore: 100),
        CompanionCount(name: "new plant", documents: 12, documentsBefore: 0),
        CompanionCount(name: "more than before", documents: 10, documentsBefore: 8),
        CompanionCount(name: "less than before", documents: 3, documentsBefore: 90),
        CompanionCount(name: "too few", documents: 2, documentsBefore: 0),
      ], total: 20, totalBefore: 100)
    #expect(strongest.map(\.name) == ["new plant", "more than before"])
    #expect(strongest.map(\.documents) == [12, 10])
  }

  @Test func theHeadlineThatMostShare() {
    func document(_ source: String, _ title: String?, _ day: String) -> DocumentReference {
      DocumentReference(source: source, title: title, publisher: nil, day: Day(iso: day), url: nil)
    }
    let first = document("b", "Reactor restarts", "2013-02-03")
    let documents = [
      document("a", "An older headline", "2013-02-01"), document("c", "REACTOR  restarts", "2013-02-03"), first,
      document("d", nil, "2013-01-30"),
    ]
    #expect(Headlines.representative(of: documents) == first)
    #expect(Headlines.representative(of: [document("d", nil, "2013-01-30")]) == nil)
  }

  @Test func aReportPrintsTheStrongestFirst() {
    func trend(_ id: String, documents: Int, change: Double, p: Double, label: Trend.Label) -> Trend {
      Trend(
        key: SeriesKey(.topic, id), week: Week(iso: "2013-W05")!, documents: documents,
        comparison: Trend.Comparison(
          baselineWeeks: 12, baselineCount: 10, baselineTotal: 100, expected: 1, change: change, low: change,
          high: change, p: p, smallestPossibleP: p, q: p,
          isSignificant: label == .rising || label == .falling), label: label)
    }
    let trends = [
      trend("a", documents: 9, change: 0, p: 1, label: .steady),
      trend("b", documents: 0, change: -0.2, p: 1e-6, label: .falling),
      trend("c", documents: 5, change: 0.1, p: 1e-3, label: .rising),
      trend("d", documents: 4, change: 0.2, p: 1e-9, label: .rising),
      trend("e", documents: 0, change: -0.1, p: 0.2, label: .quiet),
      trend("f", documents: 3, change: 0.1, p: 0.2, label: .new),
    ]
    let selection = WeekSelection(trends, limit: 5)
    #expect(selection.changes.map(\.key.id) == ["d", "c", "b"])
    #expect(selection.presenceChanges.map(\.key.id) == ["f", "e"])
    #expect(selection.tables[.topic]?.map(\.key.id) == ["a", "c", "d", "f", "b"])
  }

  /// Topics come first, unknown names last and a unit after its plant. Significant and unremarkable series are left
  /// out.
  @Test func whatIsUnusualIsNamedButNotAsAChange() {
    func trend(_ key: SeriesKey, p: Double, isSignificant: Bool = false) -> Trend {
      Trend(
        key: key, week: Week(iso: "2013-W05")!, documents: 3,
        comparison: Trend.Comparison(
          baselineWeeks: 12, baselineCount: 1, baselineTotal: 50, expected: 0.1, change: 0.5, low: 0.1, high: 0.8, p: p,
          smallestPossibleP: p, q: nil, isSignificant: isSignificant), label: .tooFew)
    }
    let plant = SeriesKey(.facility, "fac.a")
    let unlisted = SeriesKey(.organisation, "org~a")
    let selection = WeekSelection(
      [
        trend(unlisted, p: 1e-5), trend(plant, p: 0.002), trend(SeriesKey(.facility, "fac.a#1"), p: 0.001),
        trend(SeriesKey(.facility, "fac.b#2"), p: 0.004), trend(SeriesKey(.organisation, "org.a"), p: 0.003),
        trend(SeriesKey(.topic, "storms"), p: 0.009), trend(SeriesKey(.topic, "usual"), p: 0.011),
        trend(SeriesKey(.topic, "sure"), p: 1e-6, isSignificant: true),
      ], limit: 5, isKnown: { $0 != unlisted })
    #expect(selection.unusual.map(\.key.id) == ["storms", "fac.a", "fac.b#2", "org.a", "org~a"])
    #expect(selection.changes.map(\.key.id) == ["sure"])
  }
}
