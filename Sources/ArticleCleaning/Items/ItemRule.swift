/// A user's description of pages with many items.
package struct ItemRule: Sendable, Equatable {
  /// The sources of the pages, in which `*` stands for any characters and `?` for one.
  package var pages: String
  package var start: Start

  /// The first line of an item.
  package enum Start: Sendable, Equatable {
    /// A line "Label: value" with this label, in lower case.
    case label(String)
    /// A heading of this level, 1 to 6.
    case heading(Int)
  }

  package init(pages: String, start: Start) {
    self.pages = pages
    self.start = start
  }

  /// Whether the rule is for a source.
  func applies(to source: String) -> Bool { Self.matches(Array(pages.utf8), Array(source.utf8)) }

  /// Matches greedily and returns only to the last `*`, which takes at most the product of both lengths.
  private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (at, place) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while place < text.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, place)
        at += 1
      } else if at < pattern.count, pattern[at] == UInt8(ascii: "?") || pattern[at] == text[place] {
        at += 1
        place += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        at = last.pattern + 1
        place = last.text + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
