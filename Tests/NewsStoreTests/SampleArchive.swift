import NewsModel
import NewsStore

/// An archive of any number of invented documents. A number always gives the same document.
enum SampleArchive {
  static let entities: [Entity] = [
    Entity(
      id: "org.council", type: .organisation, kind: "regulator", name: "Harbour Council", country: "NL",
      attributes: ["wikidata": "Q0", "note": "a \"quoted\" one"], origin: "organisations.tsv:2"),
    Entity(id: "fac.mill", type: .facility, kind: "mill", name: "Tide Mill", country: "NL", origin: "facilities.tsv:2"),
    Entity(
      id: "country.nl", type: .country, kind: "state", name: "Netherlands", country: "NL", origin: "countries.tsv:9"),
    Entity(id: "org.never", type: .organisation, kind: "alliance", name: "Never Named", origin: "organisations.tsv:3"),
  ]
  static let topics: [Topic] = [
    Topic(id: "energy", name: "Energy", origin: "energy.yaml:1"),
    Topic(id: "tidal-power", name: "Tidal power", broader: "energy", iptc: "medtop:1", origin: "energy.yaml:9"),
  ]

  /// Document `n` of the archive. Its week, words and names depend only on the number.
  static func document(_ n: Int, source: String? = nil) -> AnalysedDocument {
    let day = Day(ordinal: Day(year: 2013, month: 1, day: 28)!.ordinal + n % 40)
    let published = PublicationDate(day: day, method: .byline)
    let body = "The Harbour Council opened gate \(n) of the Tide Mill."
    var document = Document(
      source: source ?? "pages/\(n % 7)/\(n).html", url: "https://www.site\(n % 3).example/\(n)",
      title: "Gate \(n) opens",
      published: n % 11 == 0 ? nil : published, dateCandidates: n % 11 == 0 ? [] : [published], language: "en",
      tags: ["water", "gate \(n % 5)"],
      blocks: [
        Block(zone: .navigation, text: "Home | News", reason: "links"),
        Block(zone: .lead, text: "A gate opened.", reason: "text"), Block(zone: .body, text: body, reason: "text"),
        Block(zone: .teaser, text: "Other news: the council of Elsewhere", reason: "heading"),
      ])
    if n % 11 != 0, n % 4 == 0 {
      document.dateCandidates.append(
        PublicationDate(day: Day(ordinal: day.ordinal - 1), method: .url, doubt: .disagreement))
    }
    if n % 13 == 0 {
      document.problems = [Problem(source: document.source, place: "byte \(n)", kind: .encoding, reason: "not UTF-8")]
    }
    return AnalysedDocument(
      document: document, mentions: mentions(n),
      countries: [
        CountryScore(code: "NL", score: 0.75, mentions: 2, isAbout: true),
        CountryScore(code: "BE", score: 0.25, mentions: 1, isAbout: false),
      ],
      topics: n % 2 == 0
        ? [
          TopicAssignment(
            id: "tidal-power", score: 4, threshold: 2,
            evidence: [.init(term: "tide", weight: 2, start: 51, end: 55, zone: .body)])
        ] : [],
      signature: [UInt64(n % 10), UInt64.max])
  }

  private static func mentions(_ n: Int) -> [Mention] {
    let rule = MentionRule(.dictionary(file: "organisations.surfaces.tsv", line: 4, note: ""))
    var mentions = [
      Mention(
        type: .organisation, entity: "org.council", name: "Harbour Council", surface: "Harbour Council", start: 19,
        end: 34, zone: .body, rule: rule, country: "NL"),
      Mention(
        type: .facility, entity: "fac.mill", name: "Tide Mill", surface: "Tide Mill", start: 51, end: 60, zone: .body,
        rule: MentionRule(.dictionary(file: "facilities.surfaces.tsv", line: 1, note: ""))),
      Mention(
        type: .organisation, entity: "org.council", name: "Harbour Council", surface: "the council", start: 12, end: 23,
        zone: .teaser, rule: rule,
        rejection: n % 3 == 0 ? .init(kind: .contextMissing, detail: "harbour", step: "require-words") : nil),
    ]
    if n % 5 == 0 {
      // A name that is in no dictionary, in two spellings.
      let name = n % 2 == 0 ? "Ministry of Tides" : "MINISTRY OF TIDES"
      mentions.append(
        Mention(
          type: .organisation, entity: "org~ministry-of-tides", name: name, surface: name, start: 0, end: 17,
          zone: .lead,
          rule: MentionRule(.pattern(id: "org.ministry-of"))))
    }
    return mentions
  }

  /// Returns one file with one document for each number.
  static func batches(_ numbers: some Sequence<Int>, recipe: String = "r1") -> [InputBatch] {
    numbers.map { n in
      let document = document(n)
      return InputBatch(
        path: document.document.source, startsOver: true, documents: [document],
        mark: InputMark(content: "h\(n)", recipe: recipe, records: 1, isComplete: true))
    }
  }
}
