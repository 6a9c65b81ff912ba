import Foundation
import NewsModel

/// The PATH arguments and the sources that their files get.
///
/// With one argument, a source begins with the last component of the argument; arguments inside it change nothing. With
/// several, it is the path below the folder that contains all of them, so that files of the same name in two folders have
/// different sources. That folder is found from the spelling of the absolute paths, so that sources depend
/// neither on where links lead nor on which files exist.
struct GivenPaths: Sendable {
  /// The entries in byte order of their sources, as the walk visits them.
  private(set) var entries: [Entry] = []
  /// The notices on files that several arguments lead to, by source.
  private(set) var notices: [String: String] = [:]
  private let roots: Set<String>

  init(_ arguments: [String]) {
    var given: [GivenPath] = []
    var times: [[UInt8]: Int] = [:]
    for argument in arguments {
      let path = GivenPath(argument)
      if times.updateValue(times[path.key, default: 0] + 1, forKey: path.key) == nil { given.append(path) }
    }
    Self.findInside(&given)
    Self.nameAll(&given)
    given.sort { $0.entry.isBefore($1.entry) }
    Self.numberClashes(&given)

    for path in given {
      let isInside = path.isInside
      let often = times[path.key] ?? 1
      if path.isFolder {
        if !isInside { entries.append(path.entry) }
        if isInside || often > 1 { entries.append(path.repetition(isInside: isInside)) }
      } else {
        let isFile = if case .unusable = path.entry.kind { false } else { true }
        if isFile, isInside || often > 1 { notices[path.entry.source] = path.reason(isInside: isInside) }
        if !isInside || !isFile { entries.append(path.entry) }
      }
    }
    roots = Set(given.map(\.entry.source))
  }

  /// Whether the walk would visit a file with this source if the file existed.
  func reaches(_ source: String) -> Bool {
    if roots.contains("") { return true }
    var rest = source[...]
    while true {
      if roots.contains(String(rest)) { return true }
      guard let slash = rest.lastIndex(of: "/") else { return false }
      rest = rest[..<slash]
    }
  }

  private static func findInside(_ given: inout [GivenPath]) {
    var folders: [[UInt8]: [Int]] = [:]
    for (index, path) in given.enumerated() where path.isFolder {
      for place in Set([path.absolute, path.resolved]) { folders[place, default: []].append(index) }
    }
    for index in given.indices {
      given[index].findInside { place in folders[place]?.contains { $0 != index } ?? false }
    }
    // Links can lead from each argument into another one: then the first one is read.
    let onDisk = given.indices.filter { !given[$0].isStandardInput }
    if let first = onDisk.first, onDisk.allSatisfy({ given[$0].isInside }) { given[first].isInside = false }
  }

  private static func nameAll(_ given: inout [GivenPath]) {
    let onDisk = given.filter { !$0.isStandardInput }
    // A single argument keeps the source it has: its last component.
    guard onDisk.count > 1 else { return }
    // An argument inside another one changes no source: the walk through the other one reads its files.
    let outer = onDisk.filter { !$0.isInside }
    guard let first = outer.first else { return }
    var root = outer.count == 1 ? first.folderAround : first.folder
    for path in outer.dropFirst() {
      root = Array(zip(root, path.folder).prefix { $0 == $1 }.map(\.0))
    }
    for index in given.indices where !given[index].isStandardInput { given[index].name(below: root.count) }
    // A file named `a.jsonl#1` would be mistaken for a record of `a.jsonl`.
    let sources = Set(given.map(\.entry.source))
    for index in given.indices where isTakenForRecord(given[index].entry.source, of: sources.contains) {
      given[index].entry.rename(given[index].entry.source.replacing("#", with: "%23"))
    }
  }

  /// Numbers names that become equal in normal form C and with their control characters escaped.
  private static func numberClashes(_ given: inout [GivenPath]) {
    var names = RecordNames()
    for index in given.indices {
      let (name, isDuplicate) = names.take(given[index].entry.source)
      if isDuplicate { given[index].entry.number(name) }
    }
  }
}

