/// An input, or a part of one, that could not be used: where, what, why. A bad document is a value, not an error.
package struct Problem: Sendable, Equatable, Error {
  /// The archive-relative source, with `#record` where one is known.
  package var source: String
  /// The place inside the source: `line 12`, `byte 4096`; empty if the whole source is affected.
  package var place: String
  package var kind: Kind
  /// One line with what a person needs to know to correct the problem.
  package var reason: String

  package init(source: String, place: String = "", kind: Kind, reason: String) {
    self.source = source
    self.place = place
    self.kind = kind
    self.reason = reason
  }

  /// The kind of problem. The names are stored and printed and must not change.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case missing, unreadable, notARegularFile = "not-a-regular-file", linkLoop = "link-loop"
    case unknownFormat = "unknown-format", empty, truncated, damaged, tooLarge = "too-large"
    case encoding, markup, record, metadata, duplicateSource = "duplicate-source"
    /// Blocks that the site repeats from page to page make up most of the document's text.
    case template
    /// The site changed its layout with this document: its pages before and after share nothing but their texts.
    case layout

    /// Whether the second sweep finds such problems, from all pages of a site.
    package var isOfSite: Bool { self == .template || self == .layout }
  }
}
