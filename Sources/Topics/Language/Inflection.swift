import TextScanning

/// The regular forms of English words, and the irregular ones that are most frequent in news. It is not a stemmer: the
/// forms are generated from the word in the rule and can be listed, so there are no unexpected matches.
///
/// Spelling rules: R. Quirk and others, A Comprehensive Grammar of the English Language, 3.5-3.9 and 5.79-5.81.
enum Inflection {
  /// The plural of a noun. Returns nil if the word has anything but lower-case letters, has fewer than three letters,
  /// or already ends in "s".
  static func plural(of word: String) -> String? {
    guard isPlainWord(word) else { return nil }
    if let irregular = irregularPlurals[word] { return irregular }
    if word.hasSuffix("s") { return nil }
    return withS(word)
  }

  /// The forms of a word without duplicates, in this order: the word itself, plural or third person, past tense and
  /// participle, "-ing" form.
  static func family(of word: String) -> [String] {
    guard isPlainWord(word) else { return [word] }
    var forms = [word]
    if let irregular = irregularPlurals[word] { forms.append(irregular) }
    forms.append(word.hasSuffix("s") && !word.hasSuffix("ss") ? word : withS(word))
    if let verb = irregularVerbs[word] {
      forms += verb
    } else {
      forms.append(past(word))
    }
    forms.append(participle(word))
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  private static func isPlainWord(_ word: String) -> Bool {
    word.utf8.count >= 3 && word.utf8.allSatisfy { $0.isASCIILetter && !$0.isASCIICapital }
  }

  private static func withS(_ word: String) -> String {
    if word.hasSuffix("y"), !endsInVowel(word.dropLast()) { return word.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }

  private static func past(_ word: String) -> String {
    if word.hasSuffix("e") { return word + "d" }
    if word.hasSuffix("y"), !endsInVowel(word.dropLast()) { return word.dropLast() + "ied" }
    return doubled(word) + "ed"
  }

  private static func participle(_ word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe"), !word.hasSuffix("ye") {
      return word.dropLast() + "ing"
    }
    return doubled(word) + "ing"
  }

  /// Doubles the last consonant ("ship" to "shipp") of a word of one syllable that ends in one vowel and one consonant.
  private static func doubled(_ word: String) -> String {
    let letters = Array(word)
    let vowels = letters.filter { isVowel($0) }.count
    guard vowels == 1 || doublingVerbs.contains(word), letters.count >= 3, let last = letters.last, !isVowel(last),
      !"wxy".contains(last), isVowel(letters[letters.count - 2])
    else { return word }
    return word + String(last)
  }

  private static func endsInVowel(_ word: Substring) -> Bool { word.last.map(isVowel) ?? false }
  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  /// Verbs of several syllables that double their last consonant, because the last syllable is stressed.
  private static let doublingVerbs: Set<String> = [
    "commit", "permit", "admit", "submit", "refer", "transfer", "occur", "control", "equip",
  ]

  private static let irregularPlurals = [
    "man": "men", "woman": "women", "child": "children", "person": "people", "crisis": "crises",
    "analysis": "analyses", "basis": "bases", "axis": "axes", "policeman": "policemen", "gunman": "gunmen",
    "half": "halves", "loaf": "loaves", "leaf": "leaves", "thief": "thieves", "wife": "wives", "life": "lives",
    "knife": "knives", "shelf": "shelves", "calf": "calves", "embargo": "embargoes", "tomato": "tomatoes",
    "potato": "potatoes", "torpedo": "torpedoes", "tornado": "tornadoes", "volcano": "volcanoes", "veto": "vetoes",
    "medium": "media", "memorandum": "memoranda",
  ]

  /// Past tense and past participle.
  private static let irregularVerbs: [String: [String]] = [
    "begin": ["began", "begun"], "break": ["broke", "broken"], "bring": ["brought"], "build": ["built"],
    "buy": ["bought"], "choose": ["chose", "chosen"], "come": ["came"], "cut": ["cut"], "deal": ["dealt"],
    "draw": ["drew", "drawn"], "drive": ["drove", "driven"], "fall": ["fell", "fallen"], "fight": ["fought"],
    "find": ["found"], "fly": ["flew", "flown"], "get": ["got"], "give": ["gave", "given"], "grow": ["grew", "grown"],
    "hold": ["held"], "keep": ["kept"], "lead": ["led"], "leave": ["left"], "lend": ["lent"], "lose": ["lost"],
    "make": ["made"], "meet": ["met"], "pay": ["paid"], "put": ["put"], "rise": ["rose", "risen"], "run": ["ran"],
    "say": ["said"], "seek": ["sought"], "sell": ["sold"], "send": ["sent"], "set": ["set"], "shoot": ["shot"],
    "shut": ["shut"], "sink": ["sank", "sunk"], "spend": ["spent"], "split": ["split"], "spread": ["spread"],
    "steal": ["stole", "stolen"], "strike": ["struck"], "swear": ["swore", "sworn"], "take": ["took", "taken"],
    "think": ["thought"], "throw": ["threw", "thrown"], "win": ["won"], "withdraw": ["withdrew", "withdrawn"],
    "write": ["wrote", "written"],
  ]
}
