import ScannedText

/// The folded words of a name as bytes.
struct FoldedName {
  let words: [ArraySlice<UInt8>]

  init(_ name: String) { words = Array(slug(name).utf8).split(separator: UInt8(ascii: "-")) }
}
