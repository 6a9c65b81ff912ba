/// A block that a site repeats from page to page, and so no part of any article.
package struct SiteTemplate: Sendable, Equatable {
  /// Of the block's folded text.
  package var fingerprint: UInt64
  /// What the block is: `navigation`, `teaser`, `footer` ...
  package var zone: Zone
  /// Different texts of the site that hold it: copies of one text count once.
  package var documents: Int
  /// The text as the first of them has it.
  package var example: String

  package init(fingerprint: UInt64, zone: Zone, documents: Int, example: String) {
    self.fingerprint = fingerprint
    self.zone = zone
    self.documents = documents
    self.example = example
  }
}
