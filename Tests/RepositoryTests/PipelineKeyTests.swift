import Foundation
import TestSupport
import Testing

/// `Pipelines/README.md` lists exactly the keys that a pipeline accepts.
@Suite struct PipelineKeyTests {
  /// A row in the table of keys: `trends: unit` is the key `unit` in the group `trends`.
  private struct Key: Hashable {
    var group: String?
    var name: String
  }

  private static func documented() throws -> [Key: String] {
    let rows = try ProjectDocument("Pipelines/README.md").text.components(separatedBy: "| key | meaning | default |")[1]
      .components(separatedBy: "\n\n")[0].split(separator: "\n").dropFirst()
    var keys: [Key: String] = [:]
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let spans = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      let values = cells[cells.count - 1].components(separatedBy: ", ")
      let group = spans[0].contains(": ") ? spans[0].components(separatedBy: ": ")[0] : nil
      for (i, span) in spans.enumerated() {
        keys[Key(group: group, name: span.components(separatedBy: ": ").last!)] =
          spans.count == values.count ? values[i] : values[0]
      }
    }
    return keys
  }

  /// Values for keys whose default is described by a sentence.
  private static let samples = [
    "name": "mine", "archive": "pages", "database": "mine.sqlite", "reports": "reports", "dictionaries": "[]",
    "topics": "[]", "latest_day": "2024-05-24",
  ]

  @Test func everyKeyIsTakenWithItsDefault() throws {
    let folder = try TemporaryFolder()
    let keys = try Self.documented()
    #expect(keys.count > 20)
    for (key, value) in keys {
      let line = "\(key.name): \(Self.samples[key.name] ?? value)"
      let file = try folder.write("p.yaml", key.group.map { "\($0):\n  \(line)\n" } ?? "\(line)\n")
      let outcome = try Program.dateline.run(["run", file, folder.path + "/nothing"])
      // The pipeline is read without error; the run then fails because there is nothing at that path.
      #expect(outcome.status == 1 && outcome.errors.contains("no archive to read"), "\(line): \(outcome.errors)")
    }
  }

  /// The error message for an unknown key lists the known keys.
  @Test func everyKeyThatIsTakenIsListed() throws {
    let folder = try TemporaryFolder()
    let keys = try Self.documented()
    let groups = Set(keys.keys.compactMap(\.group))
    for group in [nil] + groups.map(Optional.some) {
      let file = try folder.write("p.yaml", group.map { "\($0):\n  nothing: 1\n" } ?? "nothing: 1\n")
      let message = try Program.dateline.run(["run", file]).errors
      let known = try #require(message.firstMatch(of: /known: ([a-z_, ]+)/), "\(message)").1
      for name in known.components(separatedBy: ", ") where !(group == nil && groups.contains(name)) {
        #expect(keys[Key(group: group, name: name)] != nil, "Pipelines/README.md does not list \(name)")
      }
    }
  }
}
