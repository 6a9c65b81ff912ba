import NewsModel
import TextScanning

/// Divides a page with many items into one document for each.
///
/// The first item gets what stands before it, and the last one what stands behind it, so that nothing is lost. Text
/// before the first item that is long enough for an article is a document of its own, with the source of the page.
struct DocumentItems {
  let parts: [DocumentPart]
  let days: BelievableDays
  let vocabulary: PageVocabulary

  /// Returns nil if the page has no items.
  ///
  /// - Parameters:
  ///   - page: the page with its metadata; its blocks are those of `parts`.
  ///   - anchor: as in `ItemBorders`.
  func divide(
    _ page: Document, rule: ItemRule.Start?, anchor: (String, Range<Int>) -> Int? = { _, _ in nil }
  ) -> [Document]? {
    let found = ItemStarts(parts, rule: rule)
    guard let first = found.starts.first else { return nil }
    let borders = ItemBorders(parts, found, anchor: anchor).firsts
    var documents: [Document] = []
    var items = page
    let before = textBefore(borders[0])
    if before >= Thresholds.article {
      var rest = page
      rest.blocks = parts[..<borders[0]].map(\.block)
      documents.append(rest)
      items.problems = []
    }
    let repeated = repeatedLines(borders)
    let names = names(of: found.starts)
    for (number, start) in found.starts.enumerated() {
      let range = borders[number]..<(number + 1 < borders.count ? borders[number + 1] : parts.count)
      var item = items
      item.source = "\(page.source)#\(names[number])"
      item.url = page.url.map { "\($0.prefix { $0 != "#" })#\(names[number])" }
      item.blocks = range.map { parts[$0].block }
      let title = ItemTitle(parts, range, start: start.part, isHeading: found.areHeadings, repeated: repeated).part
      if let title {
        item.title = parts[title].block.text
        item.blocks[title - range.lowerBound].zone = .navigation
        item.blocks[title - range.lowerBound].reason = "title"
      } else {
        item.title = [page.title, Self.name(of: parts[start.part])].compactMap(\.self).joined(separator: ", ")
      }
      if start.part == first.part, before < Thresholds.article {
        item.blocks =
          parts[..<borders[0]].map { part in
            part.isMainText ? Block(zone: .navigation, text: part.block.text, reason: "above the items") : part.block
          } + item.blocks
      } else {
        item.problems = []
      }
      date(&item, parts[range])
      item.readDateline(vocabulary)
      documents.append(item)
    }
    return documents
  }

  private func textBefore(_ end: Int) -> Int {
    parts[..<end].reduce(0) { $1.block.zone.isCounted ? $0 + $1.block.text.utf8.count : $0 }
  }

  /// The lines that stand in every item: labels of the parts of the form.
  private func repeatedLines(_ borders: [Int]) -> Set<String> {
    guard borders.count > 1 else { return [] }
    /// The number of items that have a line, and the last of them.
    var items: [String: (count: Int, last: Int)] = [:]
    for (number, first) in borders.enumerated() {
      let end = number + 1 < borders.count ? borders[number + 1] : parts.count
      for part in parts[first..<end] where part.isMainText && part.field == nil {
        let known = items[part.block.text, default: (0, -1)]
        if known.last != number { items[part.block.text] = (known.count + 1, number) }
      }
    }
    return Set(items.filter { $0.value.count == borders.count }.keys)
  }

  /// The names of the items behind the `#` of their sources: their own numbers, or else their positions.
  private func names(of starts: [ItemStarts.Start]) -> [String] {
    let values = starts.compactMap(\.value)
    let areNames = values.count == starts.count && Set(values).count == values.count && values.allSatisfy(Self.isName)
    return areNames ? values : starts.indices.map { "\($0 + 1)" }
  }

  /// The field that begins an item, with its value even if that is in another block.
  private static func name(of start: DocumentPart) -> String {
    let text = start.block.text
    return start.field.map { text.hasSuffix($0.value) ? text : "\(text) \($0.value)" } ?? text
  }

  private static func isName(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= longestName
      && value.utf8.allSatisfy { $0.isDigit || $0.isASCIILetter || "-._/".utf8.contains($0) }
  }

  /// In bytes.
  private static let longestName = 64

  /// An item that the page lists longer after its day is listed because of an update, so its day is that of the page.
  private static let mostDaysBefore = 31

  /// Gives an item the first day in a field for it, if that is the page's own day or one shortly before it.
  private func date(_ item: inout Document, _ parts: ArraySlice<DocumentPart>) {
    let scanner = DateScanner(vocabulary, order: item.language == "en" ? .monthFirst : .dayFirst)
    let page = item.published?.day
    func isOfPage(_ day: Day) -> Bool {
      guard let page else { return days.doubt(of: day) == nil }
      return day <= page && page.ordinal - day.ordinal <= Self.mostDaysBefore
    }
    for field in parts.lazy.compactMap(\.field) where field.meaning == .day {
      let text = Array(field.value.utf8)
      guard let found = scanner.dates(in: text, 0..<text.count).first else { continue }
      let (year, month, number) = found.day.civil
      let readings = [found.day, found.isAmbiguous ? Day(year: year, month: number, day: month) : nil]
      guard let day = readings.compactMap(\.self).first(where: isOfPage) else { return }
      let date = PublicationDate(day: day, method: .formField(field.label))
      item.dateCandidates.insert(date, at: 0)
      item.published = date
      return
    }
  }
}
