import ExtractionTestSupport
import NewsModel
import Testing

/// Which country's body "Congress" or "the Supreme Court" is, according to the words next to the name or else to the
/// document's country.
@Suite struct NationalBodiesTests {
  private func bodies(_ text: String, dateline: String? = nil) throws -> [String] {
    try Shipped.analyse(text, dateline: dateline).mentions
      .filter { $0.rejection == nil && $0.type == .organisation }
      .map { "\($0.surface): \($0.entity) \($0.country ?? "")" }
  }

  @Test(arguments: [
    // The country is next to the name.
    ("In Brasilia, Congress passed the bill.", ["Congress: org~congress BR"]),
    ("The Senate in Manila approved the treaty.", ["Senate: org~senate PH"]),
    ("Ghana's FDA banned the syrup.", ["FDA: org~fda GH"]),
    (
      "The Defence Ministry in Moscow spoke. The Defence Ministry in Kyiv denied it.",
      ["Defence Ministry: org.ministry-of-defence-ru RU", "Defence Ministry: org.ministry-of-defence-ua UA"]
    ),
    ("Ukraine's National Guard held the town.", ["National Guard: org.national-guard-of-ukraine UA"]),
    // The document is about the country.
    (
      "Iran and Iranian voters waited. The Foreign Ministry spoke.",
      ["Foreign Ministry: org.ministry-of-foreign-affairs-ir IR"]
    ),
    ("Canadian senators met in Ottawa. The Senate passed the budget.", ["Senate: org~senate CA"]),
    ("The Congress won 99 seats in India, Indians heard in New Delhi.", ["Congress: org.congress-party IN"]),
    // With two countries in conflict, the body is unknown.
    ("Russia and Ukraine fought. The Foreign Ministry spoke.", ["Foreign Ministry: org~foreign-ministry "]),
    // The body that the text has named in full is meant. An army in a country is seldom that country's own.
    (
      "The Nigerian Army spoke. The Army left Brussels in Belgium, Belgians said.",
      ["Nigerian Army: org.army-ng NG", "Army: org.army-ng NG"]
    ),
    ("He served in the Army in Korea.", ["Army: org~army "]),
    // Congress remains the American one if there is any other evidence for its country.
    ("Congress rebuked Iran, Iranians and Tehran, Washington heard.", ["Congress: org.united-states-congress US"]),
    ("Congress passed the bill.", ["Congress: org.united-states-congress US"]),
  ])
  func meansTheRightBody(text: String, expected: [String]) throws {
    #expect(try bodies(text) == expected)
  }

  @Test func aDatelineAbroadIsEvidenceForItsCountry() throws {
    #expect(try bodies("Congress passed the bill.", dateline: "MEXICO CITY, Feb 3") == ["Congress: org~congress MX"])
  }

  @Test func theRuleNamesTheEvidence() throws {
    let mentions = try Shipped.analyse("The Senate in Manila approved the treaty.").mentions
    let senate = mentions.first { $0.surface == "Senate" && $0.rejection == nil }
    #expect(senate?.rule.bodyCountry == .init(evidence: .beside, country: "PH"))
    #expect(senate?.rule.description.hasSuffix(" (beside: PH)") == true)
  }
}
