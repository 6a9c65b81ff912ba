package import NewsModel

package enum Headlines {
  /// Returns the document whose title represents the story: the title that most documents share, ignoring case and
  /// white space. Of the documents with that title the earliest is chosen, then the first by source. Returns nil if no
  /// document has a title.
  package static func representative(of documents: [DocumentReference]) -> DocumentReference? {
    var counts: [String: Int] = [:]
    for document in documents { counts[folded(document.title), default: 0] += 1 }
    let last = Day(ordinal: Int.max)
    return documents.filter { !folded($0.title).isEmpty }.min { a, b in
      (-counts[folded(a.title), default: 0], a.day ?? last, a.source)
        < (-counts[folded(b.title), default: 0], b.day ?? last, b.source)
    }
  }

  private static func folded(_ title: String?) -> String {
    (title ?? "").lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
