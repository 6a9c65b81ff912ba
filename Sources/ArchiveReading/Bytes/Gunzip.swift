private import CZlib

/// Decompresses gzip data, member after member. It is the only owner of a `z_stream`; zlib keeps the address of that
/// structure, so it is allocated once and freed with the object.
final class Gunzip {
  /// RFC 1952, 2.3.1.
  static let magic: [UInt8] = [0x1F, 0x8B]

  enum Outcome: Equatable {
    /// Bytes were appended.
    case unpacked
    case needsInput
    case damaged(String)
  }

  /// The number of compressed bytes consumed: the position in the file.
  private(set) var bytesIn = 0
  private(set) var bytesOut = 0
  /// A member has ended and no other has begun, so the file may end here.
  private(set) var isBetweenMembers = false

  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  /// Output is produced in pieces of this size.
  private static let piece = 128 << 10

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 is the size of the window in bits; adding 32 accepts a gzip or a zlib header. This fails only when memory runs
    // out.
    let status = inflateInit2_(stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib cannot start: \(status)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Supplies the next bytes of the file; call this only after `needsInput`.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    position = 0
  }

  func unpack(into buffer: inout [UInt8]) -> Outcome {
    while position < input.count {
      if isBetweenMembers {
        // gzip and tapes pad with zeros; anything else after a member is reported.
        if input[position] == 0 {
          position += 1
          bytesIn += 1
          continue
        }
        guard input[position] == Gunzip.magic[0] else { return .damaged("other data follows it") }
        inflateReset(stream)
        isBetweenMembers = false
      }
      let count = buffer.count
      var status = Z_OK
      var left = 0
      // `buffer` grows by a piece and is then cut to the bytes produced.
      buffer.append(contentsOf: repeatElement(0, count: Gunzip.piece))
      input.withUnsafeMutableBufferPointer { from in
        buffer.withUnsafeMutableBufferPointer { to in
          stream.pointee.next_in = from.baseAddress! + position
          stream.pointee.avail_in = UInt32(from.count - position)
          stream.pointee.next_out = to.baseAddress! + count
          stream.pointee.avail_out = UInt32(Gunzip.piece)
          status = inflate(stream, Z_NO_FLUSH)
          left = Int(stream.pointee.avail_out)
        }
      }
      let consumed = input.count - position - Int(stream.pointee.avail_in)
      let produced = Gunzip.piece - left
      position += consumed
      bytesIn += consumed
      bytesOut += produced
      buffer.removeLast(left)
      if status == Z_STREAM_END {
        isBetweenMembers = true
      } else if status != Z_OK, status != Z_BUF_ERROR {
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)"
        // The bytes before the damage are kept; the next call meets the damage again.
        return produced > 0 ? .unpacked : .damaged(reason)
      }
      if produced > 0 { return .unpacked }
    }
    return .needsInput
  }
}
