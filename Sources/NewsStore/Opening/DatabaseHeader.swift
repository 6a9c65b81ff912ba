import Foundation

/// Checks the first bytes of a file, so that another program's file is never opened, let alone changed. Layout:
/// https://www.sqlite.org/fileformat2.html, section 1.3.
enum DatabaseHeader {
  /// The file does not exist or is empty.
  case none
  case ours

  private static let size = 100
  private static let opening = Array("SQLite format 3\0".utf8)
  private static let versionOffset = 60
  private static let applicationOffset = 68

  /// Throws `StoreError` if the file cannot be read or is not a database of this version.
  static func read(_ path: String) throws(StoreError) -> DatabaseHeader {
    guard let bytes = try start(of: path), !bytes.isEmpty else { return .none }
    guard bytes.starts(with: opening.prefix(bytes.count)) else { throw .notOurs(path: path) }
    guard bytes.count == size else { throw .damaged(path: path, reason: "the file ends inside its header") }
    func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(at: applicationOffset) == Schema.applicationID else { throw .notOurs(path: path) }
    let version = number(at: versionOffset)
    guard version == Schema.version else { throw .otherVersion(path: path, found: version) }
    return .ours
  }

  /// Returns at most the bytes of a header; nil if the file does not exist.
  private static func start(of path: String) throws(StoreError) -> [UInt8]? {
    // O_NONBLOCK, because opening a named pipe without a writer would otherwise never return.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      throw .notOurs(path: path)
    }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = Foundation.read(descriptor, &bytes, size)
    if count < 0 { throw .cannotRead(path: path, reason: String(cString: strerror(errno))) }
    return Array(bytes.prefix(count))
  }
}
