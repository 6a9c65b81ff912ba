/// How a publication day was found.
///
/// `text` is the form that is stored and printed; nothing else in the program compares methods by their text.
package enum DateMethod: Sendable, Hashable {
  // Methods that read declarations in the head of a page.
  /// A `<meta>` element of this name.
  case meta(String)
  /// A property of a JSON-LD object: `datePublished`, `dateModified`, `dateCreated`.
  case linkedData(String)

  // Methods that read the markup of the page.
  /// An element with this `itemprop`.
  case itemprop(String)
  case time, abbr
  /// An element of the hAtom microformat.
  case hatom
  /// An attribute of this name, which begins with `data-`.
  case attribute(String)

  // Methods that read the data of the page's scripts.
  /// A member of this name.
  case script(String)
  case scriptCall

  // Methods that read the visible text.
  case byline
  /// A line that says "published" or "updated" beside the day.
  case textPublished, textUpdated
  case text
  case title
  /// The dateline of a wire story, or a day with which the text opens.
  case dateline

  /// A field of a form with this label.
  case formField(String)

  // Methods that read the document's own address or path.
  case url, path

  // Methods that read the fields of a record.
  case recordField
  /// An SGML element of this name.
  case sgml(String)

  package var text: String {
    switch self {
    case .meta(let name): "meta \(name)"
    case .linkedData(let property): "json-ld \(property)"
    case .itemprop(let name): "itemprop \(name)"
    case .time: "time"
    case .abbr: "abbr"
    case .hatom: "hatom"
    case .attribute(let name): "attribute \(name)"
    case .script(let member): "script \(member)"
    case .scriptCall: "script call"
    case .byline: "byline"
    case .textPublished: "text published"
    case .textUpdated: "text updated"
    case .text: "text"
    case .title: "title"
    case .dateline: "dateline"
    case .formField(let label): "field \(label)"
    case .url: "url"
    case .path: "path"
    case .recordField: "record field"
    case .sgml(let element): "sgml \(element)"
    }
  }

  /// Reads the form that `text` has; nil for any other text.
  package init?(text: String) {
    if let method = Self.withoutName.first(where: { $0.text == text }) {
      self = method
      return
    }
    guard let space = text.utf8.firstIndex(of: 0x20) else { return nil }
    let name = String(text[text.utf8.index(after: space)...])
    switch text[..<space] {
    case "meta": self = .meta(name)
    case "json-ld": self = .linkedData(name)
    case "itemprop": self = .itemprop(name)
    case "attribute": self = .attribute(name)
    case "script": self = .script(name)
    case "sgml": self = .sgml(name)
    case "field": self = .formField(name)
    default: return nil
    }
  }

  private static let withoutName: [DateMethod] = [
    .time, .abbr, .hatom, .scriptCall, .byline, .textPublished, .textUpdated, .text, .title, .dateline, .url, .path,
    .recordField,
  ]
}
