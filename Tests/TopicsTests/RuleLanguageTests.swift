import ExtractionTestSupport
import NewsModel
import ScannedText
import Testing
import Topics

@Suite("The language of topic rules")
struct RuleLanguageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var query: String
    var text: String
    var holds: Bool
    init(_ query: String, _ text: String, _ holds: Bool) { (self.query, self.text, self.holds) = (query, text, holds) }
    var testDescription: String { "\(query) / \(text)" }
  }

  @Test(arguments: [
    // Phrases ignore case, hyphens and possessives; the last word also matches in the plural.
    Case("missile shield", "The Missile Shield was built.", true),
    Case("missile shield", "Two missile shields were built.", true),
    Case("missile shield", "A missile-shield for all.", true),
    Case("missile shield", "The shield against missiles.", false),
    Case("ferry", "Two ferries sank.", true),
    Case(#""missile shield""#, "Two missile shields were built.", false),
    Case(#""missile shield""#, "The missile shield's radar.", true),
    // Families and wildcards.
    Case("~build reactor", "They built reactors.", true),
    Case("~build", "They are building.", true),
    Case("~build", "The builder came.", false),
    Case("decommission*", "The decommissioning fund", true),
    Case("decommission*", "the commission", false),
    Case("enrich* uranium", "Enriched uranium was found.", true),
    // Case.
    Case("=SALT", "The SALT talks", true),
    Case("=SALT", "Salt was spread.", false),
    Case("=\"Zorblax & Noble\"", "Zorblax and Noble fell.", true),
    Case("=\"Zorblax and Noble\"", "Zorblax & Noble fell.", true),
    Case("=\"Zorblax and Noble\"", "Zorblax & noble deeds", false),
    Case("=SALT", "no salt here", false),
    // Booleans.
    Case("oil OR gas", "gas was found", true),
    Case("oil, gas", "gas was found", true),
    Case("oil AND gas", "gas was found", false),
    Case("oil AND gas", "gas was found. So was oil.", true),
    Case("oil NOT palm oil", "palm oil", false),
    Case("oil AND NOT palm oil", "crude oil", true),
    Case("oil AND (gas OR coal) NOT wind", "oil, coal", true),
    Case("oil AND (gas OR coal) NOT wind", "oil, coal, wind", false),
    Case("a OR b AND c", "a", true),
    // Distance: adjacent words have the distance 1, and matches never cross the end of a paragraph.
    Case("reactor NEAR/1 leak", "a reactor leak", true),
    Case("reactor NEAR/2 leak", "the leak, in a reactor", false),
    Case("reactor NEAR/3 leak", "the leak, in a reactor", true),
    Case("reactor NEAR/9 leak", "the reactor ran.\nthe leak was small", false),
    Case("reactor ONEAR/5 leak", "the leak in a reactor", false),
    Case("reactor ONEAR/5 leak", "the reactor had a leak", true),
    Case("(oil, gas) NEAR/3 (field, well)", "a gas well", true),
    // Scopes.
    Case("sentence:(oil AND gas)", "Oil was found. Gas was not.", false),
    Case("sentence:(oil AND gas)", "Gold was found. Oil and gas were not.", true),
    Case("paragraph:(oil AND gas)", "Oil was found. Gas was not.", true),
    Case("paragraph:(oil AND gas)", "Oil was found.\nGas was not.", false),
    Case("title:oil", "Oil was found.", false),
    Case("lead:oil", "Oil was found.\nNothing else.", true),
    Case("lead:oil", "Nothing.\nOil was found.", false),
    // A line too short for the first paragraph of a story is a date or a name.
    Case("lead:oil", "19 April 2024\nThe men who drilled by the lake found oil at last.\nNo end.", true),
    Case("lead:oil", "19 April 2024\nThe men who drilled by the lake went home at last.\nNo oil.", false),
    // In a text without paragraphs, only the beginning is the lead.
    Case("lead:oil", String(repeating: "The men drilled on. ", count: 14) + "They found oil.", true),
    Case("lead:oil", String(repeating: "The men drilled on. ", count: 16) + "They found oil.", false),
    Case("body:oil", "Nothing.\nOil was found.", true),
    // Counts.
    Case("ATLEAST/2(oil)", "oil here", false),
    Case("ATLEAST/2(oil)", "oil here and oil there", true),
    Case("DISTINCT/2(oil, gas, coal)", "oil, oil, oil", false),
    Case("DISTINCT/2(oil, gas, coal)", "coal, oil", true),
    // Layout: line ends inside brackets and after operators have no meaning; "# " begins a comment.
    Case("(oil,\n gas,\n)", "gas", true),
    Case("oil AND\n gas", "gas", false),
    Case("oil # the fuel\ngas", "gas", true),
  ])
  func holds(_ item: Case) throws {
    let set = try query(item.query.replacing("a OR b AND c", with: "alpha OR beta AND gamma"))
    #expect(set.holds(item.text == "a" ? "alpha" : item.text) == item.holds)
  }

  @Test func weightsAddUpToTheThreshold() throws {
    let set = try topicSet(
      """
      threshold: 3
      rules: |
        title:oil ^2
        barrel ^1.5
        TIMES/3(crude) ^0.5
        EACH/2(opec, iea, brent)
        palm ^-2
      """)
    #expect(set.assign("crude, crude", title: "Oil").map(\.score) == [3])
    #expect(set.assign("crude", title: "Oil").isEmpty)
    #expect(set.assign("crude crude crude crude crude; a barrel").map(\.score) == [3])
    #expect(set.assign("OPEC, IEA, Brent; a barrel").map(\.score) == [3.5])
    #expect(set.assign("OPEC, IEA, Brent; a barrel of palm oil").isEmpty)
  }

  /// The score of a story of 600 words that begins with this lead and body.
  private func score(_ set: TopicSet, _ lead: String, _ body: String = "", title: String? = nil) -> Double? {
    let written = [title ?? "", lead, body].joined(separator: " ").split(separator: " ").count
    let rest = Array(repeating: "word", count: 600 - written).joined(separator: " ")
    return set.assign("\(lead)\n\(body) \(rest)", title: title).first?.score
  }

  private static let lead = "The first paragraph of the story has nine words."

  @Test func aboutCountsTitleLeadAndMentions() throws {
    let set = try topicSet("about: reactor")
    let other = "The first paragraph names a reactor in nine words."
    #expect(score(set, Self.lead, title: "Reactor stopped") == 3.5)
    #expect(score(set, other) == nil)
    #expect(score(set, other, "A reactor.") == 3)
    #expect(score(set, Self.lead, "reactor reactor reactor reactor reactor") == nil)
    #expect(score(set, Self.lead, "reactor reactor reactor reactor reactor reactor") == 3)
    // Up to 150 words, one mention counts as two.
    #expect(set.assign(other).map(\.score) == [3])
  }

  @Test func signsNeedTitleOrLead() throws {
    let set = try topicSet("about: influenza\nsigns: hospital, doctor")
    let other = "The first paragraph names a hospital in nine words."
    #expect(score(set, Self.lead, title: "Hospital to close") == nil)
    #expect(score(set, Self.lead, "A doctor.", title: "Hospital to close") == nil)
    #expect(score(set, Self.lead, "A doctor, a hospital.", title: "Hospital to close") == 3)
    #expect(score(set, other, "A doctor, a hospital.") == nil)
    #expect(score(set, other, "A doctor, a hospital, a doctor.") == 3)
    #expect(score(set, Self.lead, "doctor doctor doctor doctor doctor doctor doctor doctor") == nil)
    #expect(score(set, "The first paragraph names a hospital and also influenza here.") == 4)
    #expect(set.assign(other).isEmpty)
    #expect(set.assign("A doctor left the hospital.").map(\.score) == [3])
  }

  @Test func mentionsCountByTheLengthOfTheText() throws {
    let set = try topicSet("threshold: 3\nrules: OFTEN/3(reactor)")
    func score(mentions: Int, words: Int) -> Double? {
      let text = Array(repeating: "reactor", count: mentions) + Array(repeating: "word", count: words - mentions)
      return set.assign(text.joined(separator: " ")).first?.score
    }
    #expect(score(mentions: 2, words: 600) == nil)
    #expect(score(mentions: 3, words: 600) == 3)
    #expect(score(mentions: 9, words: 600) == 3)
    // A text with four times the words needs twice the mentions.
    #expect(score(mentions: 5, words: 2400) == nil)
    #expect(score(mentions: 6, words: 2400) == 3)
    // A text with a quarter of the words needs half of them, and a shorter one no fewer.
    #expect(score(mentions: 1, words: 150) == nil)
    #expect(score(mentions: 2, words: 150) == 3)
    #expect(score(mentions: 1, words: 20) == nil)
    #expect(score(mentions: 2, words: 20) == 3)
  }

  @Test func evidenceHasByteOffsets() throws {
    let set = try topicSet("threshold: 2\nrules: |\n  title:accord ^2\n  missile NEAR/3 talks ^1.5")
    let found = set.assign("Für heute: missile defence talks.", title: "An accord")
    #expect(
      found == [
        TopicAssignment(
          id: "t", score: 3.5, threshold: 2,
          evidence: [
            .init(term: "accord", weight: 2, start: 3, end: 9, zone: .title),
            .init(term: "missile NEAR/3 talks", weight: 1.5, start: 12, end: 33, zone: .body),
          ])
      ])
  }

  @Test func teasersDoNotCount() throws {
    let set = try query("uranium")
    let page = Document(
      source: "d",
      blocks: [
        Block(zone: .body, text: "The talks went on.", reason: ""),
        Block(zone: .teaser, text: "Uranium contract signed", reason: ""),
      ])
    #expect(set.assign(ScannedDocument(page), mentions: []).isEmpty)
  }

  @Test(arguments: [
    ("uranium", true), ("@org.nato", true), ("@org.nato NEAR/3 uranium", true),
    ("sentence:(@org.nato AND uranium)", true),
    ("body:uranium", false), ("body:@org.nato", false), ("lead:uranium", false), ("title:uranium", false),
    // The mention in the caption has the same offset as "talks" in the text.
    ("@org.nato NEAR/3 talks", false), ("sentence:(@org.nato AND talks)", false), ("uranium NEAR/30 stocks", false),
  ])
  func captionsCountSeparately(_ query: String, holds: Bool) throws {
    let nato = Entity(id: "org.nato", type: .organisation, kind: "alliance", name: "NATO")
    let set = try topicSet("rules: '\(query)'", entities: [nato])
    let page = Document(
      source: "d",
      blocks: [
        Block(zone: .lead, text: "The talks went on.", reason: ""),
        Block(zone: .body, text: "Then came the stocks.", reason: ""),
        Block(zone: .caption, text: "The NATO uranium store.", reason: ""),
      ])
    let mention = Mention(
      type: .organisation, entity: "org.nato", name: "NATO", surface: "NATO", start: 4, end: 8, zone: .caption,
      rule: MentionRule(.stored(""))
    )
    #expect(set.assign(ScannedDocument(page), mentions: [mention]).isEmpty != holds)
  }

  @Test func evidenceOfACaptionComesLast() throws {
    let page = Document(
      source: "d",
      blocks: [
        Block(zone: .caption, text: "Uranium.", reason: ""), Block(zone: .body, text: "The uranium store.", reason: ""),
      ])
    let found = try query("uranium").assign(ScannedDocument(page), mentions: [])
    #expect(
      found.flatMap(\.evidence) == [
        .init(term: "uranium", weight: 1, start: 4, end: 11, zone: .body),
        .init(term: "uranium", weight: 1, start: 0, end: 7, zone: .caption),
      ])
  }

  @Test func rulesReferToSharedTermsAndTopics() throws {
    let set = try TopicSet(
      texts: [
        ("a.yaml", "terms:\n  fuels: oil, coal\ntopics:\n  - id: fuel\n    rules: $fuels\n"),
        (
          "b.yaml", "topics:\n  - id: grain\n    rules: '#wheat, $fuels NEAR/2 crop'\n  - id: wheat\n    rules: wheat\n"
        ),
      ], entities: EntityKinds([]))
    #expect(set.assign("Wheat and coal.").map(\.id) == ["fuel", "grain", "wheat"])
    #expect(set.assign("Coal.").map(\.id) == ["fuel"])
  }

  @Test func entitiesAreOperands() throws {
    let nato = Entity(id: "org.nato", type: .organisation, kind: "alliance", name: "NATO")
    let russia = Entity(id: "country.ru", type: .country, kind: "country", name: "Russia", country: "RU")
    func set(_ query: String) throws -> TopicSet {
      try topicSet("rules: '\(query)'", entities: [nato, russia])
    }
    let text = "The alliance met in Moscow."
    let mentions = [
      Mention(
        type: .organisation, entity: "org.nato", name: "NATO", surface: "The alliance", start: 0, end: 12, zone: .body,
        rule: MentionRule(.stored("reference"))),
      Mention(
        type: .place, entity: "place.moscow", name: "Moscow", surface: "Moscow", start: 20, end: 26, zone: .body,
        rule: MentionRule(.stored("")),
        country: "RU"),
    ]
    for query in [
      "@org.nato", "@type:organisation", "@kind:alliance", "@country", "@country.ru", "@org.nato NEAR/3 @country.ru",
    ] {
      #expect(try set(query).assign(text, mentions: mentions).count == 1, "\(query)")
      #expect(try set(query).assign(text).isEmpty, "\(query)")
    }
    var rejected = mentions
    rejected[0].rejection = .init(kind: .vetoed, detail: "", step: "veto-surfaces")
    #expect(try set("@org.nato").assign(text, mentions: rejected).isEmpty)
  }

  @Test func vetoesRemoveWhatIsInTheirScope() throws {
    func set(_ scope: String) throws -> TopicSet {
      try topicSet("rules: iron\nvetoes:\n  - \(scope): iron curtain")
    }
    let other = "The iron curtain fell. Iron rose.\nIron again."
    #expect(try set("span").holds(other))
    #expect(try !set("span").holds("The iron curtain fell."))
    #expect(try set("sentence").holds(other))
    #expect(try !set("sentence").holds("The iron curtain and iron ore."))
    #expect(try !set("paragraph").holds("The iron curtain fell. Iron rose."))
    #expect(try set("paragraph").holds(other))
    #expect(try !set("document").holds(other))
    #expect(try !set("lead").holds(other))
    #expect(try set("lead").holds("Iron rose.\nThe iron curtain fell."))
    #expect(try set("title").holds(other))
    #expect(try !set("title").holds("Iron rose.", title: "Iron Curtain"))
  }

  @Test func requireMustAlsoMatch() throws {
    let set = try topicSet("rules: franc\nrequire: exchange rate, dealers")
    #expect(!set.holds("The franc."))
    #expect(set.holds("The franc, dealers said."))
  }

  @Test func modalityComesFromTheSentence() throws {
    let cues = """
      modality:
        hoped: hope, hopes
        agreed: agreed, agree
        denied: denied
      """
    func modality(_ text: String, title: String? = nil) throws -> String? {
      let set = try topicSet("rules: accord\nmodality: true", terms: cues + "\n")
      return set.assign(text, title: title).first?.modality
    }
    #expect(try modality("x", title: "NATO hopes for accord") == "hoped")
    #expect(try modality("They agreed on the accord.") == "agreed")
    #expect(try modality("He denied that they hope for an accord.") == "denied")
    #expect(try modality("They agreed. The accord is old.") == nil)
    #expect(try modality("The firm that hopes to grow in the north agreed to the accord.") == "agreed")
    #expect(try modality("They hope to have agreed an accord by June.") == "hoped")
    #expect(try modality("They agreed an accord that the firm hopes for.") == "agreed")
    #expect(try modality("The accord is old. Both hope for a second accord.") == "hoped")
  }

  @Test func explanationShowsWhatFailed() throws {
    let set = try topicSet("threshold: 2\nrules: |\n  sentence:(oil AND gas) ^2\n  coal")
    let scanned = ScannedDocument(document("Oil rose. Gas fell."))
    let explanation = try #require(set.explain("t", scanned, mentions: []))
    #expect(!explanation.isAssigned)
    #expect(explanation.reason == "score 0 is below the threshold 2")
    #expect(explanation.clauses.map(\.holds) == [false, false])
    // The text contains both words, but not in one sentence.
    #expect(explanation.clauses[0].parts.map(\.isElsewhere) == [true])
    #expect(explanation.clauses[0].parts[0].parts.map(\.text) == ["oil", "gas"])
    #expect(explanation.clauses[0].parts[0].parts.map(\.found).map { $0.map(\.start) } == [[0], [10]])
    #expect(set.explain("nothing", scanned, mentions: []) == nil)
  }

  @Test func variantsCanBeListed() throws {
    let set = try query("~build, ferry, \"as is\", wave*")
    let expanded = try #require(set.expanded("t"))
    #expect(expanded.map(\.term) == ["~build", "ferry", "\"as is\"", "wave*"])
    #expect(
      expanded.map(\.variants) == [
        ["build", "builds", "built", "building"], ["ferry", "ferries"], ["as is"], ["wave*"],
      ])
  }

  /// The title of an alert is all that there is of it.
  @Test func theTitleOfADocumentWithoutTextIsItsLead() throws {
    #expect(try query("lead:accord").holds("", title: "Accord near"))
    #expect(try !query("lead:accord").holds("The ministers met.", title: "Accord near"))
    // A sign needs other mentions, and the lead is none.
    #expect(try !topicSet("signs: accord").holds("", title: "Accord near"))
  }
}
