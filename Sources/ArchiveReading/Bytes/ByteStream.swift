import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file from its start to its end, gunzipped where they are gzip. Opened once and read once, a chunk at a
/// time; a fingerprint of what was read grows along, so that it can be of no other bytes.
final class ByteStream {
  let source: String
  /// Bytes read from the file so far, as they are on the disk.
  private(set) var bytesRead = 0
  /// Why the bytes ended before the file's own end; nil while they go on and after a good end.
  private(set) var fault: Problem?
  /// The first bytes, for recognition; they are given out again by `read`.
  private(set) var opening: [UInt8] = []

  /// Of the file on the disk; 0 for what has no size, such as a pipe.
  let size: Int

  private let descriptor: Int32
  private var gunzip: Gunzip?
  var isPacked: Bool { gunzip != nil }
  private var input: [UInt8]
  private var openingIsAhead = false
  /// No more is asked of the system.
  private var isAtEnd = false
  /// The system itself said that the file ends here.
  private var hasReachedEnd = false
  private let fingerprint = Fingerprint()

  /// A chunk is large enough that system calls cost nothing, and small beside the caches.
  static let chunk = 128 << 10

  /// - Parameter unpacks: false to have the bytes as they are on the disk.
  init(_ file: ArchiveFile, unpacks: Bool = true) throws(Problem) {
    source = file.source
    descriptor = file.isStandardInput ? STDIN_FILENO : try openRegularFile(file)
    size = sizeOnDisk(descriptor)
    input = [UInt8](repeating: 0, count: ByteStream.chunk)
    var first: [UInt8] = []
    // A pipe gives a few bytes at a time.
    while first.count < ByteStream.chunk, readRaw(into: &first) {}
    if unpacks, first.starts(with: Gunzip.magic) {
      let gunzip = Gunzip()
      self.gunzip = gunzip
      gunzip.feed(first)
      first = []
      while first.count < ByteStream.chunk, readUnpacked(gunzip, into: &first) {}
    }
    opening = first
    openingIsAhead = true
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Appends a chunk to `buffer`; false when there is no more, and then `fault` says whether the end was a good one.
  func read(into buffer: inout [UInt8]) -> Bool {
    if openingIsAhead {
      openingIsAhead = false
      buffer += opening
      if !opening.isEmpty { return true }
    }
    if let gunzip { return readUnpacked(gunzip, into: &buffer) }
    return readRaw(into: &buffer)
  }

  private func readRaw(into buffer: inout [UInt8]) -> Bool {
    let count = readInput()
    if count > 0 { buffer += input[..<count] }
    return count > 0
  }

  private func readUnpacked(_ gunzip: Gunzip, into buffer: inout [UInt8]) -> Bool {
    if isAtEnd, fault != nil { return false }
    while true {
      switch gunzip.unpack(into: &buffer) {
      case .unpacked:
        return true
      case .needsInput:
        let count = readInput()
        if count > 0 {
          gunzip.feed(Array(input[..<count]))
        } else {
          if fault == nil, !gunzip.isBetweenMembers {
            fault = Problem(
              source: source, place: "byte \(bytesRead)", kind: .truncated,
              reason: "the gzip data is cut short; \(gunzip.bytesOut) bytes of content could be read")
          }
          isAtEnd = true
          return false
        }
      case .damaged(let reason):
        fault = Problem(
          source: source, place: "byte \(gunzip.bytesIn)", kind: .damaged,
          reason: "the gzip data is damaged: \(reason); \(gunzip.bytesOut) bytes of content could be read")
        isAtEnd = true
        return false
      }
    }
  }

  /// Fills `input` from its start; 0 at the end.
  private func readInput() -> Int {
    guard !isAtEnd else { return 0 }
    let count = input.withUnsafeMutableBytes { buffer in
      let count = uninterrupted { systemRead(descriptor, buffer) }
      if count > 0 { fingerprint.add(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
      return count
    }
    if count > 0 {
      bytesRead += count
      return count
    }
    if count < 0 {
      fault = Problem(
        source: source, place: "byte \(bytesRead)", kind: .unreadable,
        reason: "reading stopped: \(systemReason(errno))")
    }
    hasReachedEnd = count == 0
    isAtEnd = true
    return 0
  }
}

extension ByteStream {
  /// The fingerprint of the file as it is now, from its first byte to its last, through the same descriptor. What is
  /// read afterwards is what would have been read without it.
  ///
  /// Not for a pipe, which cannot be read again.
  func fingerprintAhead() throws(Problem) -> String {
    // A small file has been read whole to see what it is.
    if hasReachedEnd { return fingerprint.text }
    let ahead = Fingerprint()
    var buffer = [UInt8](repeating: 0, count: ByteStream.chunk)
    var position = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { buffer in
        let count = uninterrupted { pread(descriptor, buffer.baseAddress, buffer.count, off_t(position)) }
        if count > 0 { ahead.add(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        return count
      }
      if count == 0 { return ahead.text }
      if count < 0 {
        throw Problem(
          source: source, place: "byte \(position)", kind: .unreadable,
          reason: "reading stopped: \(systemReason(errno))")
      }
      position += count
    }
  }

  /// Reads what is left, and gives the fingerprint of all that was read: exactly the bytes that `read` gave out, and
  /// those after them where reading stopped at a limit or at damage.
  func fingerprintToEnd() throws(Problem) -> String {
    isAtEnd = hasReachedEnd
    while readInput() > 0 {}
    if !hasReachedEnd, let fault { throw fault }
    return fingerprint.text
  }
}

/// `read`, which inside the class is its own method.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}

/// A call of the system that a signal may interrupt before it has done anything.
private func uninterrupted(_ call: () -> Int) -> Int {
  while true {
    let count = call()
    if count >= 0 || errno != EINTR { return count }
  }
}

/// What the system says about an error number.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }

private func sizeOnDisk(_ descriptor: Int32) -> Int {
  var status = stat()
  return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
}

/// Opens for reading, and never waits for the other end of a pipe.
private func openRegularFile(_ file: ArchiveFile) throws(Problem) -> Int32 {
  let descriptor = open(file.path.map(CChar.init(bitPattern:)) + [0], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else {
    let number = errno
    let kind: Problem.Kind =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case ELOOP: .linkLoop
      case ENXIO: .notARegularFile
      default: .unreadable
      }
    throw Problem(source: file.source, kind: kind, reason: "cannot be opened: \(systemReason(number))")
  }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    close(descriptor)
    throw Problem(source: file.source, kind: .notARegularFile, reason: "not a regular file")
  }
  return descriptor
}
