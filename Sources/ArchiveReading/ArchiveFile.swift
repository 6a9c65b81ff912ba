package import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file of the archive.
package struct ArchiveFile: Sendable, Equatable {
  /// The name of the file in the archive: its path below the folder that all PATH arguments share, or, with a single
  /// argument, the last component of the argument and the path below it; `-` for standard input. No two files of an
  /// archive have the same source. It is valid UTF-8 in NFC; control characters and bytes that are not UTF-8 are
  /// written as `%0A`.
  package var source: String
  /// The path in the file system: any bytes but NUL.
  package var path: [UInt8]
  /// A notice to the user about how the file was found: it was given twice, or its name had to be numbered.
  package var notice: Problem?

  package init(source: String, path: [UInt8], notice: Problem? = nil) {
    self.source = source
    self.path = path
    self.notice = notice
  }

  package init(source: String, path: String) {
    self.init(source: source, path: Array(path.utf8))
  }

  package static let standardInput = ArchiveFile(source: "-", path: "-")

  package var isStandardInput: Bool { source == "-" && path == [UInt8(ascii: "-")] }
}

extension ArchiveFile {
  /// The size on the disk; nil if the path is not a regular file or no longer exists.
  package var size: Int? {
    var status = stat()
    guard stat(path.map(CChar.init(bitPattern:)) + [0], &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }
}
