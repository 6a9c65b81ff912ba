/// Marks that end sentences or separate their parts in Latin, Cyrillic, Greek, Arabic, Devanagari and East Asian
/// writing.
package enum SentenceMarks {
  package static func count(in text: [UInt8], _ range: Range<Int>) -> Int {
    var marks = 0
    var at = range.lowerBound
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
        if at + 1 == range.upperBound || text[at + 1] <= 0x20 || text[at + 1] >= 0x80
          || text[at + 1] == UInt8(ascii: "\"")
        {
          marks += 1
        }
        at += 1
      // U+3001, U+3002 (、。) and U+FF01, FF0C, FF1B, FF1F (！，；？).
      case 0xE3
      where at + 2 < range.upperBound && text[at + 1] == 0x80 && (text[at + 2] == 0x81 || text[at + 2] == 0x82):
        marks += 1
        at += 3
      case 0xEF where at + 2 < range.upperBound && text[at + 1] == 0xBC:
        switch text[at + 2] {
        case 0x81, 0x8C, 0x9B, 0x9F: marks += 1
        default: break
        }
        at += 3
      // U+060C, U+061B, U+061F (،؛؟).
      case 0xD8
      where at + 1 < range.upperBound && (text[at + 1] == 0x8C || text[at + 1] == 0x9B || text[at + 1] == 0x9F):
        marks += 1
        at += 2
      // U+0964 (।).
      case 0xE0 where at + 2 < range.upperBound && text[at + 1] == 0xA5 && text[at + 2] == 0xA4:
        marks += 1
        at += 3
      default: at += 1
      }
    }
    return marks
  }
}
