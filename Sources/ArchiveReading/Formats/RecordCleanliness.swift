import NewsModel

/// Replaces each C0 control character, except tab and line ends, with a blank, so that offsets stay valid; the
/// database's text cannot hold such characters. Also returns how many were replaced.
func withoutControls(_ record: RawDocument.Record) -> (record: RawDocument.Record, controls: Int) {
  var count = 0
  func clean(_ text: String) -> String {
    var text = text
    let controls = text.withUTF8 { $0.reduce(0) { $0 + (isControl($1) ? 1 : 0) } }
    if controls == 0 { return text }
    count += controls
    return String(decoding: text.utf8.map { isControl($0) ? 0x20 : $0 }, as: UTF8.self)
  }
  var cleaned = record
  cleaned.text = clean(record.text)
  cleaned.title = record.title.map(clean)
  cleaned.url = record.url.map(clean)
  cleaned.author = record.author.map(clean)
  cleaned.publisher = record.publisher.map(clean)
  cleaned.agency = record.agency.map(clean)
  cleaned.language = record.language.map(clean)
  cleaned.dateline = record.dateline.map(clean)
  cleaned.tags = record.tags.map(clean)
  return (cleaned, count)
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
