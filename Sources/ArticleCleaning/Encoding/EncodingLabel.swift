import TextScanning

/// The name for iconv of an encoding label that a page declares, by the rules that browsers follow.
///
/// Source: WHATWG Encoding Standard, "Names and labels": `iso-8859-1` and `ascii` mean windows-1252,
/// `gb2312` and `gbk` mean gb18030, `ks_c_5601-1987` means windows-949, and so on.
struct EncodingLabel: Equatable {
  /// In lower case, as printed: `utf-8`, `windows-1251`.
  let name: String

  static let utf8 = EncodingLabel(known: "utf-8")
  static let windows1252 = EncodingLabel(known: "windows-1252")

  private init(known name: String) { self.name = name }

  /// Returns nil for an empty label and for text that cannot be a label.
  init?(_ label: String.UTF8View) { self.init(label.span) }

  init?(_ label: Span<UInt8>) {
    var name = ""
    for place in label.indices {
      let byte = label[place]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      default: return nil
      }
      if name.utf8.count > 40 { return nil }
    }
    if name.isEmpty { return nil }
    self.name = Self.meant[name] ?? name
  }

  var isUTF8: Bool { name == "utf-8" }

  /// Whether text in the encoding consists of ASCII bytes, so that validity as UTF-8 says nothing.
  var isSevenBit: Bool { name.hasPrefix("iso-2022-") || name == "hz" || name == "utf-7" }

  /// Whether the encoding has units of several bytes. A page with a `<meta>` that is readable byte by byte is in
  /// another one.
  var isWide: Bool { name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs-") }

  private static let meant: [String: String] = [
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-unicode20utf8": "utf-8",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "ansi_x3.4-1968": "windows-1252", "ansi": "windows-1252",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso88591": "windows-1252", "iso_8859-1": "windows-1252",
    "latin1": "windows-1252", "latin-1": "windows-1252", "l1": "windows-1252", "cp1252": "windows-1252",
    "x-cp1252": "windows-1252",
    "iso-8859-9": "windows-1254", "iso8859-9": "windows-1254", "latin5": "windows-1254", "cp1254": "windows-1254",
    "iso-8859-11": "windows-874", "tis-620": "windows-874", "dos-874": "windows-874",
    "latin2": "iso-8859-2", "iso8859-2": "iso-8859-2", "iso_8859-2": "iso-8859-2", "iso8859-5": "iso-8859-5",
    "iso8859-7": "iso-8859-7", "iso8859-15": "iso-8859-15", "latin-9": "iso-8859-15", "latin9": "iso-8859-15",
    "cp1250": "windows-1250", "x-cp1250": "windows-1250", "win-1250": "windows-1250",
    "cp1251": "windows-1251", "x-cp1251": "windows-1251", "win-1251": "windows-1251", "win1251": "windows-1251",
    "cp1253": "windows-1253", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "koi8": "koi8-r", "koi8_r": "koi8-r", "koi": "koi8-r", "koi8-ru": "koi8-u",
    "cp866": "ibm866", "866": "ibm866", "dos-866": "ibm866", "ibm-866": "ibm866",
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "chinese": "gb18030", "hz-gb-2312": "hz",
    "big5": "big5-hkscs", "big-5": "big5-hkscs", "x-x-big5": "big5-hkscs", "cn-big5": "big5-hkscs",
    "sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932",
    "windows-31j": "cp932", "x-euc-jp": "euc-jp", "eucjp": "euc-jp", "iso2022jp": "iso-2022-jp",
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "korean": "cp949", "euc-kr": "cp949", "euckr": "cp949",
    "windows-949": "cp949", "uhc": "cp949",
    "unicode": "utf-16", "utf16": "utf-16", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be",
    "x-mac-roman": "macintosh", "mac": "macintosh", "x-mac-cyrillic": "x-mac-cyrillic",
  ]
}
