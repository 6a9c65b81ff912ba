extension Sequence where Element: RawRepresentable<String> {
  /// Zones or kinds of problems as a list of SQL literals: `'title', 'lead'`.
  var sqlList: String { map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
