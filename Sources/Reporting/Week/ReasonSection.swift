import NewsModel

/// The section on the reasons for changes: sources, other names, words, stories.
struct ReasonSection {
  let report: WeeklyReport

  var section: Page.Section {
    Page.Section(title: "Reasons for the changes", elements: report.movements.flatMap(elements))
  }

  private func elements(of movement: Movement) -> [Page.Element] {
    var elements: [Page.Element] = [
      .heading([.text(movement.name)]), .paragraph([.text(sources(of: movement))]),
    ]
    if let companions = companions(of: movement) { elements.append(.paragraph([.text(companions)])) }
    if !movement.shared.isEmpty {
      let shared = movement.shared.map { "\($0.name) (\(Numbers.count($0.count)))" }
      elements.append(
        .paragraph([.text("In the same \(RowWriting(report: report).unit): \(shared.joined(separator: ", ")).")]))
    }
    if !movement.stories.isEmpty { elements.append(.list(movement.stories.map(story))) }
    return elements
  }

  private func story(_ story: StoryRow) -> [Page.Inline] {
    let extent =
      story.documentCount == 1
      ? "" : ", \(Numbers.count(story.documentCount)) documents from \(Numbers.counted(story.sourceCount, "source"))"
    let day = story.firstDay.map { ", \($0)" } ?? ""
    return [.strong(story.headline), .text(day + extent)]
  }

  /// The sentence with the names and words that occur in more of the week's documents than in those before.
  private func companions(of movement: Movement) -> String? {
    let names = movement.companions.map { one in
      "\(one.name) (\(Numbers.count(one.documents)), before \(Numbers.count(one.documentsBefore)))"
    }
    // Words have no numbers, because they are counted in a sample if there are many documents.
    let lists = [("names", names), ("words", movement.words.map(\.name))].filter { !$0.1.isEmpty }
      .map { what, list in "\(what) \(list.joined(separator: ", "))" }
    if lists.isEmpty { return nil }
    let against =
      switch movement.against {
      case .own(let count): "its \(Numbers.counted(count, "document")) of the weeks before"
      case .all(let count): "all \(Numbers.counted(count, "document")) of the weeks before"
      }
    return "More frequent in its \(Numbers.counted(movement.documents, "document")) than in \(against): "
      + lists.joined(separator: "; ") + "."
  }

  private func sources(of movement: Movement) -> String {
    let shift = movement.shift
    func signed(_ value: Double) -> String {
      let text = Numbers.fixed(value, 1)
      return value > 0 && text != "0.0" ? "+\(text)" : text
    }
    if shift.sources.count == 1 {
      let part = shift.sources[0]
      return "\(Numbers.counted(part.documents, "document")) from one source, \(part.source); "
        + "\(Numbers.fixed(part.expected, 1)) were expected."
    }
    let whole = [
      (shift.continuing, "from sources that also had it before"), (shift.came, "from new sources"),
      (shift.went, "from sources that no longer have it"),
    ].filter { Numbers.fixed(abs($0.0), 1) != "0.0" }.map { "\(signed($0.0)) \($0.1)" }
    let parts = shift.sources.map { part in
      "\(part.source) \(Numbers.count(part.documents)) (\(Numbers.fixed(part.expected, 1)) expected)"
    }
    return (whole.isEmpty ? "" : "Difference from the expected number of documents: \(whole.joined(separator: ", ")). ")
      + (parts.isEmpty ? "" : "Largest differences: \(parts.joined(separator: "; ")).")
  }
}
