import TextScanning

/// The days of the week and the months.
enum Calendar {
  static let names = WordSet(
    ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
      + "october november december").split(separator: " ").map { FoldedHash.of($0.utf8) })
}
