import TextScanning

/// A hash of a block's text without the parts that change from page to page: numbers, dates, capitals and punctuation.
///
/// "Updated 3 Feb 2013, 10:15" and "Updated 12 March 2014, 9:02" have the same fingerprint, because they are the same line
/// of a site's template.
package struct TemplateFingerprint: Sendable, Hashable {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  /// Returns nil for a text without words.
  package init?(of text: String) {
    guard let hash = Self.hash(text.utf8.span) else { return nil }
    value = hash
  }

  /// Returns the hash of the words, with each number and date as one symbol; nil if there are no words.
  static func hash(_ text: Span<UInt8>) -> UInt64? {
    var hash = ByteHash()
    var hasWords = false
    var lastIsNumber = false
    var at = 0
    while at < text.count {
      let step = WordBytes.step(text, at: at)
      guard step > 0 else {
        at -= step
        continue
      }
      let start = at
      var hasDigit = false
      while at < text.count {
        let step = WordBytes.step(text, at: at)
        if step < 0 { break }
        if text[at].isDigit { hasDigit = true }
        at += step
      }
      let word = text.extracting(start..<at)
      // A month or weekday is part of a date, whether the number comes before or after it.
      if hasDigit || DateWords.contains(word) {
        if !lastIsNumber { hash.add(UInt8(ascii: "#")) }
        lastIsNumber = true
        continue
      }
      lastIsNumber = false
      hasWords = true
      for place in word.indices { hash.add(word[place].lowered) }
      hash.add(0x20)
    }
    return hasWords ? hash.state : nil
  }
}

/// Names of months and weekdays and other words of dates, in the languages whose dates are recognised.
enum DateWords {
  static func contains(_ word: Span<UInt8>) -> Bool {
    (2...24).contains(word.count) && table(inEitherCase: word) != nil
  }

  private static let table = NameTable(
    Set(words.split(whereSeparator: \.isWhitespace)).sorted().map { (String($0), true) })

  private static let words = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun am pm
    januar jänner februar märz mai juni juli oktober dezember mär okt dez uhr
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    Января Февраля Марта Апреля Мая Июня Июля Августа Сентября Октября Ноября Декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    """
}
