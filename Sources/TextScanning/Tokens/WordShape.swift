/// The properties collected while a word is read: hash, capitals, scripts.
struct WordShape {
  var letters = 0
  var isSuspicious = false
  private var hash = FoldedHash()
  private var capitals = 0
  private var firstIsCapital = false
  private var hasDigit = false
  private var scripts: UInt8 = 0
  private var first: UInt8 = 0
  private var second: UInt8 = 0
  private var third: UInt8 = 0
  private var folded = 0
  /// The hash with look-alike letters replaced by Latin ones.
  private var latin = FoldedHash()
  private var usesLookAlikes = false

  @inline(__always)
  private mutating func note(_ byte: UInt8) {
    if folded == 0 { first = byte } else if folded == 1 { second = byte } else if folded == 2 { third = byte }
    folded += 1
  }

  @inline(__always)
  mutating func add(_ byte: UInt8, isCapital: Bool) {
    if isCapital {
      if letters == 0 && !hasDigit { firstIsCapital = true }
      capitals += 1
    }
    letters += 1
    scripts |= 1
    hash.add(byte)
    if usesLookAlikes { latin.add(byte) }
    note(byte)
  }

  mutating func add(scalar: UInt32, isCapital: Bool, script: FoldedScalar.Script) {
    if scalar < 0x80 { return add(UInt8(scalar), isCapital: isCapital) }
    if !usesLookAlikes {
      latin = hash
      usesLookAlikes = true
    }
    if isCapital {
      if letters == 0 && !hasDigit { firstIsCapital = true }
      capitals += 1
    }
    letters += 1
    scripts |= script.rawValue
    withUTF8(of: scalar) { byte in
      hash.add(byte)
      note(byte)
    }
    if let lookAlike = latinLookAlike(scalar) {
      latin.add(lookAlike)
    } else {
      withUTF8(of: scalar) { latin.add($0) }
    }
  }

  @inline(__always)
  mutating func addDigit(_ byte: UInt8) {
    hasDigit = true
    hash.add(byte)
    if usesLookAlikes { latin.add(byte) }
    note(byte)
  }

  mutating func addSeparator(_ byte: UInt8) { hash.add(byte) }

  func token(start: Int, end: Int) -> Token {
    let mixesScripts = scripts & (scripts &- 1) != 0
    var flags: Token.Flags = []
    if hasDigit { flags.insert(.hasDigit) }
    // A word in two alphabets is matched by its appearance and never trusted.
    if mixesScripts || isSuspicious { flags.insert(.suspicious) }
    let casing = Token.Casing(letters: letters, capitals: capitals, startsWithCapital: firstIsCapital)
    var head = folded >= 3 ? headOfWord(first, second, third) : 0
    // A capital after a digit counts too if no letter is in lower case: "3RD".
    if firstIsCapital || casing == .upper || casing == .initial { head |= 0x8000 }
    return Token(
      hash: mixesScripts ? latin.value : hash.value, start: Int32(start), end: Int32(end), head: head, kind: .word,
      casing: casing, flags: flags)
  }
}

@inline(__always)
private func withUTF8(of scalar: UInt32, _ use: (UInt8) -> Void) {
  if scalar < 0x800 {
    use(UInt8(0xC0 | scalar >> 6))
  } else {
    if scalar < 0x10000 {
      use(UInt8(0xE0 | scalar >> 12))
    } else {
      use(UInt8(0xF0 | (scalar >> 18) & 7))
      use(UInt8(0x80 | (scalar >> 12) & 0x3F))
    }
    use(UInt8(0x80 | (scalar >> 6) & 0x3F))
  }
  use(UInt8(0x80 | scalar & 0x3F))
}

extension Token.Casing {
  @inline(__always)
  init(letters: Int, capitals: Int, startsWithCapital: Bool) {
    if letters == 0 {
      self = .none
    } else if capitals == 0 {
      self = .lower
    } else if letters == 1 {
      self = .initial
    } else if capitals == letters {
      self = .upper
    } else {
      self = capitals == 1 && startsWithCapital ? .capitalised : .mixed
    }
  }
}
