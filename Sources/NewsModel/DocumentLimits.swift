/// The limits on what is kept of one document, so that any input fits into the 512 MiB of memory that the program
/// promises.
///
/// Anything beyond a limit is left out and reported as a problem of kind `too-large`, with its size; the rest of the
/// document is kept. The limits are far beyond ordinary documents: a long novel has 3 MiB of text, the minutes of a day
/// of parliament 2 MiB.
package enum DocumentLimits {
  /// Bytes of main text. Extraction uses about 50 bytes of memory for each of them.
  package static let text = 4 << 20
  /// Bytes of all text in zones that do not count: menus, teasers, comments.
  package static let asideText = 1 << 20
  /// Lines of a text file, and blocks of any document. Each uses some 300 bytes while its zone is decided.
  package static let blocks = 250_000
  /// Bytes of markup that are parsed, excluding scripts and long attributes.
  package static let markup = 16 << 20
  /// Bytes of all scripts of a page. Their content is read only if the markup has no article.
  package static let scripts = 8 << 20
  /// Elements of a page, and attributes of all of them. Each uses up to 300 bytes while the page is divided into blocks
  /// and judged.
  package static let tags = 500_000
  package static let attributes = 1_000_000
  /// Comments of a page and other parts that are not parsed.
  package static let gaps = 1_000_000
  /// Bytes of an attribute's value. Longer ones are pictures (`data:`), which this program does not read.
  package static let attribute = 64 << 10
  /// Candidates for names in a text: dictionary names, each counted once per entity that has the name, and words with a
  /// capital. A mention uses about 600 bytes until it is stored. Ordinary text of the greatest length has four fifths
  /// of this number.
  package static let names = 200_000

  /// Bytes of a title.
  package static let title = 2_048
  /// Bytes of an author, publisher, agency, dateline or a single tag.
  package static let field = 1_024
  /// Bytes of an address.
  package static let address = 8_192
  /// Tags of a document.
  package static let tagCount = 200
}
