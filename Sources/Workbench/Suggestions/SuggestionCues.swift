import Foundation
import NewsModel
import ScannedText
import TextScanning

/// The words that an unknown name's type is judged by: `patterns/suggestion-cues.tsv` of the dictionary folders.
struct SuggestionCues: Sendable {
  struct Cue: Sendable, Equatable, Hashable {
    var place: Place
    var word: String
    var type: EntityType
    /// Empty where the word tells the type alone.
    var kind: String
    var weight: Int

    /// `last word “Corp”`, `“in” before`
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

  /// What is wrong with the files.
  static func faults(in folders: [String]) -> [DefinitionErrors.Fault] {
    var faults: [DefinitionErrors.Fault] = []
    _ = SuggestionCues(folders: folders, faults: &faults)
    return faults
  }

  init(folders: [String], faults: inout [DefinitionErrors.Fault]) {
    for folder in folders {
      let path = folder + "/patterns/suggestion-cues.tsv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let table = TableFile(path: path, name: "patterns/suggestion-cues.tsv", faults: &faults)
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

  /// What a word tells there; a cue with a capital asks for one.
  func cues(_ place: Place, _ token: Token) -> [Cue] {
    (cues[Key(place: place, hash: token.hash)] ?? []).filter {
      $0.word.first?.isUppercase != true || token.startsWithCapital
    }
  }

  func isNever(_ token: Token) -> Bool { cues[Key(place: .never, hash: token.hash)] != nil }

  /// Whether a word that stands alone is no name of what dictionaries hold: "Yeah", "Linux".
  func isNoNameAlone(_ token: Token) -> Bool { cues[Key(place: .alone, hash: token.hash)] != nil }

  /// A title is no part of a person's name.
  func isTitle(_ token: Token) -> Bool {
    cues(.before, token).contains { $0.type == .person && $0.word.first?.isUppercase == true }
  }
}
