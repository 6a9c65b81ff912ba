import Foundation
import NewsModel
import TestSupport
import Testing

/// The limit of 512 MiB with inputs that would need more. Each is far past a limit, and its problem is reported (exit
/// code 3).
@Suite struct MemoryTests {
  private static let promise = 512 << 20

  enum Input: String, CaseIterable, Sendable {
    case text, lines, names, organisations, elements, links, title, script, attributes

    var name: String {
      switch self {
      case .text, .lines, .names, .organisations: "\(rawValue).txt"
      default: "\(rawValue).html"
      }
    }

    private static let sentence =
      "The ferry company of Kolga asked the port of Paldiski for a second berth, Reuters said. "

    private static func page(_ body: String, head: String = "") -> String {
      "<html><head><title>Ferries</title>\(head)</head><body><article><p>\(String(repeating: sentence, count: 20))</p>\(body)"
    }

    private static func fill(_ piece: String, _ megabytes: Int) -> String {
      String(repeating: piece, count: (megabytes << 20) / piece.utf8.count)
    }

    var content: String {
      switch self {
      case .text: Self.fill(Self.sentence + Self.sentence + "\n\n", 13)
      case .lines: Self.fill("q\n", 12)
      case .names: Self.fill("Marek Ilves of Council of Kolga, Ministry of Piers. ", 8)
      case .organisations: Self.fill("NATO, France, Gazprom, IAEA, Moscow, ", 8)
      case .elements: Self.page(Self.fill("<p>a b.</p>", 20))
      case .links: Self.page(Self.fill("<a href=/x>berth</a> ", 20))
      case .title: Self.page("", head: "<title>" + Self.fill(Self.sentence, 20) + "</title>")
      case .script:
        Self.page(
          "", head: "<script type='application/ld+json'>[" + Self.fill("\"\(Self.sentence)\",", 20) + "]</script>")
      case .attributes: Self.page(Self.fill("<b a=1 b=2 c=3 d=4 e=5>x</b>", 20))
      }
    }
  }

  @Test(arguments: Input.allCases)
  func oneDocument(_ input: Input) throws {
    let folder = try TemporaryFolder()
    try folder.write(input.name, input.content)
    let outcome = try Program.dateline.peakMemory(["annotate", input.name], folder: folder.path)
    #expect(outcome.status == 3)
    #expect(outcome.bytes < Self.promise, "\(outcome.bytes >> 20) MiB")
  }

  @Test(arguments: [Input.text, .elements])
  func manyDocumentsAtOnce(_ input: Input) throws {
    let folder = try TemporaryFolder()
    for number in 0..<3 { try folder.write("archive/\(number)-\(input.name)", input.content) }
    try folder.write("large.yaml", "name: large\narchive: archive\n")
    for command in [["annotate", "archive", "--jobs", "8"], ["run", "large.yaml", "--jobs", "8"]] {
      let outcome = try Program.dateline.peakMemory(command, folder: folder.path)
      #expect(outcome.status == 3)
      #expect(outcome.bytes < Self.promise, "\(command[0]): \(outcome.bytes >> 20) MiB")
    }
  }
}
