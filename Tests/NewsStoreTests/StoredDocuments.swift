import NewsModel
import NewsStore

extension NewsStore {
  /// All documents with these keys.
  func documents(_ keys: [Int64]) throws -> [Document] {
    var keys = keys[...]
    return try takeDocuments(from: &keys, count: .max, textBytes: .max)
  }
}
