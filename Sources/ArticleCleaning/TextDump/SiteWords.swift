/// The names of menus, buttons, boxes and notices that sites set round articles, as whole lines: "Skip to content", "Privacy policy".
///
/// The vocabulary of content systems and of news sites; what an article may use as a line of its own too ("About", "Search") weighs half.
enum SiteWords {
  /// Lines longer than this are text.
  static let longestLine = 300
  private static let longestNotice = 800

  struct Word {
    var id: Int
    /// 2, or 1 for a word that articles have too.
    var weight: Int
  }

  /// The site's words of a line that holds nothing else; empty for any other line, and for what somebody says: "Got it."
  static func words(in line: ArraySlice<UInt8>) -> [Word] {
    guard line.count <= longestLine, line.last != UInt8(ascii: ".") else { return [] }
    let text = Scalars.lowered(Array(line))
    var words: [Word] = []
    var at = 0
    while at < text.count {
      guard text[at].isASCIILetter || text[at] >= 0x80 else {
        at += 1
        continue
      }
      var end = at
      let found = table.match(text, at: at) { _, stop in
        guard stop == text.count || !isWordByte(text[stop]) || !isWordByte(text[stop - 1]) else { return false }
        end = stop
        return true
      }
      if let found {
        words.append(found)
        at = end
        continue
      }
      // Dashes, arrows, bars and blanks beyond ASCII stand between the words.
      let scalar = Scalars.decode(text, at, text.count)
      guard Scalars.letterCase(scalar.value) == .none else { return [] }
      at += scalar.length
    }
    return words
  }

  /// A sentence that sites say of themselves.
  static func isCookieNotice(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= longestNotice && line.contains(where: { $0 | 0x20 == UInt8(ascii: "k") })
      && cookieNotices.firstMatch(in: Scalars.lowered(Array(line))) != nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isDigit || byte >= 0x80 }

  private static let cookieNotices = PhraseTable(
    [
      "we use cookies", "uses cookies", "our use of cookies", "use of cookies on", "accept cookies",
      "verwendet cookies", "verwenden cookies", "utilise des cookies", "utilisons des cookies", "utiliza cookies",
      "utilizza cookie", "используем файлы cookie", "использует файлы cookie",
    ].map { ($0, true) })

  /// Longer phrases first, so that "share this" does not end at "share".
  private static let table: PhraseTable<Word> = {
    let phrases =
      [(certain, 2), (possible, 1)].flatMap { list, weight in
        list.split(separator: "|").map { (phrase: String($0), weight: weight) }
      }
      .enumerated()
      .map { (phrase: $1.phrase, value: Word(id: networks.contains($1.phrase) ? -1 : $0, weight: $1.weight)) }
    return PhraseTable(phrases.sorted { ($0.phrase.utf8.count, $0.phrase) > ($1.phrase.utf8.count, $1.phrase) })
  }()

  private static let certain =
    "homepage|main menu|main navigation|toggle navigation|open menu|close menu|skip to content|skip to main content|"
    + "skip to navigation|jump to content|jump to navigation|back to top|search for|rss|rss feed|site map|sitemap|log in|login|"
    + "log out|logout|sign in|sign up|create account|my account|subscribe now|sign up for our newsletter|e-paper|epaper|advertise|advertise with us|"
    + "mobile apps|share|share this|share this article|share this story|share on|share on facebook|share on twitter|share via email|"
    + "share via|click to share on|opens in new window|tweet|tweet this|print this|email this|copy link|follow us|follow us on|"
    + "privacy policy|privacy notice|privacy settings|terms of use|terms of service|terms & conditions|terms and conditions|cookie policy|"
    + "cookie settings|cookie preferences|accept all|i agree|got it|do not sell my info|do not sell my personal information|ad choices|"
    + "adchoices|related articles|related stories|related posts|related content|recommended for you|more news|more stories|more articles|"
    + "read more|learn more|read next|other news|latest news|latest stories|latest articles|most read|most popular|most viewed|trending now|"
    + "top stories|you may also like|you might also like|leave a comment|leave a reply|post a comment|add a comment|view comments|"
    + "show comments|no comments|advertisement|sponsored|load more|show more|see more|view more|view all|see all|previous article|"
    + "next article|recent posts|up next|editor's picks|editors' picks|continue reading|"
    + "startseite|anmelden|impressum|datenschutz|weiterlesen|teilen|drucken|kommentare|werbung|mehr zum thema|meistgelesen|"
    + "connexion|se connecter|contactez-nous|mentions légales|politique de confidentialité|partager|lire aussi|à lire aussi|publicité|"
    + "iniciar sesión|quiénes somos|aviso legal|política de privacidad|compartir|publicidad|lo más leído|"
    + "chi siamo|condividi|leggi anche|informativa sulla privacy|accedi|sobre nós|política de privacidade|compartilhar|leia também|"
    + "inloggen|delen|lees ook|zaloguj|zaloguj się|polityka prywatności|czytaj także|czytaj też|udostępnij|"
    + "войти|регистрация|политика конфиденциальности|поделиться|читайте также|другие новости|комментарии|реклама|"
    + "サイトマップ|プライバシーポリシー|お問い合わせ|免責事項|利用規約|ログイン|会員登録|登录|登錄|注册|註冊|隐私政策|隱私政策|联系我们|聯絡我們|로그인|회원가입|이용약관|개인정보처리방침"

  private static let possible =
    "home|menu|navigation|search|archive|archives|about|about us|contact|contacts|contact us|register|newsletter|newsletters|subscribe|"
    + "subscriptions|careers|jobs|help|faq|feedback|apps|weather|horoscopes|classifieds|obituaries|close|top|like this|like|print|email|e-mail|"
    + "save|privacy|terms|cookies|disclaimer|accessibility|legal|legal notice|related|related news|related topics|recommended|more from|"
    + "latest|trending|popular|comments|comment|previous|next|categories|tags|suche|kontakt|über uns|abo|anzeige|accueil|recherche|"
    + "commentaires|imprimer|inicio|buscar|contacto|comentarios|imprimir|cerca|contatti|stampa|commenti|início|contato|comentários|zoeken|"
    + "contact met ons|reacties|szukaj|o nas|komentarze|reklama|главная|поиск|контакты|о нас|ホーム|検索|首页|首頁|搜索|"
    + networks.joined(separator: "|")

  /// One sign together: an article may list them.
  private static let networks = [
    "facebook", "twitter", "linkedin", "whatsapp", "instagram", "youtube", "pinterest", "reddit", "telegram",
    "flipboard", "google+", "tumblr", "вконтакте", "одноклассники", "line", "微信", "微博",
  ]
}

extension SiteWords {
  /// A line of nothing but site words, one of them a word that only sites have.
  static func isSiteLine(_ text: [UInt8]) -> Bool { words(in: text[...]).contains { $0.weight > 1 } }
}
