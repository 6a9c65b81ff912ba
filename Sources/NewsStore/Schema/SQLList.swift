import NewsModel

extension Sequence<Zone> {
  /// The zones as a list of SQL literals: `'title', 'lead'`.
  var sqlList: String { map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
