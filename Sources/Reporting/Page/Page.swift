import NewsModel

/// A report before it is Markdown or HTML: both are written from the same values, so that they say the same.
struct Page: Equatable {
  var title: String
  /// For the front matter: keys are plain words; values any text or numbers.
  var facts: [(key: String, value: Cell)]
  var lead: [Element]
  var sections: [Section]

  static func == (a: Page, b: Page) -> Bool {
    a.title == b.title && a.lead == b.lead && a.sections == b.sections && a.facts.map(\.key) == b.facts.map(\.key)
      && a.facts.map(\.value) == b.facts.map(\.value)
  }

  struct Section: Equatable {
    var title: String
    var elements: [Element]
  }

  enum Element: Equatable {
    case paragraph([Inline])
    /// A paragraph that a reader must not miss.
    case notice([Inline])
    case heading([Inline])
    case list([[Inline]])
    case table(Table)
    case chart(Chart)
    /// Commands, a line each.
    case commands([String])
  }

  /// Text of any origin: renderers escape it.
  enum Inline: Equatable {
    case text(String)
    case strong(String)
    /// `target` is one of ours: a file beside the page or an anchor, in plain ASCII.
    case link(String, target: String)
    /// An address from the archive; what is no web address comes out as text alone.
    case address(String, url: String?)
    /// A place that links lead to: lower-case letters, digits and `-`.
    case anchor(String)
  }

  struct Table: Equatable {
    var columns: [Column]
    var rows: [[[Inline]]]

    struct Column: Equatable {
      enum Kind {
        /// Text of any length; of a few words, which are not to be parted; a number; blocks of a sparkline.
        case text, words, number, blocks
      }
      var title: String
      var kind: Kind

      static func text(_ title: String) -> Column { Column(title: title, kind: .text) }
      static func words(_ title: String) -> Column { Column(title: title, kind: .words) }
      static func number(_ title: String) -> Column { Column(title: title, kind: .number) }
      static func blocks(_ title: String) -> Column { Column(title: title, kind: .blocks) }
    }
  }

  struct Chart: Equatable {
    /// Path beside the page.
    var path: String
    /// What a reader who does not see it is told.
    var title: String
    var svg: String
    /// The same for a narrow screen; nil where one will do. Markdown holds the wide one.
    var narrow: String?
  }
}

extension Page.Inline: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = .text(text) }
}
