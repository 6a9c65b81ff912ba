import Foundation
import Names
import NewsModel
import ScannedText
import TextScanning

/// The entities and surfaces of a dictionary folder that is being built for the user.
struct DictionaryDraft {
  struct Line {
    var id: String
    var kind: String
    var name: String
    var country: String
    /// Values of the additional columns of the draft.
    var attributes: [String: String] = [:]
    /// A context that distinguishes this name from others like it: the city of an airport, the capital of a country.
    var context = ""

    var type: EntityType? { EntityType(idPrefix: id) }
  }

  struct SurfaceLine {
    var policy = ""
    var requires = ""
    var note = ""
  }

  /// The name of the imported table, for problems.
  var file: String

  /// The name of the files without `.tsv`: `facilities`, `organisations`, `countries` or `places`.
  var stem: String
  /// The additional columns, in order.
  var columns: [String]
  /// The header line with the source of the facts and their licence.
  var source: String
  /// Lines of the table that could not be used, or only in part.
  private(set) var problems: [DefinitionErrors.Fault] = []
  /// The lines of entities, by id.
  var lines: [String: Line] = [:]
  /// The lines of surfaces, by id and text.
  var surfaces: [String: [String: SurfaceLine]] = [:]

  init(of file: String, stem: String, columns: [String], source: String) {
    self.file = file
    self.stem = stem
    self.columns = columns
    self.source = source
  }

  var isEmpty: Bool { lines.isEmpty }

  /// Adds a line and returns its id. If the id is taken, "-2", "-3" and so on is appended. Returns nil and records a
  /// problem if no dictionary can have such a line.
  @discardableResult
  mutating func add(_ line: Line, from number: Int = 0) -> String? {
    var line = line
    line.name = Self.cell(line.name)
    if let reason = Self.fault(of: line.name) {
      complain(number, reason)
      return nil
    }
    guard EntityType(idPrefix: line.id) != nil, !line.id.contains(where: \.isWhitespace) else {
      complain(number, "the id “\(line.id)” begins with none of country. org. fac. place. person. group. vessel.")
      return nil
    }
    let wanted = line.id
    var count = 2
    while lines[line.id] != nil {
      line.id = "\(wanted)-\(count)"
      count += 1
    }
    lines[line.id] = line
    return line.id
  }

  /// Adds a line, or merges it into an earlier line for the same entity: one with the same id, or with the same name
  /// unless both have a country and the countries differ.
  mutating func merge(_ line: Line, hasID: Bool, from number: Int) -> String? {
    let name = Self.cell(line.name)
    let isSame: (Line) -> Bool = { known in
      foldedWords(known.name) == foldedWords(name)
        && (known.country == line.country || known.country.isEmpty || line.country.isEmpty)
    }
    var known = lines[line.id]
    var count = 2
    while !hasID, let other = known, !isSame(other) {
      known = lines["\(line.id)-\(count)"]
      count += 1
    }
    guard var known, Self.fault(of: name) == nil else { return add(line, from: number) }
    if known.country.isEmpty { known.country = line.country }
    known.attributes.merge(line.attributes) { old, new in old.isEmpty ? new : old }
    lines[known.id] = known
    addSurface(name, of: known.id, from: number)
    return known.id
  }

  mutating func complain(_ line: Int, _ reason: String) {
    problems.append(.init(file: file, line: line, reason: reason))
  }

  mutating func complain(tooLong rows: [DelimitedText.Row], columns: [String]) {
    for row in rows {
      complain(row.line, "\(row.fields.count) fields, but the header names \(columns.count) columns")
    }
  }

  /// Returns what is wrong with a name, or nil if it can be searched for.
  private static func fault(of name: String) -> String? {
    if name.isEmpty { return "a line needs a name" }
    var builder = PhraseAutomaton.Builder(capacity: 1)
    let bytes = Array(name.utf8)
    switch builder.add(TokenStream(name).tokens[...], of: bytes, payload: 0) {
    case .added: return nil
    case .tooLong: return "a name of more than \(PhraseAutomaton.longestPhrase) words"
    case .empty, .wildcardTooShort: return "a name without a letter"
    }
  }

  func has(_ id: String) -> Bool { lines[id] != nil }

  mutating func addSurface(_ text: String, of id: String, note: String = "", from number: Int = 0) {
    let text = Self.cell(text)
    guard !text.isEmpty, text != lines[id]?.name else { return }
    if let reason = Self.fault(of: text) { return complain(number, "“\(text)”: \(reason)") }
    if surfaces[id]?[text] == nil {
      surfaces[id, default: [:]][text] = SurfaceLine(
        policy: CasePolicy.standard(for: text.utf8) == .exact ? "exact" : "", note: note)
    }
  }

  /// The two files, sorted by id and surface as `check` requires.
  var files: [ImportedFile] {
    var entityText = "# \(source)\nid\tkind\tname\tcountry"
    for column in columns { entityText += "\t" + column }
    entityText += "\n"
    for id in Self.sorted(lines.keys) {
      let line = lines[id]!
      let cells = [line.id, line.kind, line.name, line.country] + columns.map { Self.cell(line.attributes[$0] ?? "") }
      entityText += Self.row(cells)
    }
    var surfaceText = "# \(source)\nid\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote\n"
    for id in Self.sorted(surfaces.keys) {
      for text in Self.sorted(surfaces[id]!.keys) {
        let rest = surfaces[id]![text]!
        surfaceText += Self.row([id, text, rest.policy, rest.requires, "", "", rest.note])
      }
    }
    return [
      ImportedFile(name: "\(stem).tsv", text: entityText),
      ImportedFile(name: "\(stem).surfaces.tsv", text: surfaceText),
    ]
  }

  /// Sorts by UTF-8 bytes.
  static func sorted(_ texts: some Sequence<String>) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func row(_ cells: [String]) -> String {
    var cells = cells[...]
    while cells.last?.isEmpty == true { cells.removeLast() }
    return cells.joined(separator: "\t") + "\n"
  }

  /// Puts a text on one line without tabs.
  static func cell(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }

  /// Turns "San Onofre" into `san-onofre`: ASCII letters and digits, with accents removed.
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
