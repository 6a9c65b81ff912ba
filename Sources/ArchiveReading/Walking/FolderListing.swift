import Foundation
import NewsModel

/// The contents of a folder, in order. A folder can hold a million files, so all names are kept in one array and
/// nothing else is kept of each.
struct FolderListing {
  private var folder: Entry
  /// The names as they appear in sources, one after the other.
  private var names: [UInt8] = []
  private var places: [Place] = []
  /// The name on the disk, by start of the place, where it differs from the name in `names`.
  private var otherNames: [Int: [UInt8]] = [:]
  /// The starts of the places that were numbered because another file already had their name.
  private var numbered: Set<Int> = []
  private var position = 0

  private struct Place {
    var start: Int
    var length: Int16
    var isFolder: Bool
  }

  init(_ entry: Entry, identity: FileIdentity) throws(Problem) {
    folder = entry
    folder.ancestors.append(identity)
    guard let listing = opendir(entry.path.map(CChar.init(bitPattern:)) + [0]) else {
      throw Problem(
        source: entry.sourceInProblems, kind: .unreadable, reason: "the folder cannot be read: \(systemReason(errno))")
    }
    defer { closedir(listing) }
    var hasMarks = false
    while let found = readdir(listing) {
      let name = withUnsafeBytes(of: &found.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first == UInt8(ascii: ".") { continue }
      let text = Array(spelled(name).utf8)
      if text != name { otherNames[names.count] = name }
      hasMarks = hasMarks || text.contains(UInt8(ascii: "#"))
      places.append(
        Place(start: names.count, length: Int16(text.count), isFolder: isFolder(found.pointee.d_type, name)))
      names += text
    }
    sort()
    if hasMarks { tellFromRecords() }
    numberClashes()
  }

  mutating func next() -> Entry? {
    guard position < places.count else { return nil }
    let place = places[position]
    position += 1
    let text = text(of: place)
    let name = String(decoding: text, as: UTF8.self)
    var entry = Entry(name: otherNames[place.start] ?? text, spelled: name, in: folder)
    if numbered.contains(place.start) { entry.number(entry.source) }
    return entry
  }

  private mutating func sort() {
    let (names, otherNames) = (names, otherNames)
    places.sort { a, b in
      var i = 0
      while true {
        // A folder sorts as its name followed by a slash. No name contains a zero byte, so zero marks the end of both
        // names.
        let left = i < a.length ? names[a.start + i] : i == a.length && a.isFolder ? slash : 0
        let right = i < b.length ? names[b.start + i] : i == b.length && b.isFolder ? slash : 0
        if left != right { return left < right }
        if left == 0 { break }
        i += 1
      }
      return (otherNames[a.start] ?? []).lexicographicallyPrecedes(otherNames[b.start] ?? [])
    }
  }

  /// Escapes `#` in file names such as `a.jsonl#1`, which would be mistaken for a record of `a.jsonl` beside it.
  private mutating func tellFromRecords() {
    let all = Set(places.filter { !$0.isFolder }.map { String(decoding: text(of: $0), as: UTF8.self) })
    for index in places.indices {
      let name = String(decoding: text(of: places[index]), as: UTF8.self)
      if isTakenForRecord(name, of: all.contains) { rename(index, name.replacing("#", with: "%23")) }
    }
    sort()
  }

  /// Numbers names that would share a source because they differ only in Unicode normalisation or in what `spelled`
  /// escapes. The first of them keeps the source.
  private mutating func numberClashes() {
    let clashing = places.indices.dropFirst().filter { index in
      places[index].isFolder == places[index - 1].isFolder && text(of: places[index]) == text(of: places[index - 1])
    }
    if clashing.isEmpty { return }
    var taken = RecordNames()
    for index in Set(places.indices).subtracting(clashing) {
      _ = taken.take(String(decoding: text(of: places[index]), as: UTF8.self))
    }
    for index in clashing {
      rename(index, taken.take(String(decoding: text(of: places[index]), as: UTF8.self)).name)
      numbered.insert(places[index].start)
    }
    sort()
  }

  private mutating func rename(_ index: Int, _ name: String) {
    let place = places[index]
    let onDisk = otherNames.removeValue(forKey: place.start) ?? text(of: place)
    places[index].start = names.count
    places[index].length = Int16(name.utf8.count)
    otherNames[names.count] = onDisk
    names += name.utf8
  }

  private func text(of place: Place) -> [UInt8] {
    Array(names[place.start..<place.start + Int(place.length)])
  }

  /// Uses the type in the folder's listing; if the type is unknown or a link, the file itself is examined.
  private func isFolder(_ type: UInt8, _ name: [UInt8]) -> Bool {
    switch Int32(type) {
    case Int32(DT_DIR): return true
    case Int32(DT_UNKNOWN), Int32(DT_LNK):
      if case .folder = kindOfFile(folder.path + [slash] + name, source: "") { return true }
      return false
    default: return false
    }
  }
}
