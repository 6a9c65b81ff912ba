/// How much is taken of one document, so that any input fits into the 512 MiB of memory that the program promises.
///
/// What is past a limit is left out and named as a problem of kind `too-large`, with its size; the rest of the document
/// stands. The limits are far beyond ordinary documents: a long novel has 3 MiB of text, a day of parliament 2 MiB.
package enum DocumentLimits {
  /// Bytes of main text. Extraction takes about 50 bytes of memory for each of them.
  package static let text = 4 << 20
  /// Bytes of all text that counts nowhere: menus, teasers, comments.
  package static let asideText = 1 << 20
  /// Lines of a text file, and blocks of any document: each costs some 300 bytes while its zone is decided.
  package static let blocks = 250_000
  /// Bytes of markup that are parsed, scripts and long attributes not counted.
  package static let markup = 16 << 20
  /// Bytes of all scripts of a page: what they hold is asked only where the markup has no article.
  package static let scripts = 8 << 20
  /// Elements of a page, and attributes of all of them: up to 300 bytes each while their text is cut and judged.
  package static let tags = 500_000
  package static let attributes = 1_000_000
  /// Comments of a page, and other parts that are not parsed.
  package static let gaps = 1_000_000
  /// Bytes of an attribute's value: longer ones are pictures (`data:`), and nothing of ours reads them.
  package static let attribute = 64 << 10
  /// What a text may hold of what names are made from: dictionary names, each with all of its bearers, and words with a
  /// capital. A mention takes about 600 bytes until it is stored; ordinary text of the greatest length has four fifths of this.
  package static let names = 200_000

  /// Bytes of a title.
  package static let title = 2_048
  /// Bytes of an author, publisher, agency, dateline, or of one tag.
  package static let field = 1_024
  /// Bytes of an address.
  package static let address = 8_192
  /// Tags of a document.
  package static let tagCount = 200
}
