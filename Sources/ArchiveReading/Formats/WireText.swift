import TextScanning

/// Returns the text of a 1987 wire story as paragraphs separated by a line end. The wire wraps lines at about 64
/// characters, begins a paragraph with four blanks and a line of a table with one, and signs with "Reuter".
func wirePlainText(_ wire: String) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(wire.utf8.count)
  var isOpen = false
  for line in wire.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    var words = line.dropFirst(indent)
    while let last = words.last, last.isWhiteSpace { words = words.dropLast() }
    if words.isEmpty {
      isOpen = false
      continue
    }
    if isOpen, indent == 0 {
      if !endsInHyphen(text) { text.append(0x20) }
    } else if !text.isEmpty {
      text.append(0x0A)
    }
    text += words
    // A line of a table is a paragraph of its own.
    isOpen = indent != 1
  }
  var story = text[...]
  while true {
    let start = story.lastIndex(of: 0x0A).map { $0 + 1 } ?? story.startIndex
    guard start < story.endIndex, isSignature(story[start...]) else { break }
    story = story[..<max(start - 1, story.startIndex)]
  }
  return String(decoding: story, as: UTF8.self)
}

/// "short-" and "term" on two lines are one word. A dash (" - ") at a line end has lost its blank and is not joined.
private func endsInHyphen(_ text: [UInt8]) -> Bool {
  text.last == UInt8(ascii: "-")
    && text.dropLast().last.map { !$0.isWhiteSpace && $0 != UInt8(ascii: "-") } == true
}

/// Whether a paragraph is a signature: `Reuter`, `REUTER...`, `Reuters`, and the ends of the wire's own commands.
private func isSignature(_ paragraph: ArraySlice<UInt8>) -> Bool {
  guard paragraph.count <= 12 else { return false }
  let letters = paragraph.filter(\.isASCIILetter).map(\.lowered)
  return letters == Array("reuter".utf8) || letters == Array("reuters".utf8)
}
