import NewsModel

/// Decides which sentences are standing notices of a site: they recur word for word inside many of its texts, over a long
/// time.
///
/// A story that a wire repeats and extends for days is no notice: its versions are copies of one text, which count once
/// (`DistinctTexts`), and they are of one or two weeks.
enum NoticeRule {
  /// The least number of different texts with the sentence.
  static let minimumTexts = 8
  /// The least number of weeks with such a text.
  static let minimumWeeks = 6

  /// Whether notices are looked for in a block: in main text, but not in the fields of forms.
  static func mayHold(_ block: Block) -> Bool {
    block.zone.isMainText && block.zone.isCounted && !block.isCountedField
  }

  static func isNotice(texts: Int, weeks: Int) -> Bool { texts >= minimumTexts && weeks >= minimumWeeks }

  static func reason(texts: Int, weeks: Int) -> String { "in \(texts) texts of the site, in \(weeks) weeks" }
}
