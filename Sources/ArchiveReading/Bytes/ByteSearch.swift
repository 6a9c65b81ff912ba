#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Returns the first position of `mark` in `bytes[from...]`. The C library finds the first byte of the mark sixteen
/// bytes at a time, so the mark should begin with a rare byte.
func firstIndex(of mark: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
  bytes.withUnsafeBytes { bytes in
    var position = from
    while position + mark.count <= bytes.count {
      guard
        let found = memchr(bytes.baseAddress! + position, Int32(mark[0]), bytes.count - mark.count + 1 - position)
      else { return nil }
      position = UnsafeRawPointer(found) - bytes.baseAddress!
      if mark.count == 1 || memcmp(found, mark, mark.count) == 0 { return position }
      position += 1
    }
    return nil
  }
}
