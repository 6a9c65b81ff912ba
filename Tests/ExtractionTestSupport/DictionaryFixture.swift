import Foundation
package import NewsModel
package import Pipeline
import TestSupport

/// A dictionary folder in a temporary place.
package struct Fixture {
  package let folder: String

  package init(_ files: [String: String]) throws {
    folder = NSTemporaryDirectory() + "dateline-extraction-" + UUID().uuidString
    for (name, text) in files {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  package func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The shipped dictionaries.
  package static let shipped = Repository.path + "/Dictionaries"

  private static func shippedWords(_ name: String) -> String {
    (try? String(contentsOfFile: "\(shipped)/patterns/words/\(name).txt", encoding: .utf8)) ?? ""
  }

  /// Two small files, with additional or replaced ones.
  package static func files(_ more: [String: String] = [:]) -> [String: String] {
    let base = [
      "countries.tsv": """
      # By hand for tests.
      id\tkind\tname\tcountry\tvalid_from\tvalid_to
      country.ge\tstate\tGeorgia\tGE\t\t
      country.ru\tstate\tRussia\tRU\t\t
      country.su\tstate\tSoviet Union\tSU\t\t1991-12-26
      country.us\tstate\tUnited States\tUS\t\t
      """,
      "countries.surfaces.tsv": """
      id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
      country.ge\tGeorgia\t\tdocument:Tbilisi|@country.ru || title:caucasus || !before:state of\t\t\t
      country.ru\tRussian\t\t\t\t\tnationality
      country.us\tUS\texact\t\t\t\tabbreviation
      """,
      "organisations.tsv": """
      id\tkind\tname\tcountry
      org.iaea\tun-body\tInternational Atomic Energy Agency\t
      org.who\tun-body\tWorld Health Organization\t
      """,
      "organisations.surfaces.tsv": """
      id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
      org.iaea\tIAEA\t\t\t\t\t
      org.iaea\tthe watchdog\tany\tparagraph:@org.iaea|nuclear\t\t\t
      org.who\tWHO\texact\t\t\t\t
      """,
      "facilities.tsv": """
      id\tkind\tname\tcountry
      fac.hatch\tnuclear-power-plant\tHatch\tUS
      fac.kalinin\tnuclear-power-plant\tKalinin NPP\tRU
      """,
      "facilities.surfaces.tsv": """
      id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
      fac.hatch\tHatch\t\tbefore:unit|facility || near:nuclear|$plant\t\t\t
      fac.kalinin\tKalinin\t\tnear:unit*|reactor\t\t\t
      """,
      "contexts.tsv": "name\tphrase\nplant\tcontrol room\nplant\treactor*\n",
      "patterns/words/common-words.txt": "who\nwill\ndark\nlocal\nturkey\nhatch\n",
      "patterns/words/function-words.txt": shippedWords("function-words"),
      "patterns/words/days-and-months.txt": shippedWords("days-and-months"),
    ]
    return base.merging(more) { $1 }
  }
}

extension Extractor {
  /// Returns the text with `⟦entity:surface⟧` for every accepted mention.
  package func mark(_ text: String, title: String? = nil, published: String? = nil) -> String {
    let analysed = analyse(document(text, title: title, published: published))
    var bytes = Array(text.utf8)
    for mention in analysed.mentions.filter({ $0.rejection == nil && $0.zone != .title }).sorted(by: {
      $0.start > $1.start
    }) {
      bytes.insert(contentsOf: "⟧".utf8, at: mention.end)
      bytes.insert(contentsOf: "⟦\(mention.entity):".utf8, at: mention.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the kind and detail of every rejected match.
  package func rejections(_ text: String, title: String? = nil, published: String? = nil) -> [String] {
    analyse(document(text, title: title, published: published)).mentions.compactMap { mention in
      mention.rejection.map { "\(mention.entity) \($0.kind.rawValue): \($0.detail)" }
    }
  }

  package func document(_ text: String, title: String? = nil, published: String? = nil) -> Document {
    Document(
      source: "test", title: title,
      published: published.flatMap { Day(iso: $0) }.map { PublicationDate(day: $0, method: .recordField) },
      blocks: [Block(zone: .body, text: text, reason: "test")])
  }
}
