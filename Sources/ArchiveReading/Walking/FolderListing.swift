import Foundation
import NewsModel

/// What a folder holds, in order. A folder can hold a million files, so the names lie in one array and nothing more is
/// kept of each.
struct FolderListing {
  private var folder: Entry
  /// Names as they stand in sources, one after the other.
  private var names: [UInt8] = []
  private var places: [Place] = []
  /// The names on the disk of the places where they are not the same.
  private var otherNames: [Int32: [UInt8]] = [:]
  private var position = 0

  private struct Place {
    var start: Int32
    var length: Int16
    var isFolder: Bool
  }

  init(_ entry: Entry, identity: FileIdentity) throws(Problem) {
    folder = entry
    folder.ancestors.append(identity)
    guard let listing = opendir(entry.path.map(CChar.init(bitPattern:)) + [0]) else {
      throw Problem(
        source: entry.source, kind: .unreadable, reason: "the folder cannot be read: \(systemReason(errno))")
    }
    defer { closedir(listing) }
    while let found = readdir(listing) {
      let name = withUnsafeBytes(of: &found.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first == UInt8(ascii: ".") { continue }
      let text = Array(spelled(name).utf8)
      let start = Int32(names.count)
      if text != name { otherNames[start] = name }
      names += text
      places.append(Place(start: start, length: Int16(text.count), isFolder: isFolder(found.pointee.d_type, name)))
    }
    let (names, otherNames) = (names, otherNames)
    places.sort { a, b in
      var i = 0
      while true {
        // A folder sorts as what is in it: as its name and a slash. No name holds a zero, which ends both here.
        let left = i < a.length ? names[Int(a.start) + i] : i == a.length && a.isFolder ? slash : 0
        let right = i < b.length ? names[Int(b.start) + i] : i == b.length && b.isFolder ? slash : 0
        if left != right { return left < right }
        if left == 0 { break }
        i += 1
      }
      return (otherNames[a.start] ?? []).lexicographicallyPrecedes(otherNames[b.start] ?? [])
    }
  }

  mutating func next() -> Entry? {
    guard position < places.count else { return nil }
    let place = places[position]
    let text = text(of: place)
    var entry = Entry(name: otherNames[place.start] ?? text, spelled: String(decoding: text, as: UTF8.self), in: folder)
    // Two names that differ only in Unicode normalisation, or in what `spelled` escapes, have one source.
    if position > 0, self.text(of: places[position - 1]) == text {
      entry.kind = .unusable(
        .duplicateSource, reason: "\(display(entry.path)) has the same source as the file before it, and was left out")
    }
    position += 1
    return entry
  }

  private func text(of place: Place) -> [UInt8] {
    Array(names[Int(place.start)..<Int(place.start) + Int(place.length)])
  }

  /// By what the folder says of the name, or where that is nothing or a link, by the file.
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
