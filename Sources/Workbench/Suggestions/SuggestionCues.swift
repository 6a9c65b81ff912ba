import Foundation
import NewsModel
import ScannedText
import TextScanning

/// The words from which the type of an unknown name is guessed: `patterns/suggestion-cues.tsv` in the dictionary
/// folders.
struct SuggestionCues: Sendable {
  struct Cue: Sendable, Equatable, Hashable {
    var place: Place
    var word: String
    var type: EntityType
    /// Empty if the word indicates only the type.
    var kind: String
    var weight: Int

    /// The cue in words: `last word “Corp”`, `“in” before`.
    var text: String {
      switch place {
      case .first, .last: "\(place.rawValue) word “\(word)”"
      case .before, .after, .never, .alone: "“\(word)” \(place.rawValue)"
      }
    }
  }

  enum Place: String, Sendable, CaseIterable { case first, last, before, after, never, alone }

  private struct Key: Hashable {
    var place: Place
    var hash: UInt64
  }

  private var cues: [Key: [Cue]] = [:]

  /// All errors in the files.
  static func faults(in folders: [DictionaryFolder]) -> [DefinitionErrors.Fault] {
    var faults: [DefinitionErrors.Fault] = []
    _ = SuggestionCues(folders: folders, faults: &faults)
    return faults
  }

  init(folders: [DictionaryFolder], faults: inout [DefinitionErrors.Fault]) {
    for folder in folders {
      guard let table = folder.table(.suggestionCues, faults: &faults) else { continue }
      let column = { table.column($0) }
      for row in table.rows {
        let word = table.text(row, column("word"))
        guard let place = Place(rawValue: table.text(row, column("where"))) else {
          let known = Place.allCases.map(\.rawValue).joined(separator: ", ")
          faults.append(table.fault(row, "where is one of \(known), not “\(table.text(row, column("where")))”"))
          continue
        }
        guard let hash = foldedWords(word).first else {
          faults.append(table.fault(row, "a line needs a word"))
          continue
        }
        var cue = Cue(place: place, word: word, type: .organisation, kind: table.text(row, column("kind")), weight: 0)
        if place != .never, place != .alone {
          guard let type = EntityType(rawValue: table.text(row, column("type"))),
            let weight = Int(table.text(row, column("weight"))), weight > 0
          else {
            faults.append(table.fault(row, "a line needs a type and a weight from 1"))
            continue
          }
          cue.type = type
          cue.weight = weight
        }
        cues[Key(place: place, hash: hash), default: []].append(cue)
      }
    }
  }

  /// The cues for a word at a place. A cue with a capital applies only to a word with a capital.
  func cues(_ place: Place, _ token: Token) -> [Cue] {
    (cues[Key(place: place, hash: token.hash)] ?? []).filter {
      $0.word.first?.isUppercase != true || token.startsWithCapital
    }
  }

  func isNever(_ token: Token) -> Bool { cues[Key(place: .never, hash: token.hash)] != nil }

  /// Whether a word on its own is never a name that belongs in a dictionary: "Yeah", "Linux".
  func isNoNameAlone(_ token: Token) -> Bool { cues[Key(place: .alone, hash: token.hash)] != nil }

  /// Whether a word is a title, which is not part of a person's name.
  func isTitle(_ token: Token) -> Bool {
    cues(.before, token).contains { $0.type == .person && $0.word.first?.isUppercase == true }
  }
}
