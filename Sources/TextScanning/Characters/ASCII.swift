/// The classes of ASCII bytes. Bytes from 0x80 on belong to none of them.
extension UInt8 {
  @inlinable @inline(__always) public var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable @inline(__always) public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable @inline(__always) public var isASCIICapital: Bool { self &- 0x41 < 26 }
  /// Whether the byte is a blank, a tab, or the end of a line or page.
  @inlinable @inline(__always) public var isWhiteSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// Whether the byte is a C0 control character other than a tab or a line end. Text has no use for these characters.
  @inlinable @inline(__always) public var isControl: Bool {
    self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D
  }
  /// The byte in lower case; a byte that is not an ASCII capital is unchanged.
  @inlinable @inline(__always) public var lowered: UInt8 { isASCIICapital ? self | 0x20 : self }
  /// The value of a hexadecimal digit in either case.
  @inlinable public var hexadecimalValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((self | 0x20) - 0x61 + 10)
    default: nil
    }
  }
}

/// U+FEFF at the start of a text in UTF-8.
public let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
