/// An input, or a part of one, that could not be used: where, what, why. A bad document is a value, not an error.
package struct Problem: Sendable, Equatable, Error {
  /// The archive-relative source, with `#record` where one is known.
  package var source: String
  /// Where inside the source: `line 12`, `byte 4096`; empty for the whole.
  package var place: String
  package var kind: Kind
  /// What a person needs to mend it, in one line.
  package var reason: String

  package init(source: String, place: String = "", kind: Kind, reason: String) {
    self.source = source
    self.place = place
    self.kind = kind
    self.reason = reason
  }

  /// Stable names, stored and printed.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case missing, unreadable, notARegularFile = "not-a-regular-file", linkLoop = "link-loop"
    case unknownFormat = "unknown-format", empty, truncated, damaged, tooLarge = "too-large"
    case encoding, markup, record, metadata, duplicateSource = "duplicate-source"
    /// What a site repeats from page to page is most of a document's text.
    case template
  }
}
