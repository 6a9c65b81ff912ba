/// What a file is, by its content.
package enum ArchiveFormat: String, Sendable, CaseIterable {
  /// HTML or XHTML, in any encoding.
  case page
  /// A page saved as text, or an article's own text.
  case plainText = "plain-text"
  /// A JSON object a line.
  case jsonLines = "jsonl"
  /// JSON objects over several lines, one after another or in an array.
  case json
  /// Comma-, semicolon- or tab-separated values under a header that names the columns.
  case csv
  /// What a crawler saved: WARC 1.0 and 1.1.
  case webArchive = "warc"
  /// The web archives before WARC.
  case arc
  /// Reuters-21578, Distribution 1.0.
  case reuters

  /// One file is one document: it can be loaded whole in a worker lane. A file of the other formats holds many
  /// documents and is streamed.
  package var isSingleDocument: Bool {
    switch self {
    case .page, .plainText: true
    case .jsonLines, .json, .csv, .webArchive, .arc, .reuters: false
    }
  }

  /// Why a file of this format, read to its end without a fault, gave nothing.
  var reasonForNothing: String {
    switch self {
    case .page, .plainText: "nothing in it"
    case .jsonLines, .json: "JSON without an object: no records"
    case .csv: "a header and no rows under it"
    case .webArchive, .arc: "a web archive in which no record is a saved page or text"
    case .reuters: "no <REUTERS> element"
    }
  }
}
