import NewsModel
import TextScanning

/// A block of a document with what is known about its place: the block-level element or line that it comes from, and the
/// field of a form that it is.
struct DocumentPart {
  var block: Block
  /// The index of the block before it was divided into the fields of a form.
  var origin: Int
  /// The level of a heading, from 1; 0 for any other text.
  var heading = 0
  var field: Field?

  struct Field {
    /// In lower case.
    var label: String
    var value: String
    /// Nil if the label is in no list.
    var meaning: FormLabel?
  }

  var isMainText: Bool { block.zone.isMainText }
}

/// The blocks of a document, in which the fields of forms are separated from the other text.
struct DocumentParts {
  private(set) var parts: [DocumentPart] = []

  /// A block before it is divided.
  struct Source {
    var zone: Zone
    var reason: String
    var range: Range<Int>
    var heading = 0
  }

  private let text: [UInt8]
  private let vocabulary: PageVocabulary

  /// - Parameter text: the text of all blocks.
  init(_ text: [UInt8], _ sources: [Source], _ form: FormFields, _ vocabulary: PageVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    parts.reserveCapacity(sources.count + form.fields.count)
    var next = form.fields[...]
    /// The zone and reason of a value in a block of its own.
    var values: [Int: (zone: Zone, reason: String)] = [:]
    for (index, source) in sources.enumerated() {
      var fields = next.prefix { $0.block == index }
      next = next.dropFirst(fields.count)
      // The fields of a form outside the main text are of no use.
      if !source.zone.isMainText { fields = [] }
      if let value = values[index], source.zone.isMainText {
        add(source.range, index, source, as: value)
        continue
      }
      var start = source.range.lowerBound
      for field in fields {
        add(start..<field.ranges[0].lowerBound, index, source)
        let verdict = add(field, index, source)
        if let block = field.valueBlock { values[block] = verdict }
        start = field.ranges.last!.upperBound
      }
      add(start..<source.range.upperBound, index, source)
    }
  }

  /// Divides the blocks of a text file, each of which is a line.
  init(_ blocks: [Block], _ vocabulary: PageVocabulary) {
    var text: [UInt8] = []
    let sources = blocks.map { block in
      let start = text.count
      text += block.text.utf8
      return Source(zone: block.zone, reason: block.reason, range: start..<text.count)
    }
    let lines = sources.map { $0.zone.isMainText ? [$0.range] : [] }
    self.init(text, sources, FormFields(text, blocks: lines, labels: vocabulary.formLabels), vocabulary)
  }

  private mutating func add(
    _ range: Range<Int>, _ index: Int, _ source: Source, as verdict: (zone: Zone, reason: String)? = nil
  ) {
    let range = FieldLine.trimmed(text, range)
    if range.isEmpty { return }
    let (zone, reason) = verdict ?? (source.zone, source.reason)
    parts.append(
      DocumentPart(
        block: Block(zone: zone, text: string(range), reason: reason), origin: index, heading: source.heading))
  }

  /// Adds the block of a field. If its value counts, the lines that continue it are a block of their own, because they
  /// may stand in another column.
  private mutating func add(_ field: FormFields.Field, _ index: Int, _ source: Source) -> (zone: Zone, reason: String) {
    let label = Scalars.lowered(Array(text[field.label]))
    let meaning = vocabulary.formLabels.meaning(label)
    let isCounted = meaning?.isCounted == true && !field.value.isEmpty
    let verdict = isCounted ? (source.zone, Block.fieldReason(meaning!.rawValue)) : (Zone.form, "form field")
    var lines = field.ranges.count
    if isCounted { lines = field.ranges[0].upperBound >= field.value.upperBound ? 1 : min(2, lines) }
    var part = DocumentPart(
      block: Block(zone: verdict.0, text: joined(field.ranges.prefix(lines)), reason: verdict.1), origin: index)
    part.field = .init(label: String(decoding: label, as: UTF8.self), value: string(field.value), meaning: meaning)
    parts.append(part)
    if lines < field.ranges.count {
      parts.append(
        DocumentPart(
          block: Block(zone: .form, text: joined(field.ranges.dropFirst(lines)), reason: "form field"), origin: index))
    }
    return verdict
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private func joined(_ ranges: some Sequence<Range<Int>>) -> String { ranges.map(string).joined(separator: " ") }
}
