import Names
import NewsModel
import ScannedText

extension DictionaryLint {
  /// Files whose lines are not sorted; the first line out of order is reported. The order does not change what is
  /// found, but it keeps files readable and their diffs small.
  func unsortedFiles() -> [DefinitionErrors.Fault] {
    dictionary.files.compactMap { file in
      guard let id = file.column("id") else { return nil }
      let surface = file.column("surface")
      for (previous, row) in zip(file.rows, file.rows.dropFirst()) {
        let (before, after) = (file.bytes[file.range(previous, id)], file.bytes[file.range(row, id)])
        if after.lexicographicallyPrecedes(before) {
          return warning(file, row, "id", previous, id)
        }
        if let surface, before == after,
          file.bytes[file.range(row, surface)].lexicographicallyPrecedes(file.bytes[file.range(previous, surface)])
        {
          return warning(file, row, "surface", previous, surface)
        }
      }
      return nil
    }
  }

  private func warning(
    _ file: TableFile, _ row: TableFile.Row, _ what: String, _ previous: TableFile.Row, _ column: Int
  ) -> DefinitionErrors.Fault {
    var fault = file.fault(
      row, "not in order of \(what): \(file.text(row, column)) comes after \(file.text(previous, column))")
    fault.isWarning = true
    return fault
  }
}
