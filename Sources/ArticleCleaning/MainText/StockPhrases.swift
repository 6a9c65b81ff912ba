/// Lines that sites put into articles in every language: pointers to other pages, invitations, notices of rights.
///
/// Only short blocks are looked at. ASCII letters match in either case; other letters as written here.
enum StockPhrases {
  enum Meaning {
    /// Opens a list of other pages: "Read also".
    case pointer
    /// Asks the reader for something: "Subscribe to our newsletter".
    case invitation
    /// Names the maker of a picture or a text: "Photo: ...".
    case credit
    /// "All rights reserved".
    case rights
    /// Labels an advertisement that stood there.
    case advert
  }

  /// What a block says by its first words, or by words anywhere in it.
  static func meaning(of text: UnsafeBufferPointer<UInt8>) -> Meaning? {
    var start = 0
    while start < text.count, isPadding(text[start]) { start += 1 }
    let body = UnsafeBufferPointer(rebasing: text[start...])
    guard let first = body.first else { return nil }
    for (phrase, meaning) in openings[Int(folded(first))] where begins(body, with: phrase) { return meaning }
    if body.count < 16 {
      for word in whole where body.count <= word.count + 2 && begins(body, with: word) { return .advert }
    }
    if body.count < 400 {
      for start in body.indices {
        for (phrase, meaning) in inside[Int(folded(body[start]))] where begins(body, with: phrase, at: start) {
          return meaning
        }
      }
    }
    return nil
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte < 0x30 || (byte > 0x39 && byte < 0x41) || (byte > 0x5A && byte < 0x61)
  }

  private static func begins(_ text: UnsafeBufferPointer<UInt8>, with phrase: [UInt8], at start: Int = 0) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    for offset in 0..<phrase.count {
      if folded(text[start + offset]) != phrase[offset] { return false }
    }
    // A phrase in letters ends where the word ends.
    let next = start + phrase.count
    guard next < text.count, phrase[phrase.count - 1] | 0x20 >= 0x61, phrase[phrase.count - 1] < 0x80 else {
      return true
    }
    return !((text[next] | 0x20) &- 0x61 < 26)
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func lines(_ text: String) -> [[UInt8]] { text.split(separator: "\n").map { Array($0.utf8) } }

  /// Phrases by their first byte.
  private typealias Table = [[([UInt8], Meaning)]]

  private static func table(_ phrases: [([UInt8], Meaning)]) -> Table {
    var table = Table(repeating: [], count: 256)
    for phrase in phrases { table[Int(phrase.0[0])].append(phrase) }
    return table
  }

  private static let openings = table(
    lines(pointers).map { ($0, .pointer) } + lines(invitations).map { ($0, .invitation) }
      + lines(credits).map { ($0, .credit) } + lines(rightsOpenings).map { ($0, .rights) })
  private static let inside = table(
    lines(rightsInside).map { ($0, .rights) } + lines(invitationsInside).map { ($0, .invitation) })
  private static let whole: [[UInt8]] = lines(advertLabels)

