import NewsModel
import TextScanning

/// The places at which the items of a page begin.
///
/// A page has items if a form repeats on it: a label whose value is another number each time ("Event Number: 45603"),
/// with several other labels that recur after each of them, and with text between the forms. Headings that differ only
/// in a number ("Notice 1432") begin items too. Subheadings of an article are neither.
struct ItemStarts {
  struct Start {
    /// The index of the part with the label, or of the heading.
    var part: Int
    /// The number or other value that distinguishes the item from the others; nil if there is none.
    var value: String?
  }

  private(set) var starts: [Start] = []
  /// Whether the items begin with headings, which are their titles.
  private(set) var areHeadings = false

  /// The number of labels that four fifths of the items have, with the first one.
  private static let commonLabels = 4
  private static let fewestForms = 2
  private static let fewestHeadings = 3
  /// The text, in bytes, that half of the items have behind their first field, besides other fields.
  private static let leastText = 60
  /// The labels that are tried, so that a page of different labels takes linear time.
  private static let triedLabels = 8
  /// A page with more items keeps the rest in the last one, so that its documents fit into memory.
  private static let mostItems = 2_000
  /// In bytes.
  private static let longestValue = 40

  init(_ parts: [DocumentPart], rule: ItemRule.Start?) {
    switch rule {
    case .label(let label):
      starts = Self.fields(parts).filter { $0.label == label }.map { Start(part: $0.part, value: $0.value) }
    case .heading(let level):
      starts = parts.indices.filter { parts[$0].heading == level && parts[$0].isMainText }
        .map { Start(part: $0, value: Self.number(parts[$0].block.text)) }
      areHeadings = true
    case nil:
      starts = Self.forms(parts)
      if starts.isEmpty {
        starts = Self.numberedHeadings(parts)
        areHeadings = !starts.isEmpty
      }
    }
    starts = Array(starts.prefix(Self.mostItems))
  }

  private static func fields(_ parts: [DocumentPart]) -> [(part: Int, label: String, value: String)] {
    parts.indices.compactMap { index in
      guard let field = parts[index].field, parts[index].isMainText else { return nil }
      return (index, field.label, field.value)
    }
  }

  private static func forms(_ parts: [DocumentPart]) -> [Start] {
    let fields = fields(parts)
    var places: [String: [Int]] = [:]
    var order: [String] = []
    for (index, field) in fields.enumerated() {
      if places[field.label] == nil { order.append(field.label) }
      places[field.label, default: []].append(index)
    }
    let repeated = order.filter { places[$0]!.count >= fewestForms }
    for label in repeated.prefix(triedLabels) {
      let found = places[label]!
      let values = found.map { fields[$0].value }
      guard values.allSatisfy(isNumber), !values.allSatisfy(isYear), Set(values).count == values.count else { continue }
      var items: [String: Int] = [:]
      for (number, first) in found.enumerated() {
        let end = number + 1 < found.count ? found[number + 1] : fields.count
        for label in Set(fields[first..<end].map(\.label)) { items[label, default: 0] += 1 }
      }
      guard items.values.count(where: { $0 * 5 >= found.count * 4 }) >= commonLabels else { continue }
      let starts = found.map { Start(part: fields[$0].part, value: fields[$0].value) }
      if beginForms(starts, parts), haveText(starts, parts) { return starts }
    }
    return []
  }

  /// Whether most of the labels are the first of their forms. Otherwise the text above a form may belong to it.
  private static func beginForms(_ starts: [Start], _ parts: [DocumentPart]) -> Bool {
    let first = starts.count { start in
      guard let above = parts[..<start.part].last(where: \.isMainText) else { return true }
      return above.block.zone != .form && !above.block.isCountedField
    }
    return first * 5 >= starts.count * 4
  }

  private static func numberedHeadings(_ parts: [DocumentPart]) -> [Start] {
    var places: [String: [Int]] = [:]
    var order: [String] = []
    for index in parts.indices where parts[index].heading > 0 && parts[index].isMainText {
      guard number(parts[index].block.text) != nil else { continue }
      let words = parts[index].block.text.filter { !$0.isNumber }
      guard words.contains(where: \.isLetter) else { continue }
      let shape = "\(parts[index].heading) \(words)"
      if places[shape] == nil { order.append(shape) }
      places[shape, default: []].append(index)
    }
    for shape in order where places[shape]!.count >= fewestHeadings {
      let starts = places[shape]!.map { Start(part: $0, value: number(parts[$0].block.text)) }
      if Set(starts.map(\.value)).count == starts.count, haveText(starts, parts) { return starts }
    }
    return []
  }

  /// Whether at least half of the items have text besides their fields. If the last one has none, but text stands above the first one, the
  /// text of each item stands above its form, and the form does not begin it.
  private static func haveText(_ starts: [Start], _ parts: [DocumentPart]) -> Bool {
    let full = starts.indices.filter { number in
      let end = number + 1 < starts.count ? starts[number + 1].part : parts.count
      var bytes = 0
      for part in parts[starts[number].part + 1..<end] where part.isMainText && part.field == nil {
        if part.block.zone != .form { bytes += part.block.text.utf8.count }
      }
      return bytes >= leastText
    }
    let isTextAbove = parts[..<starts[0].part].contains {
      $0.isMainText && $0.field == nil && $0.block.text.utf8.count >= leastText
    }
    return full.count * 2 >= starts.count && (full.last == starts.count - 1 || !isTextAbove)
  }

  private static func isYear(_ value: String) -> Bool { Int(value).map(BelievableDays.yearsInText.contains) ?? false }

  /// Whether a value may be the number of a record: a word with a digit.
  private static func isNumber(_ value: String) -> Bool {
    let bytes = value.utf8
    guard !bytes.isEmpty, bytes.count <= longestValue, bytes.contains(where: \.isDigit) else { return false }
    return bytes.allSatisfy { $0.isDigit || $0.isASCIILetter || "-._/".utf8.contains($0) }
  }

  /// The last word of a heading, if it is a number of three digits or more and no year: steps, chapters and days of an
  /// article have smaller numbers.
  private static func number(_ heading: String) -> String? {
    guard let word = heading.split(separator: " ").last.map(String.init), isNumber(word), !isYear(word) else {
      return nil
    }
    return word.utf8.count(where: \.isDigit) >= 3 ? word : nil
  }
}
