/// A block that a site repeats from page to page, and that is therefore no part of any article.
package struct SiteTemplate: Sendable, Equatable {
  /// The fingerprint of the block's folded text.
  package var fingerprint: UInt64
  /// The zone of the block: `navigation`, `teaser`, `footer` ...
  package var zone: Zone
  /// The number of different texts of the site that contain the block; copies of one text count once.
  package var documents: Int
  /// The text of the block in the first of them.
  package var example: String

  package init(fingerprint: UInt64, zone: Zone, documents: Int, example: String) {
    self.fingerprint = fingerprint
    self.zone = zone
    self.documents = documents
    self.example = example
  }
}
