/// What the words beside a date say it is the day of.
enum DateLabel {
  case published
  case changed

  /// Looks at the 60 bytes before the date and the 30 behind it.
  init?(_ text: [UInt8], _ block: Range<Int>, date: Range<Int>) {
    var start = max(block.lowerBound, date.lowerBound - 60)
    while start < date.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    let before = Scalars.lowered(Array(text[start..<date.lowerBound]))
    if let found = Self.last(in: before) {
      self = found
      return
    }
    // "Date:" alone; "Event date:" is the day of something else.
    if start == block.lowerBound, !before.isEmpty, Self.alone.match(before, at: 0) ?? false {
      self = .published
      return
    }
    var end = min(block.upperBound, date.upperBound + 30)
    while end < block.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
    guard let found = Self.table.firstMatch(in: Scalars.lowered(Array(text[date.upperBound..<end]))), found == .changed
    else { return nil }
    self = found
  }

  /// Of a line of its own above the date.
  init?(line: ArraySlice<UInt8>) {
    let text = Scalars.lowered(Array(line))
    guard let found = Self.last(in: text) ?? (Self.alone.match(text, at: 0).map { _ in .published }) else { return nil }
    self = found
  }

  /// The one that stands nearest before the date.
  private static func last(in text: [UInt8]) -> DateLabel? {
    for at in text.indices.reversed() {
      if at > 0, text[at - 1].isASCIILetter { continue }
      if let found = table.match(text, at: at) { return found }
    }
    return nil
  }

  private static let table = PhraseTable(labels(.changed, changedWords) + labels(.published, publishedWords))

  /// The words of all labels, in small letters.
  static let words: [[UInt8]] = (changedWords + "|" + publishedWords).split(whereSeparator: { "| :".contains($0) })
    .map { Array($0.utf8) }

  private static let alone = PhraseTable(
    ["date:", "date :", "datum:", "fecha:", "data:", "дата:", "дата ", "tarih:", "日付", "日期"].map { ($0, true) })

  private static func labels(_ label: DateLabel, _ phrases: String) -> [(phrase: String, value: DateLabel)] {
    phrases.split(separator: "|").map { (String($0), label) }
  }

  private static let changedWords =
    "updated|modified|last change|edited|geändert|bearbeitet|last update|last edited|last reviewed|revised|aktualisiert|letzte änderung|"
    + "zuletzt geändert|letzte aktualisierung|stand:|stand |mis à jour|mise à jour|modifié|dernière modification|"
    + "actualizado|actualizada|última actualización|modificado|aggiornato|aggiornamento|ultima modifica|atualizado|"
    + "última atualização|modificato|bijgewerkt|laatst gewijzigd|gewijzigd|aktualizacja|zaktualizowano|"
    + "ostatnia modyfikacja|обновлено|обновлён|изменено|оновлено|güncelleme|güncellenme|更新|最終更新|تحديث|آخر تحديث|"
    + "uppdaterad|opdateret|oppdatert|päivitetty|aktualizováno|frissítve"

  private static let publishedWords =
    "published|created|erstellt|publication date|posted|first published|release date|written on|"
    + "veröffentlicht|erschienen|publiziert|publié|publiée|paru le|parution|date de publication|"
    + "publicado|publicada|fecha de publicación|pubblicato|pubblicata|data di pubblicazione|publicação|"
    + "publicado em|gepubliceerd|geplaatst|opublikowano|data publikacji|dodano|data dodania|опубликовано|опубликован|"
    + "дата публикации|опубліковано|yayınlanma|yayın tarihi|yayınlandı|发布时间|发布|發布|发表|发布日期|掲載|公開|公開日|投稿日|入力|등록|"
    + "نشر|تاريخ النشر|publicerad|publisert|offentliggjort|julkaistu|publikováno|zveřejněno|közzétéve|megjelent|"
    + "δημοσιεύτηκε|δημοσίευση"

  /// Parts of the names that pages give to the elements of a date.
  static let names = PhraseTable<Bool>(
    [
      "date", "datum", "time", "publish", "posted", "byline", "subline", "dateline", "fecha", "parution", "calendar",
      "clock", "created", "submitted", "post-meta", "entry-meta", "postmeta", "article-info", "pubinfo",
    ]
    .map { ($0, true) })
}
