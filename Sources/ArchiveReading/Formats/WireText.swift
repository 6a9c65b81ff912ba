/// The text of a wire story as it was sent in 1987, in paragraphs parted by a line end: the wire wraps lines at about
/// 64 characters, opens a paragraph with four blanks and a line of a table with one, and signs with "Reuter".
func wirePlainText(_ wire: String) -> String {
  var paragraphs: [[UInt8]] = []
  var isOpen = false
  for line in wire.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    var words = line.dropFirst(indent)
    while let last = words.last, isBlank(last) { words = words.dropLast() }
    if words.isEmpty {
      isOpen = false
      continue
    }
    if isOpen, indent == 0, var last = paragraphs.popLast() {
      // "short-" and "term" on two lines are one word; " - " ends in a blank that was cut off.
      let joins =
        last.last == UInt8(ascii: "-") && last.dropLast().last.map { !isBlank($0) && $0 != UInt8(ascii: "-") } == true
      if !joins { last.append(0x20) }
      last += words
      paragraphs.append(last)
    } else {
      paragraphs.append(Array(words))
    }
    // A line of a table stands alone.
    isOpen = indent != 1
  }
  while let last = paragraphs.last, isSignature(last) { paragraphs.removeLast() }
  return String(decoding: Array(paragraphs.joined(separator: [0x0A])), as: UTF8.self)
}

/// `Reuter`, `REUTER...`, `Reuters`, and the ends of the wire's own commands.
private func isSignature(_ paragraph: [UInt8]) -> Bool {
  guard paragraph.count <= 12 else { return false }
  let letters = paragraph.filter { (0x41...0x5A).contains($0 & 0xDF) }.map { $0 | 0x20 }
  return letters == Array("reuter".utf8) || letters == Array("reuters".utf8)
}
