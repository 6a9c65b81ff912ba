import ArchiveReading
import ArticleCleaning
import Names
import NewsModel
import TextScanning

/// Times ways to find words and names in the texts of an archive, from the naive one to the one that is used. The steps are
/// explained in the README of `TextScanning`.
extension StageBench {
  /// The results are words, and for the last three steps the names found. They differ a little, as the steps agree less
  /// and less on what a word is.
  package func textSteps() throws -> [Timing] {
    guard let dictionary = documentStages.extractor?.names.dictionary else { return [] }
    let texts = try self.texts()
    let phrases = dictionary.surfaces.map { NaiveText.lettersOfASCII(dictionary.text(of: $0)) }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    func time(_ name: String, _ count: (String) -> Int) -> Timing {
      var stage = Stage(name)
      let found = stage.time { texts.reduce(0) { $0 + count($1) } }
      stage.count(texts.count, bytes, found)
      return stage.timing
    }
    let known = Set(phrases.map { $0.joined(separator: " ") })
    let longest = phrases.map(\.count).max() ?? 0
    let tree = NaiveText.Tree(phrases)
    var automaton = PhraseAutomaton.Builder(capacity: phrases.count)
    for phrase in phrases { _ = automaton.add(phrase.joined(separator: " "), payload: 0) }
    let search = automaton.build()
    var matches: [PhraseAutomaton.Match] = []
    return [
      time("words: characters") { NaiveText.lettersOfUnicode($0).count },
      time("words: bytes to strings") { NaiveText.lettersOfASCII($0).count },
      time("words: bytes to hashes") { NaiveText.hashes(Array($0.utf8)).count },
      time("words: tokens") { TokenStream($0).tokens.count(where: \.isWord) },
      time("names: set of strings") { NaiveText.names(in: NaiveText.lettersOfASCII($0), known, longest: longest) },
      time("names: tree of strings") { tree.count(in: NaiveText.lettersOfASCII($0)) },
      time("names: automaton") { text in
        matches.removeAll(keepingCapacity: true)
        let bytes = Array(text.utf8)
        var stream = TokenStream()
        stream.scan(bytes)
        search.search(stream, in: bytes, into: &matches)
        return matches.count
      },
    ]
  }

  private func texts() throws -> [String] {
    var texts: [String] = []
    try feed.produce(wanted: nil) { unit, _ in
      for item in unit.items() {
        if case .document(let raw) = item { texts.append(documentStages.cleaner.clean(raw).text) }
      }
      return true
    }
    return texts
  }
}

/// How one would write it first.
private enum NaiveText {
  static func lettersOfUnicode(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  static func lettersOfASCII(_ text: String) -> [String] {
    text.utf8.split { !$0.isASCIILetter && !$0.isDigit && $0 < 0x80 }.map {
      String(decoding: $0.map(\.lowered), as: UTF8.self)
    }
  }

  static func hashes(_ bytes: [UInt8]) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash = ByteHash()
    for byte in bytes {
      if byte.isASCIILetter || byte.isDigit || byte >= 0x80 {
        hash.add(byte.lowered)
      } else if hash != ByteHash() {
        hashes.append(hash.state)
        hash = ByteHash()
      }
    }
    if hash != ByteHash() { hashes.append(hash.state) }
    return hashes
  }

  static func names(in words: [String], _ known: Set<String>, longest: Int) -> Int {
    words.indices.reduce(0) { found, start in
      (start + 1...min(words.count, start + longest)).reduce(found) { found, end in
        found + (known.contains(words[start..<end].joined(separator: " ")) ? 1 : 0)
      }
    }
  }

  /// Words that lead from word to word.
  final class Tree {
    private var next: [String: Tree] = [:]
    private var isEnd = false

    init(_ phrases: [[String]] = []) {
      for phrase in phrases where !phrase.isEmpty {
        var tree = self
        for word in phrase {
          let following = tree.next[word] ?? Tree()
          tree.next[word] = following
          tree = following
        }
        tree.isEnd = true
      }
    }

    func count(in words: [String]) -> Int {
      words.indices.reduce(0) { found, start in
        var found = found
        var tree = self
        for word in words[start...] {
          guard let following = tree.next[word] else { break }
          tree = following
          if tree.isEnd { found += 1 }
        }
        return found
      }
    }
  }
}
