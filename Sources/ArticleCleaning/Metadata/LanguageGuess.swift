/// The language of a text, from its script and, where several languages share one, from its most frequent small words.
///
/// The words are the commonest of each language's frequency lists that few other listed languages have. A guess needs
/// three hits and twice the hits of the next language; Chinese, Japanese, Korean, Greek, Hebrew, Thai and others are told by script alone.
struct LanguageGuess {
  /// ISO 639-1; nil when the text is too short or too mixed to say.
  private(set) var code: String?

  /// Bytes of the text that are looked at.
  static let sample = 4096

  init(_ text: [UInt8], _ range: Range<Int>) {
    var scripts = Scripts()
    var hits = Array(repeating: 0, count: Self.codes.count)
    var word: UInt64 = Self.offset
    var letters = 0
    var at = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + Self.sample)
    while at < end {
      let scalar = Scalars.decode(text, at, range.upperBound)
      at += scalar.length
      if Scalars.letterCase(scalar.value) != .none {
        scripts.count(scalar.value)
        word = (word ^ UInt64(Scalars.lowered(scalar.value))) &* 0x100_0000_01b3
        letters += 1
      } else if letters > 0 {
        if letters <= 6, let languages = Self.words[word] { for language in languages { hits[language] += 1 } }
        word = Self.offset
        letters = 0
      }
    }
    code = scripts.language ?? Self.best(hits, in: scripts.main)
  }

  private static func best(_ hits: [Int], in script: Script) -> String? {
    var best = 0
    var second = 0
    var found: Int?
    for (language, count) in hits.enumerated() where codes[language].script == script {
      if count > best {
        (second, best, found) = (best, count, language)
      } else {
        second = max(second, count)
      }
    }
    guard let found, best >= 3, best * 10 >= second * 13 else { return nil }
    return codes[found].code
  }

  enum Script: Int, CaseIterable {
    case latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, thai, devanagari, bengali, armenian, georgian, other
  }

  private struct Scripts {
    var letters = Array(repeating: 0, count: Script.allCases.count)
    /// Letters that only Persian, only Urdu, only Ukrainian, only Serbian and Macedonian have.
    var persian = 0
    var urdu = 0
    var ukrainian = 0

    mutating func count(_ scalar: UInt32) {
      let script: Script
      switch scalar {
      case ..<0x250, 0x1E00...0x1EFF: script = .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: script = .greek
      case 0x400...0x52F:
        script = .cyrillic
        if scalar == 0x456 || scalar == 0x457 || scalar == 0x454 || scalar == 0x491 { ukrainian += 1 }
      case 0x530...0x58F: script = .armenian
      case 0x590...0x5FF: script = .hebrew
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFEFF:
        script = .arabic
        if scalar == 0x67E || scalar == 0x686 || scalar == 0x698 || scalar == 0x6AF || scalar == 0x6CC
          || scalar == 0x6A9
        {
          persian += 1
        }
        if scalar == 0x679 || scalar == 0x688 || scalar == 0x691 || scalar == 0x6D2 || scalar == 0x6BA { urdu += 1 }
      case 0x900...0x97F: script = .devanagari
      case 0x980...0x9FF: script = .bengali
      case 0xE00...0xE7F: script = .thai
      case 0x10A0...0x10FF: script = .georgian
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: script = .hangul
      case 0x3040...0x30FF: script = .kana
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: script = .han
      default: script = .other
      }
      letters[script.rawValue] += 1
    }

    var main: Script { Script.allCases.max { letters[$0.rawValue] < letters[$1.rawValue] } ?? .other }

    /// The language, where the script tells it.
    var language: String? {
      let total = letters.reduce(0, +)
      guard total >= 20 else { return nil }
      // Japanese is Chinese characters with kana between them.
      if letters[Script.kana.rawValue] * 10 >= total { return "ja" }
      switch main {
      case .han: return "zh"
      case .kana: return "ja"
      case .hangul: return "ko"
      case .greek: return "el"
      case .hebrew: return "he"
      case .thai: return "th"
      case .devanagari: return "hi"
      case .bengali: return "bn"
      case .armenian: return "hy"
      case .georgian: return "ka"
      case .arabic: return urdu * 50 >= total ? "ur" : persian * 40 >= total ? "fa" : "ar"
      case .cyrillic where ukrainian * 50 >= total: return "uk"
      case .latin, .cyrillic, .other: return nil
      }
    }
  }

  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let lists: [(code: String, script: Script, words: String)] = [
    (
      "en", .latin,
      "the of and to in is that for it was with on as are at by this from have be has had not but which their were been will said"
    ),
    (
      "de", .latin,
      "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie"
    ),
    (
      "fr", .latin,
      "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux cette ont mais été"
    ),
    (
      "es", .latin,
      "de la que el en y los del se las por un para con no una su al lo como más pero sus le ha este sobre entre está también fue"
    ),
    (
      "it", .latin,
      "di che la il un è per una in del non della sono da si con le dei al alla gli nel ha anche più ma dal come delle questo"
    ),
    (
      "pt", .latin,
      "de que não do da em um para é com uma os no se na por mais as dos como mas foi ao das à seu sua são também pelo pela"
    ),
    (
      "nl", .latin,
      "de van het een en is dat op te in voor met zijn niet aan er om ook als dan maar bij uit door naar heeft hij worden wordt nog"
    ),
    (
      "pl", .latin,
      "w i na z do się nie że jest to o jak po za od przez ale przy są dla tym był tego ich już oraz który która roku"
    ),
    (
      "sv", .latin,
      "och att det i en på är som för med av den till inte har de ett om var men sig från vi så kan när han efter"
    ),
    (
      "da", .latin,
      "og at det i en på er som for med af den til ikke har de et om var men sig fra vi så kan når han efter blev"
    ),
    (
      "no", .latin,
      "og å det i en på er som for med av den til ikke har de et om var men seg fra vi så kan når han etter ble"
    ),
    ("fi", .latin, "ja on ei että se oli hän mutta kun niin myös ovat joka sen mukaan kuin tai jos vuonna ole olla"),
    (
      "cs", .latin, "a v se na je že s z do o to i k ve pro za by ale si po jako podle od jsou které který jeho bude už"
    ),
    ("sk", .latin, "a v sa na je že s z do o to i k vo pre za by ale si po ako podľa od sú ktoré ktorý jeho bude už"),
    ("hu", .latin, "a az és hogy nem is egy ez meg csak már de volt mint még el ha után azt ki van szerint pedig"),
    ("ro", .latin, "de și în a la cu pe nu o care din mai să pentru un este au fost prin sunt ce ca dar după între"),
    ("tr", .latin, "ve bir bu da de için ile olarak daha çok en olan gibi sonra kadar ise ne var ama göre olduğu oldu"),
    ("hr", .latin, "i je u na se da za su od s a o koji će kao iz to nije bi po te što ali koja prema bio"),
    ("ca", .latin, "de la que el i en els les a un del per amb no una es al ha més com són és dels però també aquest"),
    (
      "id", .latin,
      "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke juga oleh telah ada sebagai mereka tersebut"
    ),
    ("vi", .latin, "và của là có không được cho các một trong với đã người này những đến để khi ra về"),
    ("lt", .latin, "ir kad į su yra tai iš o bet ne kaip apie buvo už dėl po metų jis pagal tik dar"),
    ("lv", .latin, "un ir ka no ar uz par tas kas bet vai arī pie lai gan tā gada nav ja pēc tika"),
    ("et", .latin, "ja on et ei see oli mis kui ka aga või nii ning kes selle seda ta aasta pärast veel"),
    (
      "ru", .cyrillic,
      "и в не на что с по это как из у к за от о для он до было все но так же его или при бы только также были"
    ),
    ("uk", .cyrillic, "і в на що не з у до за та це як від про для він із але вони його було також"),
    ("bg", .cyrillic, "и на да се в за от с не е че по са ще си към като това до след но има при беше"),
    ("sr", .cyrillic, "и је у на се да за су од са о који ће као из то није би по те што али која према"),
    ("be", .cyrillic, "і ў на не што з у да па як для ад гэта пра за але быў яго яны таксама"),
    ("ku", .arabic, "له و بۆ که لە بە"),
  ]

  private static let codes = lists.map { (code: $0.code, script: $0.script) }

  private static let words: [UInt64: [Int]] = {
    var words: [UInt64: [Int]] = [:]
    for (language, list) in lists.enumerated() {
      for word in list.words.split(separator: " ") {
        var hash = offset
        for scalar in word.unicodeScalars { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3 }
        words[hash, default: []].append(language)
      }
    }
    return words
  }()
}
