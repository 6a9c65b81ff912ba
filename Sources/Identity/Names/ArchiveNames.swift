package import NewsModel

/// The names of an archive with the numbers that decisions rest on. A million names take about 60 MB: ids are bytes of
/// one buffer, and everything else is a number.
package struct ArchiveNames {
  private var idBytes: [UInt8] = []
  private var idEnds: [Int] = []
  package private(set) var types: [EntityType] = []
  /// Whether the name is that of a dictionary's entity or of one of its units.
  package private(set) var areListed: [Bool] = []
  /// Whether a name is a town: a place that is neither a capital, a region nor larger.
  package private(set) var areTowns: [Bool] = []
  /// The documents that count each name. A document with two spellings of it counts twice.
  package private(set) var documents: [Int32] = []
  package private(set) var spellings: [Spelling] = []

  /// One way to write a name.
  package struct Spelling {
    /// Index of the name.
    package var name: Int32
    /// The hash of the folded words.
    package var words: UInt64
    package var wordCount: Int32
    package var documents: Int32
    /// Whether a text itself says what the spelling refers to: the acronym, the last name or a short form of a full name
    /// in the same document.
    package var isResolved: Bool
  }

  package init() {}

  package var count: Int { types.count }

  /// Adds a name. Ids must be added in order.
  package mutating func add(id: String, type: EntityType, isListed: Bool, isTown: Bool) {
    idBytes += Array(id.utf8)
    idEnds.append(idBytes.count)
    types.append(type)
    areListed.append(isListed)
    areTowns.append(isTown)
    documents.append(0)
  }

  /// Adds a spelling to the name that was added last.
  package mutating func addSpelling(_ text: String, documents: Int, isResolved: Bool) {
    let words = WordsHash.of(spelling: text)
    let name = Int32(count - 1)
    self.documents[count - 1] += Int32(clamping: documents)
    if let last = spellings.last, last.name == name, last.words == words.hash, last.isResolved == isResolved {
      spellings[spellings.count - 1].documents += Int32(clamping: documents)
    } else {
      spellings.append(
        Spelling(
          name: name, words: words.hash, wordCount: Int32(words.count), documents: Int32(clamping: documents),
          isResolved: isResolved))
    }
  }

  package func id(_ name: Int32) -> String {
    String(decoding: idBytes[range(name)], as: UTF8.self)
  }

  /// The folded words of an unlisted name, which are the last part of its id: `org~ministry-of-energy`.
  package func words(_ name: Int32) -> [ArraySlice<UInt8>] {
    let id = idBytes[range(name)]
    guard let mark = id.firstIndex(of: UInt8(ascii: "~")) else { return [] }
    return id[(mark + 1)...].split(separator: UInt8(ascii: "-"))
  }

  private func range(_ name: Int32) -> Range<Int> {
    (name == 0 ? 0 : idEnds[Int(name) - 1])..<idEnds[Int(name)]
  }
}
