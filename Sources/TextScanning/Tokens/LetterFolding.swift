/// The class of a code point beyond ASCII for matching.
enum FoldedScalar {
  /// A letter with its folded form (lower case, no accent), whether it is a capital, and its script.
  case letter(UInt32, isCapital: Bool, script: Script)
  /// æ, œ, ß, þ: two ASCII letters.
  case twoLetters(UInt8, UInt8, isCapital: Bool)
  case digit(UInt8)
  /// A character of a script that does not separate words.
  case ideograph
  /// An invisible character: a soft hyphen, a zero-width character, or a combining mark.
  case ignored
  /// An override of the writing direction: invisible, and a reason for suspicion.
  case override
  case space
  /// A curly, prime or letter apostrophe.
  case apostrophe
  /// A dash or hyphen.
  case dash
  case punctuation

  enum Script: UInt8 { case latin = 1, greek = 2, cyrillic = 4, other = 8 }
}

/// The lower-case base letters of U+00C0 to U+024F and U+1E00 to U+1EFF; "." if there is no single one. They come from
/// the canonical decompositions of the Unicode Character Database; a letter with a stroke has its base letter.
private let latinBase: [UInt8] = Array(
  ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
    + ".llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    + ".b........d...ee.ff.....kk......oo.............uu..............."
    + ".............aaiioouuuuuuuuuueaaaa....ggkkoooo..j...gg..nnaa..oo"
    + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    + "................").utf8)
private let latinAdditionalBase: [UInt8] = Array(
  ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)

/// Classifies and folds a code point above U+007F.
func fold(_ scalar: UInt32) -> FoldedScalar {
  switch scalar {
  case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
  case 0xAD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return .ignored
  case 0x202A, 0x202B, 0x202C, 0x2066...0x2069: return .ignored
  case 0x202D, 0x202E: return .override
  case 0x0300...0x036F, 0x20D0...0x20FF: return .ignored
  case 0x2018, 0x2019, 0x201B, 0x02BB, 0x02BC, 0x02B9, 0x2032, 0xFF07, 0xB4: return .apostrophe
  case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .dash
  case 0xC6, 0xE6: return .twoLetters(0x61, 0x65, isCapital: scalar == 0xC6)
  case 0x152, 0x153: return .twoLetters(0x6f, 0x65, isCapital: scalar == 0x152)
  case 0xDF, 0x1E9E: return .twoLetters(0x73, 0x73, isCapital: scalar == 0x1E9E)
  case 0xDE, 0xFE: return .twoLetters(0x74, 0x68, isCapital: scalar == 0xDE)
  case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7:
    return latin(scalar, latinBase[Int(scalar - 0xC0)])
  case 0x1E00...0x1EFF:
    return latin(scalar, latinAdditionalBase[Int(scalar - 0x1E00)])
  case 0x0259: return .letter(0x65, isCapital: false, script: .latin)
  case 0x0391...0x03A9: return .letter(scalar + 0x20, isCapital: true, script: .greek)
  case 0x03B1...0x03C1, 0x03C3...0x03C9: return .letter(scalar, isCapital: false, script: .greek)
  case 0x03C2: return .letter(0x03C3, isCapital: false, script: .greek)
  case 0x0386, 0x0388...0x038F, 0x03AA...0x03B0, 0x03CA...0x03CE: return greekWithAccent(scalar)
  case 0x0401, 0x0451: return .letter(0x0435, isCapital: scalar == 0x0401, script: .cyrillic)
  case 0x0400...0x040F: return .letter(scalar + 0x50, isCapital: true, script: .cyrillic)
  case 0x0410...0x042F: return .letter(scalar + 0x20, isCapital: true, script: .cyrillic)
  case 0x0430...0x045F: return .letter(scalar, isCapital: false, script: .cyrillic)
  case 0xFF10...0xFF19: return .digit(UInt8(scalar - 0xFF10 + 0x30))
  case 0xFF21...0xFF3A: return .letter(scalar - 0xFF21 + 0x61, isCapital: true, script: .latin)
  case 0xFF41...0xFF5A: return .letter(scalar - 0xFF41 + 0x61, isCapital: false, script: .latin)
  case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0x20000...0x3FFFF:
    return .ideograph
  default: return foldRare(scalar)
  }
}

private func latin(_ scalar: UInt32, _ base: UInt8) -> FoldedScalar {
  let isCapital = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  if base == UInt8(ascii: ".") { return foldRare(scalar) }
  return .letter(UInt32(base), isCapital: isCapital, script: .latin)
}

private func greekWithAccent(_ scalar: UInt32) -> FoldedScalar {
  let base: UInt32 =
    switch scalar {
    case 0x0386, 0x03AC: 0x03B1
    case 0x0388, 0x03AD: 0x03B5
    case 0x0389, 0x03AE: 0x03B7
    case 0x038A, 0x03AF, 0x03AA, 0x03CA, 0x0390: 0x03B9
    case 0x038C, 0x03CC: 0x03BF
    case 0x038E, 0x03CD, 0x03AB, 0x03CB, 0x03B0: 0x03C5
    default: 0x03C9
    }
  return .letter(base, isCapital: scalar < 0x0390 || scalar == 0x03AA || scalar == 0x03AB, script: .greek)
}

/// Folds a code point of a script that is rare in news in Latin letters, by the properties in Swift's library.
private func foldRare(_ scalar: UInt32) -> FoldedScalar {
  guard let unicode = Unicode.Scalar(scalar) else { return .punctuation }
  let properties = unicode.properties
  switch properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter:
    let lower = properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    return .letter(lower, isCapital: true, script: scalar < 0x250 ? .latin : .other)
  case .lowercaseLetter, .modifierLetter, .otherLetter:
    return .letter(scalar, isCapital: false, script: scalar < 0x2B0 ? .latin : .other)
  case .nonspacingMark, .enclosingMark, .spacingMark, .format: return .ignored
  case .decimalNumber, .letterNumber: return .letter(scalar, isCapital: false, script: .other)
  case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
  case .dashPunctuation: return .dash
  default: return .punctuation
  }
}

/// Returns the Latin letter that a folded Cyrillic or Greek letter looks like; nil if there is none. A selection from
/// Unicode Technical Standard 39, confusables.
func latinLookAlike(_ folded: UInt32) -> UInt8? {
  switch folded {
  case 0x0430, 0x03B1: UInt8(ascii: "a")
  case 0x0432, 0x03B2: UInt8(ascii: "b")
  case 0x0435, 0x03B5: UInt8(ascii: "e")
  case 0x043A, 0x03BA: UInt8(ascii: "k")
  case 0x043C, 0x03BC: UInt8(ascii: "m")
  case 0x043D, 0x03B7: UInt8(ascii: "h")
  case 0x043E, 0x03BF: UInt8(ascii: "o")
  case 0x0440, 0x03C1: UInt8(ascii: "p")
  case 0x0441: UInt8(ascii: "c")
  case 0x0442, 0x03C4: UInt8(ascii: "t")
  case 0x0443, 0x03C5: UInt8(ascii: "y")
  case 0x0445, 0x03C7: UInt8(ascii: "x")
  case 0x0455: UInt8(ascii: "s")
  case 0x0456, 0x03B9: UInt8(ascii: "i")
  case 0x0458: UInt8(ascii: "j")
  case 0x03BD: UInt8(ascii: "v")
  case 0x03B6: UInt8(ascii: "z")
  default: nil
  }
}
