import NewsModel
import ScannedText
import TextScanning

/// The bodies that every state has ("Foreign Ministry", "Congress"), by their bare names. They come from
/// `national-bodies.tsv` in the dictionary folders.
struct NationalBodies: Sendable {
  /// For each bare name in lower case, the body of each country: an index into the dictionary's entities by an index into
  /// its countries.
  private var bodies: [String: [Int32: Int32]] = [:]
  /// The bare names of each body, by its index into the dictionary's entities.
  private var names: [Int32: [String]] = [:]
  /// For each entity of the dictionary, whether it is a body with a dictionary line for its bare name. Such a name
  /// means another country's body only if the text says so.
  private var isListed: [Bool]
  /// The bare names of parties, which are parts of the names of other parties.
  private var parties: Set<String> = []
  /// Keys of the last words of the bare names, for a quick check: most names end in another word.
  private var lastWords: Set<UInt64> = []
  /// The bare names that only one country uses.
  private var namesOfOneCountry: Set<String> = []
  /// The bare names of armed forces, which serve abroad.
  private var armedForces: Set<String> = []

  init(folders: [DictionaryFolder], dictionary: NameDictionary, faults: inout [DefinitionErrors.Fault]) {
    isListed = [Bool](repeating: false, count: dictionary.entities.count)
    for folder in folders {
      guard let table = folder.table(.nationalBodies, faults: &faults) else { continue }
      let columns = (table.column("name"), table.column("country"), table.column("organisation"))
      let only = table.column("only")
      for row in table.rows {
        let id = table.text(row, columns.2)
        guard let index = dictionary.index(ofEntity: id) else {
          faults.append(table.fault(row, "no line has the id “\(id)”"))
          continue
        }
        let code = table.text(row, columns.1)
        guard let country = dictionary.index(ofCountry: code) else {
          faults.append(table.fault(row, "no line has the country “\(code)”"))
          continue
        }
        let name = table.text(row, columns.0).lowercased()
        bodies[name, default: [:]][country] = Int32(index)
        names[Int32(index), default: []].append(name)
        if !table.range(row, only).isEmpty { namesOfOneCountry.insert(name) }
        switch dictionary.entities[index].kind {
        case "military": armedForces.insert(name)
        case "party": parties.insert(name)
        default: break
        }
      }
    }
    for surface in dictionary.surfaces where dictionary.types[Int(surface.entity)] == .organisation {
      let name = dictionary.text(of: surface).lowercased()
      if bodies[name]?.values.contains(surface.entity) == true { isListed[Int(surface.entity)] = true }
    }
    lastWords = Set(bodies.keys.map { Self.lastWord(of: Array($0.utf8)[...]).key })
  }

  /// The body of a country with a bare name, as an index into the dictionary's entities.
  func body(named name: String, of country: Int32) -> Int32? { bodies[name]?[country] }

  func isBareName(_ name: String) -> Bool { bodies[name] != nil }

  /// Whether only one country calls a body so: "State Department".
  func isOfOneCountry(_ name: String) -> Bool { namesOfOneCountry.contains(name) }

  /// Whether a bare name is that of armed forces, which serve abroad.
  func isOfArmedForces(_ name: String) -> Bool { armedForces.contains(name) }

  /// The bare names of an entity of the dictionary.
  func bareNames(of entity: Int32) -> [String] { names[entity] ?? [] }

  /// Whether an entity has a dictionary line for its bare name.
  func isListed(_ entity: Int32?) -> Bool { entity.map { isListed[Int($0)] } ?? false }

  /// The most tokens of a bare name: "Ministry of Foreign Affairs".
  private static let longest = 4

  /// The longest bare name of a state's body with which a longer name ends, and its tokens; nil if there is none.
  func bareName(endingIn name: Range<Int>, in section: ScannedDocument.Section) -> (text: String, tokens: Range<Int>)? {
    guard name.count > 1, mayContainBareName(section.bytes[section.byteRange(ofTokens: name)]) else { return nil }
    for start in name.dropFirst().suffix(Self.longest) where section.tokens[start].startsWithCapital {
      let text = section.text(section.byteRange(ofTokens: start..<name.upperBound)).lowercased()
      if isBareName(text) { return parties.contains(text) ? nil : (text, start..<name.upperBound) }
    }
    return nil
  }

  /// A quick check: whether the name has the last word of a bare name. Before a word in lower case the next-to-last word
  /// counts: "Coast Guard units".
  func mayContainBareName(_ name: ArraySlice<UInt8>) -> Bool {
    let last = Self.lastWord(of: name)
    if lastWords.contains(last.key) { return true }
    return last.isLower && last.start > name.startIndex
      && lastWords.contains(Self.lastWord(of: name[..<(last.start - 1)]).key)
  }

  /// Returns a key made of the last eight letters of the last word without their case, where the word begins, and
  /// whether it is in lower case.
  private static func lastWord(of name: ArraySlice<UInt8>) -> (key: UInt64, start: Int, isLower: Bool) {
    var key: UInt64 = 0
    var start = name.endIndex
    while start > name.startIndex, name[start - 1] != UInt8(ascii: " ") {
      start -= 1
      key = key << 8 | UInt64(name[start] | 0x20)
    }
    return (key, start, start < name.endIndex && name[start] >= UInt8(ascii: "a"))
  }
}
