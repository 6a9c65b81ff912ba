/// What the first words of a short block say about it, in the languages that news is saved in most.
///
/// Only a help: a dump in a language that is not listed is cut by shape and position alone.
enum DumpPhrase {
  /// The site's own tags follow.
  case tags
  /// Other articles follow.
  case related
  /// Readers' comments follow.
  case comments
  /// One link to another article, inside the text: "See also: ...".
  case relatedLink
  /// Buttons to share or follow.
  case share
  case advertisement
  /// A request to subscribe or sign in.
  case subscribe
  /// Who took the picture.
  case credit
  case copyright
  /// Where the rest, or the original, can be read; a button.
  case button

  /// - Parameter words: of the block; a long one opens with these words by chance.
  init?(_ text: [UInt8], words: Int) {
    guard !text.isEmpty, words <= Self.longestBlock else { return nil }
    let lowered = Scalars.lowered(text, limit: 64)
    let found = Self.table.match(lowered, at: 0) { opening, end in
      guard words <= opening.longestBlock else { return false }
      // The phrase ends where a word does.
      guard end < lowered.count, lowered[end - 1].isASCIILetter else { return true }
      let next = Scalars.decode(lowered, end, lowered.count).value
      return Scalars.letterCase(next) == .none || Scalars.isUnspaced(next)
    }
    guard let found else { return nil }
    self = found.meaning
  }

  private struct Opening {
    var meaning: DumpPhrase
    /// Words of the longest block that is taken for one.
    var longestBlock: Int
  }

  private static let longestBlock = 80

  private static func openings(_ meaning: DumpPhrase, upTo words: Int, _ phrases: String) -> [(
    phrase: String, value: Opening
  )] {
    phrases.split(separator: "|").map { (String($0), Opening(meaning: meaning, longestBlock: words)) }
  }

  private static let table = PhraseTable(
    openings(
      .tags, upTo: 40,
      "topics:|tags:|tags |tag:|tagged|filed under|keywords:|related topics|schlagwörter|schlagworte|themen:|mots-clés|etiquetas|temas:|"
        + "argomenti:|темы:|теги:|метки:|tagi:|słowa kluczowe|trefwoorden|标签|關鍵字|关键词|タグ|كلمات")
      + openings(
        .relatedLink, upTo: 30,
        "read more:|see more:|see also:|read also:|also read:|read next:|related:|related post:|related story:|related article:|more:|watch:|watch |listen:|don't miss:|"
          + "also on |mehr dazu:|lesen sie auch:|lire aussi :|lire aussi:|à lire :|voir aussi :|leggi anche:|lea también:|lee también:|leia também:|leia mais:|veja também:|"
          + "lees ook:|czytaj też:|czytaj także:|zobacz też:|читайте также:|смотрите также:")
      + openings(
        .related, upTo: 9,
        "other news|other stories|other articles|more news|more stories|more articles|more from|more in|more on|more about|related|"
          + "read more|read also|read next|see also|also read|most read|most popular|most viewed|most shared|popular|trending|recommended|"
          + "recommendations|you may also|you might also|you may like|don't miss|latest news|latest stories|latest articles|latest posts|recent posts|recent articles|"
          + "up next|next up|next article|previous article|what to read next|around the web|from the web|editor's picks|editors' picks|our picks|must read|"
          + "top stories|in other news|further reading|similar articles|"
          + "lesen sie auch|lesen sie mehr|mehr zum thema|zum thema|weitere artikel|weitere nachrichten|weitere themen|meistgelesen|das könnte|auch interessant|"
          + "à lire aussi|a lire aussi|lire aussi|sur le même sujet|articles liés|les plus lus|voir aussi|à découvrir|"
          + "leggi anche|articoli correlati|potrebbe interessarti|i più letti|altre notizie|"
          + "lea también|lee también|te puede interesar|noticias relacionadas|más noticias|lo más leído|artículos relacionados|"
          + "leia também|leia mais|artigos relacionados|notícias relacionadas|veja também|mais lidas|você pode gostar|"
          + "lees ook|meer over|meest gelezen|gerelateerd|"
          + "czytaj także|czytaj też|zobacz także|zobacz też|powiązane|najczęściej czytane|polecane|"
          + "читайте также|другие новости|похожие|смотрите также|по теме|материалы по теме|популярное|ещё новости|еще новости|"
          + "相关|相關|推荐阅读|延伸閱讀|関連|人気|اقرأ أيضا|مواضيع ذات صلة|ذات صلة")
      + openings(
        .comments, upTo: 8,
        "comments|comment|leave a comment|leave a reply|add a comment|post a comment|add comment|view comments|join the conversation|join the discussion|"
          + "show comments|responses|discussion|view the discussion|kommentare|kommentar|diskussion|commentaires|laisser un commentaire|commenti|lascia un commento|"
          + "comentarios|deja un comentario|comentários|deixe um comentário|deixe uma resposta|reacties|komentarze|dodaj komentarz|комментарии|оставить комментарий|"
          + "评论|評論|コメント|تعليقات")
      + openings(
        .share, upTo: 8,
        "share|tweet|follow us|follow|print|email|e-mail|like us|facebook|twitter|whatsapp|linkedin|pinterest|click to share|teilen|folgen sie|drucken|partager|imprimer|"
          + "compartir|imprimir|condividi|stampa|compartilhar|compartilhe|delen|udostępnij|поделиться|распечатать|分享|シェア|شارك"
      )
      + openings(
        .advertisement, upTo: 5,
        "advertisement|advertising|sponsored|continue reading below|story continues|article continues|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|"
          + "advertentie|reklama|реклама|广告|廣告|広告|إعلان")
      + openings(
        .subscribe, upTo: 30,
        "sign up|subscribe|newsletter|get our|get the latest|log in|login|register|sign in|already a|to read the full|to continue reading|"
          + "abonnieren|jetzt anmelden|s'abonner|abonnez|inscrivez|suscríbete|suscribirse|iscriviti|abbonati|assine|inscreva|inschrijven|zapisz się|подпис|订阅|訂閱"
      )
      + openings(
        .credit, upTo: 30,
        "photo:|photo by|photos:|photos by|photograph:|photography:|image:|images:|image credit|photo credit|picture:|credit:|credits:|video:|(photo|[photo|(image|file photo|"
          + "foto:|fotos:|bild:|bildquelle|fotografie:|crédit|crédits|photo :|photo d|фото:|фото |zdj.|fot.|图：|写真")
      + openings(
        .copyright, upTo: 80,
        "©|(c) |copyright|℗|all rights reserved|alle rechte vorbehalten|tous droits|todos los derechos|todos os direitos|tutti i diritti|все права"
      )
      + openings(
        .button, upTo: 6,
        "skip to|back to|show more|load more|view more|see more|view all|see all|see full|click here|continue reading|close|menu|search|suche|recherche|buscar|cerca|"
          + "zoeken|szukaj|поиск|loading|previous|next|play|watch|watch live|listen|submit|send|cancel|open in|opens in|home|top|zurück|weiter|suivant|siguiente"
      ))
}