/// Whether a part of the name that ends before a `#` is itself a name.
func isTakenForRecord(_ name: String, of isName: (String) -> Bool) -> Bool {
  var rest = name[...]
  while let mark = rest.lastIndex(of: "#") {
    rest = rest[..<mark]
    if isName(String(rest)) { return true }
  }
  return false
}

/// A PATH argument, with its place in the file system.
private struct GivenPath {
  var entry: Entry
  /// Whether the walk through another argument reaches this path.
  var isInside = false
  /// The components of the absolute path, without `.` and `..`.
  private let components: [ArraySlice<UInt8>]
  /// The path with links resolved; equal to `absolute` if the argument is not an existing folder.
  let resolved: [UInt8]

  init(_ argument: String) {
    entry = Entry(argument: argument)
    components = entry.path == [UInt8(ascii: "-")] ? [] : absoluteComponents(entry.path)
    let absolute = joined(components[...])
    if case .folder = entry.kind, let path = realpath(entry.path.map(CChar.init(bitPattern:)) + [0], nil) {
      resolved = Array(String(cString: path).utf8)
      free(path)
    } else {
      resolved = absolute
    }
  }

  var absolute: [UInt8] { joined(components[...]) }
  var isStandardInput: Bool { if case .standardInput = entry.kind { true } else { false } }
  var isFolder: Bool { if case .folder = entry.kind { true } else { false } }

  /// The key by which arguments are recognised as the same path. It is bytes, because Swift treats strings as equal if
  /// they are canonically equivalent.
  var key: [UInt8] { isStandardInput ? entry.path : absolute }

  /// The folder below which sources can begin: the argument itself, or the folder that contains the file.
  var folder: [ArraySlice<UInt8>] { isFolder ? components : components.dropLast() }

  /// The folder that contains it.
  var folderAround: [ArraySlice<UInt8>] { components.dropLast() }

  mutating func name(below depth: Int) {
    entry.rename(components.dropFirst(depth).map { spelled(Array($0)) }.joined(separator: "/"))
  }

  /// Decides `isInside`. The walk through another argument skips hidden files.
  ///
  /// - Parameter isOther: whether a path is that of another folder among the arguments.
  mutating func findInside(_ isOther: ([UInt8]) -> Bool) {
    func isFound(_ components: [ArraySlice<UInt8>]) -> Bool {
      for depth in components.indices.reversed() {
        if components[depth].first == UInt8(ascii: ".") { return false }
        if isOther(joined(components[..<depth])) { return true }
      }
      return false
    }
    isInside =
      !isStandardInput && (isFound(components) || resolved != absolute && isFound(absoluteComponents(resolved)))
  }

  func reason(isInside: Bool) -> String {
    isInside
      ? "\(display(entry.path)) is in a folder that was given too; it is read once"
      : "\(display(entry.path)) was given more than once; it is read once"
  }

  /// The entry that replaces a folder which the walk reads elsewhere.
  func repetition(isInside: Bool) -> Entry {
    var entry = entry
    entry.kind = .unusable(.duplicateSource, reason: reason(isInside: isInside))
    return entry
  }
}

private func joined(_ components: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
  [slash] + Array(components.joined(separator: [slash]))
}

/// The components of the absolute path, taken from its spelling: `.` is dropped, and `..` removes the component before
/// it.
func absoluteComponents(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
  var whole = path
  if path.first != slash, let folder = getcwd(nil, 0) {
    whole = Array(String(cString: folder).utf8) + [slash] + path
    free(folder)
  }
  var components: [ArraySlice<UInt8>] = []
  for component in whole.split(separator: slash) where component != [UInt8(ascii: ".")] {
    if component == [UInt8(ascii: "."), UInt8(ascii: ".")] {
      _ = components.popLast()
    } else {
      components.append(component)
    }
  }
  return components
}

extension ArchiveFile {
  /// The sources that the file can have under other arguments: every suffix of its absolute path.
  package var otherSources: [String] {
    if isStandardInput { return [] }
    var names: [String] = []
    var name = ""
    for component in absoluteComponents(path).reversed() {
      name = name.isEmpty ? spelled(Array(component)) : spelled(Array(component)) + "/" + name
      if name != source { names.append(name) }
    }
    return names
  }
}
