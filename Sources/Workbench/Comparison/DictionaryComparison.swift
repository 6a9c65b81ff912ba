import NewsModel

/// The differences between two dictionary folders, by line and column.
package struct DictionaryComparison: Sendable {
  /// Sorted by id; the line of an entity comes before those of its surfaces.
  package private(set) var changes: [DictionaryChange] = []

  /// Throws `DefinitionErrors` with all errors in both folders.
  ///
  /// - Parameter overlay: Whether a pipeline lists the second folder after the first, so that lines that it lacks are
  ///   kept.
  package init(_ first: String, _ second: String, overlay: Bool = false) throws {
    var faults: [DefinitionErrors.Fault] = []
    let old = DictionaryLines(folder: first, faults: &faults).lines
    let new = DictionaryLines(folder: second, faults: &faults).lines
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    let all = Set(old.keys).union(new.keys).sorted()
    var meaning = ChangeMeaning()
    for key in all where key.subject == .entity || key.subject == .surface {
      let line = new[key] ?? (overlay ? old[key] : nil)
      guard let line else { continue }
      if key.subject == .entity {
        meaning.addName(line.values["name"] ?? "", of: key.id)
      } else {
        meaning.add(key.text, of: key.id)
      }
    }
    let run = Set(new.keys.filter { $0.subject == .operator }.map(\.id))
    for key in all {
      switch (old[key], new[key]) {
      case (nil, let line?):
        changes.append(
          DictionaryChange(
            kind: .added, subject: key.subject, id: key.id, surface: key.text, new: line.values["name"] ?? "",
            place: line.place, meaning: meaning.ofAdded(key, line)))
      case (let line?, nil):
        // An operator line in the overlay replaces all operator lines of its facility.
        if overlay && !(key.subject == .operator && run.contains(key.id)) { continue }
        changes.append(
          DictionaryChange(
            kind: .removed, subject: key.subject, id: key.id, surface: key.text, old: line.values["name"] ?? "",
            place: line.place, meaning: meaning.ofRemoved(key, line)))
      case (let before?, let line?):
        for column in Set(before.values.keys).union(line.values.keys).sorted() {
          let (was, now) = (before.values[column] ?? "", line.values[column] ?? "")
          if was == now { continue }
          changes.append(
            DictionaryChange(
              kind: .changed, subject: key.subject, id: key.id, surface: key.text, column: column, old: was, new: now,
              place: line.place, meaning: meaning.ofChanged(key, column, was, now)))
        }
      case (nil, nil): break
      }
    }
  }

  /// The number of lines of a subject with this kind of difference. A line counts once, even if several of its columns
  /// changed.
  package func count(_ subject: DictionaryChange.Subject, _ kind: DictionaryChange.Kind) -> Int {
    var count = 0
    var last: (String, String)?
    for change in changes where change.subject == subject && change.kind == kind {
      if let last, last == (change.id, change.surface) { continue }
      last = (change.id, change.surface)
      count += 1
    }
    return count
  }
}
