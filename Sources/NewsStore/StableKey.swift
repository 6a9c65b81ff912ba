/// 63-bit keys that depend only on names: they are the same in every process, on every machine and in every order of
/// arrival.
enum StableKey {
  /// FNV-1a with 64 bits, followed by the finalizer of MurmurHash3, because FNV's high bits are weak for short names.
  /// Sources: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/; Appleby, MurmurHash3 `fmix64`.
  struct Hash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: some StringProtocol) {
      let state = text.utf8.withContiguousStorageIfAvailable { bytes in
        var state = self.state
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return state
      }
      if let state { self.state = state } else { for byte in text.utf8 { add(byte) } }
    }

    /// Ends a part, so that ("ab", "c") and ("a", "bc") differ.
    mutating func endPart() { add(0xff) }  // UTF-8 never contains this byte.

    private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    var value: UInt64 {
      var mixed = state
      mixed = (mixed ^ mixed >> 33) &* 0xff51_afd7_ed55_8ccd
      mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
      return mixed ^ mixed >> 33
    }
  }

  static func of(_ parts: String...) -> Int64 {
    var hash = Hash()
    for part in parts {
      hash.add(part)
      hash.endPart()
    }
    return Int64(hash.value >> 1)
  }

  /// The key of a document: 12 bits from its folder or container, then 51 bits from its own source. Documents that are
  /// read one after another are therefore close to each other in the tables (the rows of a folder lie within a 4096th
  /// of a large archive). If the records of a container are numbered, the 51 bits are 27 more bits from the container
  /// and 24 bits that hold the number itself.
  ///
  /// Two sources may share a key. This happens in about one of 5,000 archives with a million documents in one folder;
  /// `DocumentWriter` resolves it.
  static func document(source: String) -> Int64 {
    let bytes = Array(source.utf8)
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "#")) else {
      let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[..<$0] } ?? []
      return key(place: hash(folder), member: hash(bytes[...]) & (1 << 51 - 1))
    }
    let container = hash(bytes[..<mark])
    let record = bytes[(mark + 1)...]
    guard let number = decimal(record), number < 1 << 24 else {
      return key(place: container, member: hash(bytes[...]) & (1 << 51 - 1))
    }
    return key(place: container, member: (container >> 8 & (1 << 27 - 1)) << 24 | number)
  }

  private static func key(place: UInt64, member: UInt64) -> Int64 { Int64((place >> 52) << 51 | member) }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = Hash()
    hash.add(Substring(decoding: bytes, as: UTF8.self))
    return hash.value
  }

  private static func decimal(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard (1...8).contains(bytes.count), bytes.first != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
