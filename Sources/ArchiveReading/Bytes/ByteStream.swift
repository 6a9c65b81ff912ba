import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file from start to end, decompressed if they are gzip. The file is opened once and read once, in
/// chunks. The fingerprint is updated with each chunk, so it always covers exactly the bytes that were read.
final class ByteStream {
  let source: String
  /// The number of bytes read from the disk so far.
  private(set) var bytesRead = 0
  /// The reason why the bytes ended before the end of the file; nil during reading and after a regular end.
  private(set) var fault: Problem?
  /// The first bytes, for recognising the format; `read` returns them again.
  private(set) var opening: [UInt8] = []

  /// The size of the file on the disk; 0 for a source without a size, such as a pipe.
  let size: Int

  private let descriptor: Int32
  private var gunzip: Gunzip?
  var isPacked: Bool { gunzip != nil }
  private var input: [UInt8]
  private var openingIsAhead = false
  /// Nothing more will be read.
  private var isAtEnd = false
  /// The system reported the end of the file.
  private var hasReachedEnd = false
  private let fingerprint = Fingerprint()

  /// The size of a chunk: large enough to make the cost of system calls negligible, and small compared with the caches.
  static let chunk = 128 << 10

  /// - Parameter unpacks: false to read the bytes as they are on the disk.
  init(_ file: ArchiveFile, unpacks: Bool = true) throws(Problem) {
    source = file.source
    descriptor = file.isStandardInput ? STDIN_FILENO : try openRegularFile(file)
    size = sizeOnDisk(descriptor)
    input = [UInt8](repeating: 0, count: ByteStream.chunk)
    var first: [UInt8] = []
    // A pipe returns only a few bytes per call.
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

  /// Appends a chunk to `buffer`. Returns false at the end; `fault` then holds the error, if there was one.
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

  /// Fills `input` from its start and returns the number of bytes; 0 at the end.
  private func readInput() -> Int {
    guard !isAtEnd else { return 0 }
    let count = input.withUnsafeMutableBytes { buffer in uninterrupted { systemRead(descriptor, buffer) } }
    if count > 0 {
      fingerprint.add(input.span.extracting(0..<count))
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
  /// The fingerprint of the whole file as it is now, read through the same descriptor. Later calls of `read` return the
  /// same bytes as without this call.
  ///
  /// Not for a pipe, which cannot be read again.
  func fingerprintAhead() throws(Problem) -> String {
    // A small file has already been read to its end for recognition.
    if hasReachedEnd { return fingerprint.text }
    let ahead = Fingerprint()
    var buffer = [UInt8](repeating: 0, count: ByteStream.chunk)
    var position = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { buffer in
        uninterrupted { pread(descriptor, buffer.baseAddress, buffer.count, off_t(position)) }
      }
      if count == 0 { return ahead.text }
      if count < 0 {
        throw Problem(
          source: source, place: "byte \(position)", kind: .unreadable,
          reason: "reading stopped: \(systemReason(errno))")
      }
      ahead.add(buffer.span.extracting(0..<count))
      position += count
    }
  }

  /// Reads the rest of the file and returns the fingerprint of everything that was read: the bytes that `read`
  /// returned, and those that follow if reading stopped at a limit or at damage.
  func fingerprintToEnd() throws(Problem) -> String {
    isAtEnd = hasReachedEnd
    while readInput() > 0 {}
    if !hasReachedEnd, let fault { throw fault }
    return fingerprint.text
  }
}

/// The system's `read`; inside the class that name means its own method.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}

/// Repeats a system call if a signal interrupts it before it has done anything.
private func uninterrupted(_ call: () -> Int) -> Int {
  while true {
    let count = call()
    if count >= 0 || errno != EINTR { return count }
  }
}

/// The system's description of an error number.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }

private func sizeOnDisk(_ descriptor: Int32) -> Int {
  var status = stat()
  return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
}

/// Opens a regular file for reading, without ever waiting for the other end of a pipe.
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