  private static let pointers = """
    read more
    read also
    read next
    also read
    see also
    see more
    related
    more from
    more on
    more stories
    more news
    more about
    more in
    more articles
    most read
    most popular
    top stories
    latest news
    recommended
    you may also like
    you might also like
    you may like
    don't miss
    don’t miss
    further reading
    further information
    also on
    related stories
    related articles
    follow us
    share this
    click here
    watch:
    watch next
    up next
    continue reading
    view comments
    show comments
    leave a comment
    post a comment
    comments
    tags:
    topics:
    filed under
    posted in
    mehr zum thema
    mehr dazu
    mehr von
    mehr aus
    mehr zu
    mehr infos
    mehr informationen
    mehr über
    lesen sie auch
    lesen sie hier
    lesen sie dazu
    lesen sie mehr
    lies auch
    auch interessant
    auch lesenswert
    das könnte sie auch
    das könnte dich auch
    weiterlesen
    zum weiterlesen
    weiterführende
    weitere artikel
    weitere beiträge
    weitere informationen
    weitere infos
    weitere meldungen
    weitere nachrichten
    weitere themen
    ähnliche artikel
    ähnliche beiträge
    verwandte artikel
    verwandte themen
    passend zum thema
    siehe auch
    meistgelesen
    empfohlene
    zum thema
    zurück zur
    schlagwörter
    quellenangabe
    artikel teilen
    lire aussi
    lire également
    a lire aussi
    à lire aussi
    à lire également
    voir aussi
    sur le même sujet
    en savoir plus
    pour aller plus loin
    vous aimerez aussi
    articles liés
    articles similaires
    leia também
    leia mais
    veja também
    veja mais
    saiba mais
    notícias relacionadas
    lea también
    lee también
    leer también
    leé también
    lea además
    lee además
    te puede interesar
    te puede gustar
    le puede interesar
    también te puede interesar
    puede leer
    más sobre
    más información
    más noticias
    ver más
    vea también
    ver también
    mira también
    mirá también
    noticias relacionadas
    temas relacionados
    notas relacionadas
    leggi anche
    leggi di più
    potrebbe interessarti
    ti potrebbe interessare
    articoli correlati
    vedi anche
    approfondisci
    zobacz też
    zobacz także
    zobacz również
    zobacz więcej
    czytaj też
    czytaj także
    czytaj również
    czytaj więcej
    przeczytaj też
    przeczytaj także
    polecamy
    powiązane
    więcej na temat
    lees ook
    lees meer
    bekijk ook
    läs också
    läs även
    läs mer
    lue myös
    lue lisää
    les også
    læs også
    čtěte také
    přečtěte si
    citește și
    olvasd el
    ayrıca bakınız
    baca juga
    đọc thêm
    Читайте также
    Читать далее
    Смотрите также
    См. также
    По теме
    Подробнее
    Ещё по теме
    Читайте також
    Дивіться також
    相关阅读
    相关新闻
    相关报道
    延伸阅读
    推荐阅读
    更多新闻
    関連記事
    関連ニュース
    あわせて読みたい
    관련기사
    اقرأ أيضا
    اقرأ المزيد
    إقرأ أيضا
    شاهد أيضا
    """

  private static let invitations = """
    sign up here
    sign up now
    sign up today
    sign up to
    sign up for our
    subscribe
    join our
    follow us
    get our
    support us
    become a member
    become a subscriber
    download our app
    listen to
    want more
    jetzt abonnieren
    jetzt anmelden
    jetzt registrieren
    jetzt spenden
    folge uns
    folgen sie
    abonnieren sie
    abonniere
    melde dich
    melden sie sich
    unterstütze
    unterstützen sie
    bitte registrieren
    bitte melden sie sich
    werde mitglied
    werden sie mitglied
    inscrivez-vous
    abonnez-vous
    suivez-nous
    soutenez
    suscríbete
    suscribite
    suscríbase
    síguenos
    seguinos
    únete
    iscriviti
    seguici
    assine
    inscreva-se
    siga
    wesprzyj
    zapisz się
    zapraszamy
    dołącz do
    obserwuj
    Подписывайтесь
    Подпишитесь
    Підписуйтесь
    Присоединяйтесь
    """

  private static let credits = """
    photo:
    photos:
    photo by
    photo credit
    photograph by
    photograph:
    image:
    images:
    image credit
    picture:
    credit:
    credits:
    source:
    video:
    file photo
    foto:
    fotos:
    bild:
    bilder:
    beitragsbild
    titelbild
    abbildung:
    quelle:
    quellen:
    bildquelle
    bildnachweis
    text:
    crédit
    crédits
    crédito
    créditos
    fuente:
    fonte:
    imagen:
    imagem:
    zdjęcie
    źródło
    fot.
    kuva:
    reporting by
    additional reporting
    editing by
    written by
    Фото:
    Источник:
    Источник фото
    图：
    图源
    来源：
    责任编辑
    责编
    编辑：
    ©
    """

  private static let rightsOpenings = """
    copyright
    (c)
    c) 20
    """

  private static let rightsInside = """
    all rights reserved
    alle rechte vorbehalten
    tous droits réservés
    todos los derechos reservados
    todos os direitos reservados
    tutti i diritti riservati
    wszelkie prawa zastrzeżone
    Все права защищены
    版权所有
    affiliate commission
    affiliate links
    may earn a commission
    may receive compensation
    """

  private static let invitationsInside = """
    newsletter
    sign up here
    sign up for our
    sign up to our
    please subscribe
    already a subscriber
    subscribe to our
    follow us on
    telegram channel
    telegram-kanal
    canal de telegram
    canal de whatsapp
    whatsapp channel
    whatsapp-kanal
    youtube channel
    canal de youtube
    our app
    cookies to improve
    netiquette
    """

  private static let advertLabels = """
    advertisement
    advertising
    advert
    anzeige
    werbung
    reklama
    reklame
    publicité
    publicidad
    publicidade
    pubblicità
    iklan
    annons
    annonse
    sponsored
    Реклама
    广告
    広告
    광고
    إعلان
    """
}
