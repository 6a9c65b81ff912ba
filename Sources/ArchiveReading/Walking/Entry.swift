import Foundation
import NewsModel

/// A path that the walk has reached and examined.
struct Entry: Sendable {
  enum Kind: Sendable {
    case file
    case folder(FileIdentity)
    case standardInput
    case unusable(Problem.Kind, reason: String)
  }

  /// As in `ArchiveFile`.
  var source: String
  var path: [UInt8]
  var kind: Kind
  /// The folders that contain this entry, from the PATH argument down.
  var ancestors: [FileIdentity]
  /// The reason why the source differs from the name.
  private(set) var notice: String?

  init(argument: String) {
    path = Array(argument.utf8)
    ancestors = []
    if argument == "-" {
      (source, kind) = ("-", .standardInput)
    } else {
      source = sourceName(of: path)
      kind = kindOfFile(path, source: source)
    }
  }

  /// Creates an entry of a folder. The folder's `ancestors` must already end with the folder itself.
  init(name: [UInt8], spelled: String, in folder: Entry) {
    path = folder.path.last == slash ? folder.path + name : folder.path + [slash] + name
    source = folder.source.isEmpty ? spelled : folder.source + "/" + spelled
    ancestors = folder.ancestors
    kind = kindOfFile(path, source: source)
  }

  /// Changes the source; from then on a fault of the path is reported under the new source.
  mutating func rename(_ name: String) {
    source = name
    if case .unusable = kind { kind = kindOfFile(path, source: source) }
  }

  /// Gives the entry a numbered source, because another file has the same one.
  mutating func number(_ name: String) {
    notice = "\(display(path)) would have the same source as another file, so its source was numbered"
    rename(name)
  }

  /// The source as problems show it: `.` for the folder that contains all arguments, because its source is empty.
  var sourceInProblems: String { source.isEmpty ? "." : source }

  func isBefore(_ other: Entry) -> Bool {
    sortKey.lexicographicallyPrecedes(other.sortKey)
      || (sortKey == other.sortKey && path.lexicographicallyPrecedes(other.path))
  }

  /// The key of a folder ends in a slash, as in the sources of its files, so that files come out in byte order.
  private var sortKey: [UInt8] {
    if case .folder = kind { return Array(source.utf8) + [slash] }
    return Array(source.utf8)
  }
}

/// The identity of a file or folder, whichever path leads to it.
struct FileIdentity: Equatable, Sendable {
  var device: UInt64
  var number: UInt64
}

let slash = UInt8(ascii: "/")

func kindOfFile(_ path: [UInt8], source: String) -> Entry.Kind {
  var status = stat()
  let terminated = path.map(CChar.init(bitPattern:)) + [0]
  guard stat(terminated, &status) == 0 else {
    let number = errno
    switch number {
    case ELOOP: return .unusable(.linkLoop, reason: "a symbolic link that leads back to itself")
    case ENOENT where lstat(terminated, &status) == 0:
      return .unusable(.missing, reason: "a symbolic link to a file that does not exist")
    case ENOENT, ENOTDIR:
      // A message already begins with the source, so the path is added only if it differs.
      let elsewhere = display(path) == source ? "" : ": \(display(path))"
      return .unusable(.missing, reason: "no such file or folder\(elsewhere)")
    default: return .unusable(.unreadable, reason: "cannot be read: \(systemReason(number))")
    }
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR:
    return .folder(FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino)))
  case S_IFIFO:
    return .unusable(.notARegularFile, reason: "a pipe, not a regular file: give its content on standard input, with -")
  case S_IFSOCK: return .unusable(.notARegularFile, reason: "a socket, not a regular file")
  default: return .unusable(.notARegularFile, reason: "a device, not a regular file")
  }
}

/// The first component of the source: the last component of the argument, or of the folder that `.` or `..` resolves
/// to.
private func sourceName(of path: [UInt8]) -> String {
  var name = lastComponent(path)
  if name.isEmpty || name == Array(".".utf8) || name == Array("..".utf8) {
    guard let resolved = realpath(path.map(CChar.init(bitPattern:)) + [0], nil) else { return spelled(name) }
    defer { free(resolved) }
    name = lastComponent(Array(String(cString: resolved).utf8))
  }
  return spelled(name)
}

private func lastComponent(_ path: [UInt8]) -> [UInt8] {
  path.split(separator: slash).last.map(Array.init) ?? []
}

/// A file name as it appears in a source: in NFC, with `%0A` for a control character or a byte that is not UTF-8.
func spelled(_ name: [UInt8]) -> String {
  let isPlain = name.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  if isPlain { return String(decoding: name, as: UTF8.self) }
  if let text = String(validating: name, as: UTF8.self), name.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
    return text.precomposedStringWithCanonicalMapping
  }
  var text = ""
  var rest = name[...]
  while let byte = rest.first {
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    if byte >= 0x20, byte != 0x7F, let character = String(validating: rest.prefix(length), as: UTF8.self) {
      text += character
      rest = rest.dropFirst(length)
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      rest = rest.dropFirst()
    }
  }
  return text.precomposedStringWithCanonicalMapping
}

/// Spells a path for a message.
func display(_ path: [UInt8]) -> String { spelled(path) }
