/// A Markdown page as named places with their contents: `Topics, Waste, Documents` contains `23`.
struct MarkdownRows {
  private var places: [String] = []
  private var contents: [String: String] = [:]
  private var taken: [String: Int] = [:]

  init(_ bytes: [UInt8]) {
    var section = ""
    var columns: [String] = []
    var isFrontMatter = false
    let text = String(decoding: bytes, as: UTF8.self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "---", number == 0 || isFrontMatter {
        isFrontMatter = number == 0
      } else if isFrontMatter {
        let parts = line.split(separator: ":", maxSplits: 1)
        add(["front matter", String(parts.first ?? "")], String((parts.last ?? "").drop { $0 == " " }))
      } else if line.hasPrefix("## ") || line.hasPrefix("### ") {
        section = String(line.drop { $0 == "#" }.dropFirst())
        columns = []
      } else if line.hasPrefix("| ") {
        let cells = MarkdownRows.cells(of: line)
        if columns.isEmpty {
          columns = cells
        } else if !cells.allSatisfy({ $0 == "---" || $0 == "---:" }) {
          addRow(cells, columns, in: section)
        }
      } else {
        columns = []
        if !line.isEmpty { add([section, "text"], String(line)) }
      }
    }
  }

  /// Returns the differences in the order of this report; places that it lacks come last.
  func differences(from other: MarkdownRows) -> [String] {
    func shown(_ rows: MarkdownRows, _ place: String) -> String { rows.contents[place].map { "“\($0)”" } ?? "nothing" }
    let all = places + other.places.filter { contents[$0] == nil }
    return all.filter { contents[$0] != other.contents[$0] }.map { place in
      "\(place): report \(shown(self, place)), database \(shown(other, place))"
    }
  }

  private mutating func addRow(_ cells: [String], _ columns: [String], in section: String) {
    for (column, cell) in zip(columns, cells).dropFirst() { add([section, cells[0], column], cell) }
  }

  /// Adds a place. A name that is already used gets a number.
  private mutating func add(_ path: [String], _ content: String) {
    let name = path.filter { !$0.isEmpty }.joined(separator: ", ")
    let number = taken[name, default: 0] + 1
    taken[name] = number
    let place = number == 1 ? name : "\(name) (\(number))"
    places.append(place)
    contents[place] = content
  }

  /// Splits a row at the bars that are not preceded by a backslash.
  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst(2) {
      if character == "|", !isEscaped {
        cells.append(cell.hasSuffix(" ") ? String(cell.dropLast()) : cell)
        cell = ""
        continue
      }
      if cell.isEmpty, character == " ", !cells.isEmpty { continue }
      isEscaped = character == "\\" && !isEscaped
      cell.append(character)
    }
    return cells
  }
}
