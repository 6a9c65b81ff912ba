import Foundation
import TestSupport
import Testing

/// The output of `annotate` for a page saved as text with teasers, an interview and an opinion piece around the
/// article. The example archive has an invented page of this kind; the real one is tested where the evaluation data is
/// available.
@Suite struct SavedPageTests {
  @Test("The page in the example archive")
  func ours() throws {
    let page = try annotate(
      Repository.path
        + "/Pipelines/example/reactor-observer/2024-03-07-allies-seek-common-shield-as-nato-plans-missile-defense.txt")
    #expect(page.title == "Allies Seek Common Shield as NATO Plans Missile Defense Exercise in Lisbon")
    #expect(page.published == "2024-03-07")
    #expect(page.agency == "Northern Press Agency")
    #expect(page.publisher == "Reactor Observer")
    #expect(page.tags == ["Portugal"])
    #expect(page.paragraphs.count == 6)
    #expect(page.paragraphs.first?.hasPrefix("NATO will hold its largest exercise") == true)
    #expect(page.paragraphs.last?.hasSuffix("the readiness of its members.") == true)
    #expect(page.surfaces("org.nato", in: mainZones) == ["NATO", "The Atlantic Alliance", "The alliance"])
    #expect(page.countries.isSuperset(of: ["PT", "BE", "RO", "PL", "US", "RU", "IR"]), "\(page.countries)")
    #expect(page.topics.contains("missile-defence"), "\(page.topics)")
    #expect(page.entities(in: ["teaser"]).isSuperset(of: ["org.iaea", "org.edf"]), "\(page.entities(in: ["teaser"]))")
    #expect(page.entities(in: mainZones).isDisjoint(with: ["org.iaea", "org.edf", "fac.gravelines"]))
  }

  @Test("The page in the evaluation data", .enabled(if: Repository.evaluationData != nil))
  func first() throws {
    let page = try annotate(Repository.evaluationData! + "/seed")
    #expect(page.title == "NATO Hopes for Missile Defense Accord with Russia")
    #expect(page.published == "2013-02-03")
    #expect(page.agency == "RIA Novosti")
    #expect(page.publisher == "AtomInfo.Ru")
    #expect(page.tags == ["Russia"])
    #expect(page.paragraphs.count == 8)
    #expect(page.paragraphs.first?.hasPrefix("NATO Secretary General Anders Fogh Rasmussen expressed hope") == true)
    #expect(page.paragraphs.last?.hasSuffix("strategic nuclear missile arsenal.") == true)
    #expect(page.surfaces("org.nato", in: mainZones) == ["NATO", "The Atlantic Alliance", "the alliance"])
    #expect(page.countries.isSuperset(of: ["RU", "US", "KP", "IR", "BE", "PT"]), "\(page.countries)")
    #expect(page.topics.contains("missile-defence"), "\(page.topics)")
    let boxes = ["org.iaea", "org.tenam", "org.fuelco-llc", "fac.kalinin#4", "fac.kalinin"]
    #expect(!page.entities(in: mainZones).contains("org.ria-novosti"), "the agency is no actor of the story")
    #expect(page.entities(in: mainZones).isDisjoint(with: boxes))
    #expect(page.entities(in: ["teaser"]).isSuperset(of: boxes + ["country.ir"]), "\(page.entities(in: ["teaser"]))")
  }

  private let mainZones: Set<String> = ["title", "lead", "body", "caption", "table"]

  private struct Page {
    var title: String?
    var published: String?
    var agency: String?
    var publisher: String?
    var tags: [String]
    var paragraphs: [String]
    var mentions: [(entity: String, surface: String, zone: String)]
    var countries: Set<String>
    var topics: Set<String>

    func entities(in zones: Set<String>) -> Set<String> {
      Set(mentions.filter { zones.contains($0.zone) }.map(\.entity))
    }

    func surfaces(_ entity: String, in zones: Set<String>) -> Set<String> {
      Set(mentions.filter { $0.entity == entity && zones.contains($0.zone) }.map(\.surface))
    }
  }

  private func annotate(_ path: String) throws -> Page {
    let outcome = try Program.dateline.run(["annotate", "--zone", "teaser", path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let mentions = try #require(object["mentions"] as? [[String: Any]])
    return Page(
      title: object["title"] as? String, published: object["published"] as? String, agency: object["agency"] as? String,
      publisher: object["publisher"] as? String, tags: object["tags"] as? [String] ?? [],
      paragraphs: (object["text"] as? String ?? "").components(separatedBy: "\n"),
      mentions: mentions.map {
        ($0["entity"] as? String ?? "", $0["surface"] as? String ?? "", $0["zone"] as? String ?? "")
      },
      countries: Set((object["countries"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }),
      topics: Set((object["topics"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }))
  }
}
