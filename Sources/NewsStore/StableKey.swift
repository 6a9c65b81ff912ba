import TextScanning

/// 63-bit keys that depend only on names: they are the same in every process, on every machine and in every order of
/// arrival.
enum StableKey {
  static func of(_ parts: String...) -> Int64 {
    var hash = ByteHash()
    for part in parts { hash.add(part: part) }
    return Int64(hash.mixed >> 1)
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
    ByteHash(bytes).mixed
  }

  private static func decimal(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard (1...8).contains(bytes.count), bytes.first != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

extension ByteHash {
  /// Adds a part and its end, so that ("ab", "c") and ("a", "bc") differ.
  mutating func add(part: some StringProtocol) {
    add(part.utf8)
    add(0xff)  // UTF-8 never contains this byte.
  }
}
