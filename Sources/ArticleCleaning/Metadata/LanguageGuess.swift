import NewsModel
import ScannedText
import TextScanning

/// The language of a text, from its script and, if several languages share the script, from its small words.
///
/// The words are the most frequent ones of each language that few other listed languages have. A guess needs three hits
/// and 1.3 times the hits of the next language. Chinese, Japanese, Korean, Greek, Hebrew, Thai and others follow from
/// the script alone.
struct LanguageGuess {
  /// ISO 639-1; nil if the text is too short or too mixed.
  private(set) var code: String?

  /// The number of bytes of the text that are read.
  static let sample = 4096

  init(_ text: [UInt8], _ range: Range<Int>, _ vocabulary: PageVocabulary) {
    let known = vocabulary.functionWords
    var scripts = Scripts()
    var hits = Array(repeating: 0, count: known.languages.count)
    var word = ByteHash()
    var letters = 0
    var at = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + Self.sample)
    while at < end {
      let scalar = Scalars.decode(text, at, range.upperBound)
      at += scalar.length
      if Scalars.letterCase(scalar.value) != .none {
        scripts.count(scalar.value)
        word.add(number: UInt64(Scalars.lowered(scalar.value)))
        letters += 1
      } else if letters > 0 {
        if letters <= 6, let languages = known.words[word.state] { for language in languages { hits[language] += 1 } }
        word = ByteHash()
        letters = 0
      }
    }
    code = scripts.language ?? Self.best(hits, in: scripts.main, of: known.languages)
  }

  private static func best(_ hits: [Int], in script: Script, of languages: [FunctionWords.Language]) -> String? {
    var best = 0
    var second = 0
    var found: Int?
    for (language, count) in hits.enumerated() where languages[language].script == script {
      if count > best {
        (second, best, found) = (best, count, language)
      } else {
        second = max(second, count)
      }
    }
    guard let found, best >= 3, best * 10 >= second * 13 else { return nil }
    return languages[found].code
  }

  enum Script: Int, CaseIterable {
    case latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, thai, devanagari, bengali, armenian, georgian, other
  }

  private struct Scripts {
    var letters = Array(repeating: 0, count: Script.allCases.count)
    /// The numbers of letters that only Persian, only Urdu and only Ukrainian have.
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

    /// The language, if the script shows it.
    var language: String? {
      let total = letters.reduce(0, +)
      guard total >= 20 else { return nil }
      // Japanese has kana between Chinese characters.
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
}

/// The small words of languages that share a script (`function-words.tsv`).
struct FunctionWords {
  struct Language {
    var code: String
    var script: LanguageGuess.Script
  }

  /// In the order of the file.
  private(set) var languages: [Language] = []
  /// The languages of each word, by the word's hash.
  private(set) var words: [UInt64: [Int]] = [:]

  init(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("function-words.tsv", in: folders, columns: ["word", "language", "script"])
    var indices: [String: Int] = [:]
    for row in file.rows {
      let word = file.phrase(row)
      let code = file.text(row, "language")
      file.requireSmallLetters(word, row)
      if code.isEmpty || code == "mul" || code.contains(" ") {
        file.complain(row, "a word must have exactly one language")
      }
      guard file.isNew("\(word) (\(code))", row),
        let script = file.required(row, "script", of: ScriptName.self)?.script
      else { continue }
      let index = indices[code] ?? languages.count
      if index == languages.count {
        languages.append(Language(code: code, script: script))
        indices[code] = index
      } else if languages[index].script != script {
        file.complain(row, "\(code) is in another script above")
      }
      var hash = ByteHash()
      for scalar in word.unicodeScalars { hash.add(number: UInt64(scalar.value)) }
      words[hash.state, default: []].append(index)
    }
    faults += file.faults
  }

  /// The scripts in which words show the language; the others show it themselves.
  private enum ScriptName: String, CaseIterable {
    case latin, cyrillic, arabic

    var script: LanguageGuess.Script {
      switch self {
      case .latin: .latin
      case .cyrillic: .cyrillic
      case .arabic: .arabic
      }
    }
  }
}
