import Foundation

/// Entities and surfaces on their way into a dictionary folder of the user's own.
struct DictionaryDraft {
  struct Line {
    var id: String
    var kind: String
    var name: String
    var country: String
    /// Values of the draft's further columns.
    var attributes: [String: String] = [:]
  }

  /// `facilities`, `organisations`, `countries`, `places`.
  var stem: String
  /// The further columns, in order.
  var columns: [String]
  /// Where the facts are from and under which licence, one header line.
  var source: String
  private var lines: [String: Line] = [:]
  private var surfaces: [String: [String: (policy: String, note: String)]] = [:]

  init(stem: String, columns: [String], source: String) {
    self.stem = stem
    self.columns = columns
    self.source = source
  }

  var isEmpty: Bool { lines.isEmpty }

  /// Adds a line; one whose id is taken gets "-2", "-3" behind it. Returns the id that it has now, nil without a name.
  @discardableResult
  mutating func add(_ line: Line) -> String? {
    var line = line
    line.name = Self.cell(line.name)
    guard !line.name.isEmpty else { return nil }
    let wanted = line.id
    var number = 2
    while lines[line.id] != nil {
      line.id = "\(wanted)-\(number)"
      number += 1
    }
    lines[line.id] = line
    return line.id
  }

  func has(_ id: String) -> Bool { lines[id] != nil }

  mutating func addSurface(_ text: String, of id: String, note: String = "") {
    let text = Self.cell(text)
    guard text.contains(where: \.isLetter), text != lines[id]?.name else { return }
    // Three letters or fewer are a name only as they are written.
    let policy = text.filter { $0.isLetter || $0.isNumber }.count <= 3 ? "exact" : ""
    if surfaces[id]?[text] == nil { surfaces[id, default: [:]][text] = (policy, note) }
  }

  /// The two files, sorted by id and surface as `check` asks.
  var files: [ImportedFile] {
    var entityText = "# \(source)\nid\tkind\tname\tcountry"
    for column in columns { entityText += "\t" + column }
    entityText += "\n"
    for line in lines.values.sorted(by: { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }) {
      let cells = [line.id, line.kind, line.name, line.country] + columns.map { Self.cell(line.attributes[$0] ?? "") }
      entityText += Self.row(cells)
    }
    var surfaceText = "# \(source)\nid\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote\n"
    for (id, texts) in surfaces.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
      for (text, rest) in texts.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
        surfaceText += Self.row([id, text, rest.policy, "", "", "", rest.note])
      }
    }
    return [
      ImportedFile(name: "\(stem).tsv", text: entityText),
      ImportedFile(name: "\(stem).surfaces.tsv", text: surfaceText),
    ]
  }

  private static func row(_ cells: [String]) -> String {
    var cells = cells[...]
    while cells.last?.isEmpty == true { cells.removeLast() }
    return cells.joined(separator: "\t") + "\n"
  }

  /// One line without tabs.
  static func cell(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }

  /// `san-onofre` of "San Onofre": ASCII letters and digits, accents dropped.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "'", "’": break
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "unnamed" : slug
  }
}
