import NewsModel

/// A report before it is rendered. Markdown and HTML are both written from these values, so they have the same content.
struct Page: Equatable {
  var title: String
  /// The front matter: keys are plain words, values any text or numbers.
  var facts: [(key: String, value: Cell)]
  var lead: [Element]
  var sections: [Section]

  static func == (a: Page, b: Page) -> Bool {
    a.title == b.title && a.lead == b.lead && a.sections == b.sections && a.facts.map(\.key) == b.facts.map(\.key)
      && a.facts.map(\.value) == b.facts.map(\.value)
  }

  /// The charts of the page; a Markdown page refers to them as separate files.
  var charts: [Chart] {
    sections.flatMap(\.elements).compactMap { element in
      if case .chart(let chart) = element { chart } else { nil }
    }
  }

  struct Section: Equatable {
    var title: String
    var elements: [Element]
  }

  enum Element: Equatable {
    case paragraph([Inline])
    /// A paragraph that readers must not overlook.
    case notice([Inline])
    case heading([Inline])
    case list([[Inline]])
    case table(Table)
    case chart(Chart)
    /// Commands, one per line.
    case commands([String])
  }

  /// Inline text of any origin; renderers escape it.
  enum Inline: Equatable {
    case text(String)
    case strong(String)
    /// A link to a file beside the page or to an anchor; `target` is plain ASCII.
    case link(String, target: String)
    /// An address from the archive. If it is not a web address, only the text is shown.
    case address(String, url: String?)
    /// A target of links: lower-case letters, digits and `-`.
    case anchor(String)
  }

  struct Table: Equatable {
    var columns: [Column]
    var rows: [[[Inline]]]

    struct Column: Equatable {
      enum Kind {
        /// In order: text of any length; a few words that must not be broken across lines; a number; the blocks of a
        /// sparkline.
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
    /// The path, relative to the page.
    var path: String
    /// The text for readers who cannot see the chart.
    var title: String
    var svg: String
    /// The same chart for a narrow screen; nil if one chart is enough. Markdown contains the wide one.
    var narrow: String?
  }
}

extension Page.Inline: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = .text(text) }
}
