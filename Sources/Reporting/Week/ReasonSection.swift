import NewsModel

/// The section on the reasons for changes: sources, other names, words, stories.
struct ReasonSection {
  let report: WeeklyReport

  var section: Page.Section {
    Page.Section(title: "Why it moved", elements: report.movements.flatMap(elements))
  }

  private func elements(of movement: Movement) -> [Page.Element] {
    var elements: [Page.Element] = [
      .heading([.text(movement.name)]), .paragraph([.text(sources(of: movement))]),
    ]
    if let apart = apart(movement) { elements.append(.paragraph([.text(apart)])) }
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
  private func apart(_ movement: Movement) -> String? {
    let names = movement.apart.map { one in
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
    return "What sets its \(Numbers.counted(movement.documents, "document")) apart from \(against): "
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
      return "\(Numbers.counted(part.documents, "document")) from one source, \(part.source), where "
        + "\(Numbers.fixed(part.expected, 1)) were expected."
    }
    let whole = [
      (shift.continuing, "from sources that had it before"), (shift.came, "from sources that came"),
      (shift.went, "from sources that went"),
    ].filter { Numbers.fixed(abs($0.0), 1) != "0.0" }.map { "\(signed($0.0)) \($0.1)" }
    let parts = shift.sources.map { part in
      "\(part.source) \(Numbers.count(part.documents)) where \(Numbers.fixed(part.expected, 1)) were expected"
    }
    return (whole.isEmpty ? "" : "Documents against those expected: \(whole.joined(separator: ", ")). ")
      + (parts.isEmpty ? "" : "Most: \(parts.joined(separator: "; ")).")
  }
}
