/// A paragraph, heading or list item of a text dump, its lines rejoined.
struct DumpBlock {
  /// The renderer's own marks left out; empty when there was nothing else.
  var text: [UInt8] = []
  /// Into the rejoined text.
  var range: Range<Int>
  /// Columns before the first line's content.
  var indent: Int
  var bullet: DumpLine.Bullet
  /// Blank lines above.
  var blankBefore: Int
  /// Lines it stood on.
  var lineCount: Int
  var traits = Traits()
  var phrase: DumpPhrase?
  /// Text about the picture, the site or the reader's account, whatever its shape.
  var aside: DumpAside?
  /// Says the same as the block before or after it, as a picture's name and caption do.
  var isTwin = false

  /// The date of a short line.
  var date: DateScanner.Found?
  /// Begins as a line does that names the author.
  var hasAuthorLabel = false

  /// A web address and nothing else.
  var isAddress: Bool { !text.contains(0x20) && text.starts(with: "http".utf8) }

  var isAside: Bool { aside != nil || isTwin }

  /// What can be counted in a block without knowing its language.
  struct Traits {
    /// Words; two characters of a script written without spaces count as one.
    var words = 0
    var lowerWords = 0
    var capitalWords = 0
    /// Words of two capitals or more, without a small letter.
    var shoutedWords = 0
    var digits = 0
    var letters = 0
    /// Ends of sentences that more text follows.
    var innerStops = 0
    var commas = 0
    /// Ends like a sentence, closing quotes and brackets aside.
    var endsSentence = false
    var endsWithColon = false
    var endsWithEllipsis = false
    /// `|`, `/`, `»`, `·`, `•`, `>` that stand alone between words: how menus and breadcrumbs are parted.
    var separators = 0
    /// Gaps of two spaces and more inside a line: columns of a menu or table.
    var gaps = 0
    var columns = 0
    /// Form fields, buttons, frames and picture names that a renderer wrote out.
    var controls = 0
    /// `[12]` before a link, as lynx writes it.
    var linkMarks = 0
    /// Of the text with letters lowered and numbers levelled: finds what recurs.
    var fingerprint: UInt64 = 0
    /// Blocks of the dump with this fingerprint.
    var occurrences = 1
  }
}

extension DumpBlock.Traits {
  /// Text that a person wrote to be read: words in small letters, or enough of them in a script without case.
  var lowerShare: Double { words == 0 ? 0 : Double(lowerWords) / Double(words) }
}
