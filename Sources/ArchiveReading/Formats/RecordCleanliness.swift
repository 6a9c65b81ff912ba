import NewsModel
import TextScanning

/// Replaces each C0 control character, except tab and line ends, with a blank, so that offsets stay valid; the
/// database's text cannot hold such characters. Also returns how many were replaced.
func withoutControls(_ record: RawDocument.Record) -> (record: RawDocument.Record, controls: Int) {
  var count = 0
  func clean(_ text: String) -> String {
    let controls = text.utf8.count(where: \.isControl)
    if controls == 0 { return text }
    count += controls
    return String(decoding: text.utf8.map { $0.isControl ? 0x20 : $0 }, as: UTF8.self)
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
