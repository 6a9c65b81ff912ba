/// A paragraph, heading or list item of a text file, with its lines joined.
struct TextBlock {
  /// The text without the marks of the renderer; empty if there is nothing else.
  var text: [UInt8] = []
  /// The byte range in the text with joined lines.
  var range: Range<Int>
  /// The columns before the content of the first line.
  var indent: Int
  var bullet: TextLine.Bullet
  /// The number of blank lines above the block.
  var blankBefore: Int
  /// The number of lines of the file that the block had.
  var lineCount: Int
  var traits = Traits()
  var phrase: SitePhrase.Meaning?
  /// The kind of a sentence that does not belong to the article; nil for all other blocks.
  var aside: SitePhrase.Aside?
  /// Whether the block repeats the one before or after it, as the name and caption of a picture do.
  var isTwin = false

  /// The first date in a short line.
  var date: DateScanner.Found?
  /// Whether the block begins like a line that names the author.
  var hasAuthorLabel = false

  /// Whether the block is only a web address.
  var isAddress: Bool { !text.contains(0x20) && text.starts(with: "http".utf8) }

  var isAside: Bool { aside != nil || isTwin }

  /// Counts that do not depend on the language of the block.
  struct Traits {
    /// The number of words. Two characters of a script without spaces count as one word.
    var words = 0
    var lowerWords = 0
    var capitalWords = 0
    /// The number of words with at least two capitals and no small letter.
    var shoutedWords = 0
    var digits = 0
    var letters = 0
    /// The number of sentences that end before the end of the block.
    var innerStops = 0
    var commas = 0
    /// Whether the block ends like a sentence, before closing quotes and brackets.
    var endsSentence = false
    var endsWithColon = false
    var endsWithEllipsis = false
    /// The number of `|`, `/`, `»`, `·`, `•` and `>` alone between words, which separate the items of menus and
    /// breadcrumbs.
    var separators = 0
    /// The number of gaps of at least two spaces, which separate the columns of a menu or table.
    var gaps = 0
    var columns = 0
    /// The number of form fields, buttons, frames and picture names that a renderer wrote.
    var controls = 0
    /// The number of marks such as `[12]`, which lynx writes before links.
    var linkMarks = 0
    /// A hash of the text in lower case and with all digits alike, by which repeated blocks are found.
    var fingerprint: UInt64 = 0
    /// The number of blocks of the file with this fingerprint.
    var occurrences = 1
  }
}

extension TextBlock.Traits {
  /// The share of words that begin with a small letter or belong to a script without case, which is high in sentences.
  var lowerShare: Double { words == 0 ? 0 : Double(lowerWords) / Double(words) }
}
