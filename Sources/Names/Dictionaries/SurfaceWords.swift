import NewsModel
import ScannedText
import TextScanning

/// Splits the surfaces of a file into words in one scan, and adds them to the automaton.
struct SurfaceWords {
  private(set) var capitals: [UInt64] = []
  private(set) var builder: PhraseAutomaton.Builder
  private var stream = TokenStream()

  init(count: Int) {
    builder = PhraseAutomaton.Builder(capacity: count)
    capitals.reserveCapacity(count * 3)
  }

  /// Adds the surfaces in `table`, the file with the index `file`. They must be in order of line.
  mutating func add(
    _ surfaces: inout [Surface], of table: TableFile, file: Int32, faults: inout [DefinitionErrors.Fault]
  ) {
    let first = surfaces.partitioningIndex { $0.file >= file }
    let last = surfaces.partitioningIndex { $0.file > file }
    guard first < last else { return }
    stream.scan(table.bytes, blocks: surfaces[first..<last].map { Int($0.start)..<Int($0.end) })
    let tokens = stream.tokens
    var next = 0
    for index in first..<last {
      while next < tokens.count, tokens[next].kind == .lineBreak { next += 1 }
      let start = next
      while next < tokens.count, tokens[next].kind != .lineBreak, tokens[next].end <= surfaces[index].end { next += 1 }
      // For a surface without a token the range is empty.
      let range = tokens[start..<next]
      let outcome = builder.add(range, of: table.bytes, payload: Int32(index))
      if outcome != .added {
        let reason =
          outcome == .tooLong
          ? "a surface of more than \(PhraseAutomaton.longestPhrase) words" : "a surface without a letter"
        faults.append(.init(file: table.path, line: Int(surfaces[index].line), reason: reason))
        continue
      }
      surfaces[index].capitals = Int32(capitals.count)
      for token in range where token.isMatchedAsWord { capitals.append(token.capitals(in: table.bytes)) }
      surfaces[index].words = Int16(capitals.count - Int(surfaces[index].capitals))
      surfaces[index].endsInPossessive = range.last?.kind == .possessive
    }
  }
}
