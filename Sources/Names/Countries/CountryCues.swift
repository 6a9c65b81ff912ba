import Foundation
import NewsModel
package import ScannedText
package import TextScanning

/// Words that the news of one country uses about itself ("district attorney", "Bundesbank", "guilders"), and the
/// exchanges in tickers. They come from `country-cues.tsv` and `exchanges.tsv` in the dictionary folders.
package struct CountryCues: Sendable {
  private struct Cue {
    var text: String
    var country: String
    var kind: CountryEvidence
    /// Whether the capital is required: "Republicans" are a party, republicans are not.
    var startsWithCapital: Bool
  }
  /// The kinds of evidence by the weights in the table; all other weights mean a strong cue.
  private static let kinds: [String: CountryEvidence] = ["0": .sharedCue, "1": .weakCue]
  private var cues: [Cue] = []
  /// The phrases of the cues; the payload is the index of the cue.
  package let phrases: PhraseAutomaton.Builder
  private var exchanges: [String: String] = [:]

  init(folders: [DictionaryFolder], faults: inout [DefinitionErrors.Fault]) {
    var builder = PhraseAutomaton.Builder()
    var cues: [Cue] = []
    for folder in folders {
      if let table = folder.table(.countryCues, faults: &faults) {
        let columns = (table.column("country"), table.column("phrase"), table.column("weight"))
        for row in table.rows {
          let phrase = table.text(row, columns.1)
          guard builder.add(phrase, payload: Int32(cues.count)) == .added else {
            faults.append(table.fault(row, "“\(phrase)” is no phrase that can be searched for"))
            continue
          }
          cues.append(
            Cue(
              text: phrase, country: table.text(row, columns.0),
              kind: Self.kinds[table.text(row, columns.2)] ?? .cue,
              startsWithCapital: phrase.first?.isUppercase ?? false))
        }
      }
      if let table = folder.table(.exchanges, faults: &faults) {
        let columns = (table.column("code"), table.column("country"))
        for row in table.rows { exchanges[table.text(row, columns.0)] = table.text(row, columns.1) }
      }
    }
    self.cues = cues
    phrases = builder
  }

  /// The text of a cue as written in its line. `phrase` is the number that `find` passes.
  package func text(of phrase: Int32) -> String { cues[Int(phrase)].text }

  /// Whether a phrase is a name, such as that of a nation's party or body: "Congressman", not "county clerk".
  func isName(_ phrase: Int32) -> Bool { cues[Int(phrase)].startsWithCapital }

  /// Calls `found` for every cue among the phrases of a section, in order. `phrase` is the same number for the same
  /// words.
  package func find(
    in section: ScannedDocument.Section, _ matches: ArraySlice<PhraseAutomaton.Match>,
    _ found: (_ country: String, _ kind: CountryEvidence, _ phrase: Int32) -> Void
  ) {
    for match in matches {
      let cue = cues[Int(match.payload)]
      if cue.startsWithCapital, section.tokens[match.start].casing == .lower || section.joinsCapitals(at: match.end) {
        continue
      }
      found(cue.country, cue.kind, match.payload)
    }
  }

  /// Finds the countries of the exchanges in tickers such as `<GM>` and `<BAYG.F>`, with which wires mark companies. A
  /// ticker without an exchange counts as one of New York's.
  package func tickers(in bytes: [UInt8], _ found: (_ country: String) -> Void) {
    // Most texts have no ticker, so the fast search of the C library looks for a "<" first.
    guard bytes.span.firstIndex(of: UInt8(ascii: "<")) != nil else { return }
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      let symbol = rest.prefix(while: \.isASCIICapital)
      guard (1...6).contains(symbol.count), symbol.endIndex < bytes.endIndex else { continue }
      var end = symbol.endIndex
      var code = bytes[0..<0]
      if bytes[end] == UInt8(ascii: ".") {
        code = bytes[(end + 1)...].prefix(while: \.isASCIICapital)
        end = code.endIndex
      }
      guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ">") else { continue }
      if let country = exchanges[code.isEmpty ? "N" : String(decoding: code, as: UTF8.self)] { found(country) }
    }
  }
}

extension ScannedDocument.Section {
  /// Whether a hyphen joins the word before `end` to a word with a capital: "AFL" is evidence for its country,
  /// "AFL-CIO" is not.
  fileprivate func joinsCapitals(at end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end].hash == Sign.hash(of: UInt8(ascii: "-")) else { return false }
    return tokens[end].start == tokens[end - 1].end && tokens[end + 1].start == tokens[end].end
      && tokens[end + 1].casing != .lower && tokens[end + 1].casing != .none
  }
}
