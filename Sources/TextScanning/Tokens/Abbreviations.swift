/// English words after which a period is not, or need not be, a full stop; from the Associated Press style.
enum Abbreviations {
  /// Words that are always followed by a name.
  static let beforeNames = hashes(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl pvt adm cmdr brig sen rep gov rev hon messrs mme mlle st fr pres supt "
      + "sec insp det dir vs")
  /// Words whose period is not a full stop if a number follows.
  static let beforeNumbers = hashes(
    "no nos art fig vol ch sec pp jan feb mar apr jun jul aug sep sept oct nov dec approx ca")
  /// Words whose period is a full stop only before a word that often begins a sentence.
  static let inside = hashes(
    "inc corp co ltd bros plc llc jr sr ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat "
      + "sun dept div est ft mt univ assn assoc intl natl cent govt gov mfg etc al ala ariz ark calif colo conn del fla ga ill ind kan ky "
      + "la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo")
  /// Words that belong to the name before them even after a comma.
  static let companyForms = hashes("inc ltd llc corp co lp llp plc sa ag spa nv bv gmbh incorporated limited")
  static let sentenceStarters = hashes(
    "the a an it he she they we i in on at but and this that these those his her their its there when while after as for if "
      + "however meanwhile since under with to by from according some many most one two no officials also earlier last next "
      + "what who how why where during both all you although because before until yet so such then now our my your")

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words.split(separator: " ").map { FoldedHash.of($0.utf8) })
  }
}

enum SentenceSigns {
  @inline(__always)
  static var period: UInt64 { Sign.hash(of: UInt8(ascii: ".")) }
  @inline(__always)
  private static var quote: UInt64 { Sign.hash(of: UInt8(ascii: "\"")) }

  @inline(__always)
  static func isTerminator(_ hash: UInt64) -> Bool {
    hash == Sign.hash(of: UInt8(ascii: "!")) || hash == Sign.hash(of: UInt8(ascii: "?"))
  }

  @inline(__always)
  static func isClosing(_ hash: UInt64) -> Bool {
    hash == quote || hash == Sign.apostrophe || hash == Sign.hash(of: UInt8(ascii: ")"))
      || hash == Sign.hash(of: UInt8(ascii: "]"))
  }

  @inline(__always)
  static func isOpening(_ hash: UInt64) -> Bool {
    hash == quote || hash == Sign.apostrophe || hash == Sign.hash(of: UInt8(ascii: "("))
      || hash == Sign.hash(of: UInt8(ascii: "[")) || hash == Sign.hash(of: UInt8(ascii: "-"))
  }
}
