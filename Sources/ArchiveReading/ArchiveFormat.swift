/// The format of a file, recognised by its content.
package enum ArchiveFormat: String, Sendable, CaseIterable {
  /// HTML or XHTML, in any encoding.
  case page
  /// A page saved as text, or an article's own text.
  case plainText = "plain-text"
  /// One JSON object per line.
  case jsonLines = "jsonl"
  /// JSON objects that span several lines, one after another or in an array.
  case json
  /// Comma-, semicolon- or tab-separated values under a header that names the columns.
  case csv
  /// A crawler's web archive: WARC 1.0 and 1.1.
  case webArchive = "warc"
  /// The web archive format that preceded WARC.
  case arc
  /// Reuters-21578, Distribution 1.0.
  case reuters

  /// Whether a file of this format is one document, which a worker lane can load whole. A file of any other format
  /// holds many documents and is streamed.
  package var isSingleDocument: Bool {
    switch self {
    case .page, .plainText: true
    case .jsonLines, .json, .csv, .webArchive, .arc, .reuters: false
    }
  }

  /// The reason given when a file of this format was read to its end without a fault and held no document.
  var reasonForNothing: String {
    switch self {
    case .page, .plainText: "the file has no content"
    case .jsonLines, .json: "the JSON contains no object, so there are no records"
    case .csv: "there are no rows after the header"
    case .webArchive, .arc: "a web archive in which no record is a saved page or text"
    case .reuters: "no <REUTERS> element"
    }
  }
}
