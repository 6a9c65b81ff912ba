import TextScanning

/// Cuts a stream into records at a terminator, with a moving window that holds one record and the rest of the chunk.
struct RecordScanner {
  enum Record {
    /// The range of the record in `bytes`, including its terminator if it has one.
    case record(Range<Int>, isTerminated: Bool)
    /// A record of more than `limit` bytes, which was skipped.
    case tooLong(length: Int)
  }

  /// The window. Valid until the next call of `next`.
  private(set) var bytes: [UInt8] = []
  /// The position in the unpacked stream of the record that was returned last.
  private(set) var offset = 0

  private let stream: ByteStream
  private let terminator: [UInt8]
  private let limit: Int
  private var start = 0
  /// The position of the start of `bytes` in the unpacked stream.
  private var base = 0

  init(_ stream: ByteStream, terminator: String, limit: Int) {
    self.stream = stream
    self.terminator = Array(terminator.utf8)
    self.limit = limit
  }

  /// Returns the next record; nil at the end.
  mutating func next() -> Record? {
    var searched = start
    var skipped = 0
    while true {
      if let end = find(from: searched) {
        let range = start..<end
        offset = base + start - skipped
        start = end
        return skipped == 0 ? .record(range, isTerminated: true) : .tooLong(length: skipped + range.count)
      }
      if bytes.count - start > limit {
        // Drop everything except what may be the beginning of a terminator.
        let dropped = bytes.count - start - (terminator.count - 1)
        skipped += dropped
        start += dropped
      }
      searched = max(start, bytes.count - (terminator.count - 1))
      let moved = start
      bytes.removeSubrange(..<start)
      base += moved
      searched -= moved
      start = 0
      guard stream.read(into: &bytes) else {
        offset = base - skipped
        guard !bytes.isEmpty || skipped > 0 else { return nil }
        let range = 0..<bytes.count
        start = bytes.count
        return skipped == 0 ? .record(range, isTerminated: false) : .tooLong(length: skipped + range.count)
      }
    }
  }

  /// The end of the first terminator at or after `from`.
  private func find(from: Int) -> Int? {
    bytes.span.firstIndex(of: terminator, from: from).map { $0 + terminator.count }
  }
}
