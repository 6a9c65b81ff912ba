import NewsModel
import TextScanning

/// The title of an item: its heading, or the line directly before its text.
struct ItemTitle {
  /// The index of the part that is the title; nil if there is none.
  let part: Int?

  /// A shorter line with less than three words is a label or a value ("Event Text"). In bytes.
  private static let shortest = 20
  private static let longest = 250

  /// - Parameters:
  ///   - parts: all parts of the page.
  ///   - range: those of the item.
  ///   - repeated: the lines that stand in every item.
  init(_ parts: [DocumentPart], _ range: Range<Int>, start: Int, isHeading: Bool, repeated: Set<String>) {
    if isHeading {
      part = start
      return
    }
    var last: Int?
    /// Whether a sentence stood above, which may be a note in the form.
    var hasNote = false
    for index in range where index > start && parts[index].isMainText && parts[index].block.zone != .form {
      if parts[index].field != nil { continue }
      let text = parts[index].block.text
      let bytes = Array(text.utf8)
      if Self.isText(bytes) {
        if last != nil || hasNote { break }
        hasNote = true
        continue
      }
      last = repeated.contains(text) || !Self.mayBeTitle(bytes) ? nil : index
    }
    part = last
  }

  private static func mayBeTitle(_ bytes: [UInt8]) -> Bool {
    let blanks = bytes.count { $0 == 0x20 }
    return bytes.count <= longest && (blanks >= 2 || (blanks == 1 && bytes.count >= shortest))
  }

  /// Whether a line begins or introduces text: a sentence, a quotation, or a line with a colon at its end.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.count > longest || bytes.first == UInt8(ascii: "\"")
      || (bytes.count >= shortest && bytes.last == UInt8(ascii: ":")) || FieldLine.isSentence(bytes, 0..<bytes.count)
  }
}
