import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// Where names begin and end, and which words are no part of one, with the shipped dictionaries and patterns.
@Suite struct NameBoundariesTests {
  @Test(arguments: [
    // People consist of names.
    (
      "The Mario Pump was shut. The Maria Corrective Action was late.",
      "The Mario Pump was shut. The Maria Corrective Action was late."
    ),
    ("They met ⟦person~maria-garcia:Maria Garcia⟧ QC there.", nil),
    (
      "It was built for Mark II plants. Inspector QRST metered it.",
      "It was built for Mark II plants. Inspector QRST metered it."
    ),
    ("The model Series B, 1154, was old.", "The model Series B, 1154, was old."),
    (
      "He met ⟦person~maria-garcia:Maria Garcia⟧-backed firms, and ⟦person~john-smith:John Smith⟧ - a miller - too.",
      nil
    ),
    // An everyday word is a last name if its bearer speaks.
    ("It was ⟦person~jaap-gauge:Jaap Gauge⟧ who left. Mr ⟦person~jaap-gauge:Gauge⟧ said so.", nil),
    // Two names, divided by the possessive.
    ("⟦org~zorblax:Zorblax Corp⟧'s ⟦org~steel-division:Steel Division⟧ was sold.", nil),
    ("⟦country.kr:South Korea⟧'s ⟦org~south-korea-mill-safety-agency:Mill Safety Agency⟧ agreed.", nil),
    ("They met the Bank's ⟦org~zorblax-policy-committee:Zorblax Policy Committee⟧ there.", nil),
    // The legal form and the kind of a plant belong to a listed name.
    ("⟦org.boeing:Boeing, Inc⟧ and ⟦org.sears-roebuck:Sears, Roebuck and Co⟧ agreed.", nil),
    ("It was shut at ⟦fac.braidwood:Braidwood Station⟧ then.", nil),
    // Rooms and teams of everyday words are no organisations, unless they are those of somebody.
    (
      "The Emergency Support Center (ESC) was shut. The ESC was warm.",
      "The Emergency Support Center (ESC) was shut. The ESC was warm."
    ),
    ("The ⟦org~westmark-support-center:Westmark Support Center⟧ was shut.", nil),
    ("The Main Rinse Board was shut.", "The Main Rinse Board was shut."),
    (
      "The Zorblax Technical Support Center (TSC) was shut. The TSC was warm.",
      "The Zorblax Technical Support Center (TSC) was shut. The TSC was warm."
    ),
    ("They lived in ⟦place.las-vegas-us:Las Vegas⟧, ⟦place.nevada-us-region:NV⟧ then.", nil),
    // A company form does not begin with a country, and an office is not its body.
    ("They met the Safety Officer of ⟦org~zorblax-mills:Zorblax Mills Inc⟧ there.", nil),
    // The name of a town or a company within that of another place.
    (
      "They met in New Palermo then.", "They met in New Palermo then."
    ),
    ("They walked through Eaton Canyon then.", "They walked through Eaton Canyon then."),
    // Contests, documents, models and people that contain a listed name.
    ("He won the Heineken Cup and the Europa League there.", "He won the Heineken Cup and the Europa League there."),
    ("It was written in NATO 07-07 and on #NATO-200.", "It was written in NATO 07-07 and on #NATO-200."),
    ("The signs <ROK> and <BNPP.P> rose.", "The signs <ROK> and <BNPP.P> rose."),
    ("It was bought by Zara Kay then.", "It was bought by Zara Kay then."),
    // A phrase in lower case explains an acronym of the dictionary, in brackets of either kind.
    (
      "The uninterruptible power supply (UPS) failed. A UPS was bought.",
      "The uninterruptible power supply (UPS) failed. A UPS was bought."
    ),
    ("The UPS [uninterruptible power supply] failed.", "The UPS [uninterruptible power supply] failed."),
    ("The Operations Department agreed.", "The Operations Department agreed."),
    ("The ⟦org~westmark-administration:Westmark administration⟧ agreed.", nil),
    // A person, a party and an everyday word before the name of a body; the article of a newspaper.
    ("They spoke about Garcia's ⟦org~supreme-court:Supreme Court⟧ there.", nil),
    ("Landmark ⟦org~supreme-court:Supreme Court⟧ rulings came.", nil),
    ("The Republican ⟦org.united-states-senate:Senate⟧ met.", nil),
    ("They met Jaap Garcia of ⟦org.boston-university:Boston University⟧ there.", nil),
    ("They read The ⟦org.washington-times:Washington Times⟧ there.", nil),
    ("The ⟦org~fourth-air-force:Fourth Air Force⟧ met.", nil),
    // The party and the ministry of a country, by their bare names.
    ("The ⟦org.liberal-party-of-australia:Australian Liberal Party⟧ agreed.", nil),
    ("The ⟦org.hm-treasury:U.K. Treasury⟧ agreed.", nil),
    // What a text adds to the name of a listed company, except to a short form of one word.
    ("It was bought by ⟦org.morgan-stanley:Morgan Stanley Group⟧ there.", nil),
    ("It was sold to ⟦org~fairchild-industries:Fairchild Industries⟧ there.", nil),
    // A county of the United States is not the town of its name; a label is no county.
    ("They met in ⟦place~westchester-county:Westchester County⟧ then.", nil),
    // Two names, and a name before a country.
    ("It was bought by ⟦org.boeing:Boeing⟧ and ⟦org~zorblax-blue:Zorblax Blue Corp⟧ there.", nil),
    ("The staff of the ⟦org.bank-of-england:Bank of England⟧ and ⟦country.us:U.S.⟧ regulators met.", nil),
    ("Shares of ⟦org~zorblax-steel-corp-of-america:Zorblax Steel Corp of America⟧ rose.", nil),
    // Only bodies have acronyms that are organisations.
    (
      "The Zorblax Rinse Fluoride (ZRF) leaked. The ZRF was sold.",
      "The Zorblax Rinse Fluoride (ZRF) leaked. The ZRF was sold."
    ),
  ])
  func namesEndWhereTheyEnd(marked: String, expected: String?) throws {
    let text = marked.replacing(/⟦[^:]*:|⟧/, with: "")
    #expect(try Shipped.mark(text) == expected ?? marked)
  }

  /// In capitals, the words of a body's name are not told from the others, so the text must name it too.
  @Test func bodiesInCapitalTitlesAreNamedInTheText() throws {
    func bodies(_ title: String, _ text: String) throws -> [String] {
      try Shipped.analyse(text, title: title).mentions.filter { $0.zone == .title && $0.rejection == nil }.map(
        \.surface)
    }
    let title = "AGENCY FOR ZORBLAX VALVES SHUTS MILL"
    #expect(try bodies(title, "The mill was shut.") == [])
    #expect(
      try bodies(title, "The mill was shut by the Agency for Zorblax Valves.") == ["AGENCY FOR ZORBLAX VALVES"])
  }

  @Test(arguments: [
    // The initials of a full name, also without its legal form.
    "The ⟦org~zorblax-milling-trust-of-westmark:Zorblax Milling Trust of Westmark⟧ met. ⟦org~zorblax-milling-trust-of-westmark:ZMTW⟧ agreed.",
    // A newspaper that the text has named.
    "The ⟦org.los-angeles-times:Los Angeles Times⟧ wrote so. ⟦org.los-angeles-times:The Times⟧ was right.",
    // A last name behind another first name is another person.
    "It was ⟦person~maria-westmark:Maria Westmark⟧. Her son, ⟦person~zorb-westmark:Zorb Westmark⟧, left.",
    // An acronym in square brackets.
    "The ⟦org~westmark-mill-safety-board:Westmark Mill Safety Board⟧ [⟦org~westmark-mill-safety-board:WMSB⟧] met.",
    // Parts of one longer name.
    "He joined the ⟦org~fairlawn-ethics-commission:Fairlawn Ethics Commission⟧. The ⟦org~fairlawn-ethics-commission:Ethics Commission⟧ met.",
    "He joined the ⟦org~unity-party-of-zorbland:Unity Party of Zorbland⟧. The ⟦org~unity-party-of-zorbland:Unity Party⟧ met.",
    "It was ⟦person~maria-westmark:Maria Westmark⟧. They met the team and ⟦person~maria-westmark:M Westmark⟧, and others.",
    // A last name of two words, and a full name without its middle name.
    "They met ⟦person~robert-kilroy-smith:Robert Kilroy-Smith⟧. Later ⟦person~robert-kilroy-smith:Kilroy-Smith⟧ left.",
    "They met ⟦person~maria-zorblax-westmark:Maria Zorblax Westmark⟧. ⟦person~maria-zorblax-westmark:Maria Westmark⟧ left.",
    // Initials with the words between them.
    "They met the ⟦org.bank-of-england:Bank of England⟧. The ⟦org.bank-of-england:BoE⟧ agreed.",
    "⟦org.cable-and-wireless:Cable and Wireless Plc⟧ rose, and ⟦org.cable-and-wireless:C and W⟧ agreed.",
    // The last word of a name.
    "The ⟦org~zorblax-stock-exchange:Zorblax Stock Exchange⟧ met. They said the ⟦org~zorblax-stock-exchange:Exchange⟧ was shut.",
    "The ⟦org.los-angeles-times:Los Angeles Times⟧ wrote so. He told the ⟦org.los-angeles-times:Times⟧ more.",
    // Bodies of states and towns.
    "The ⟦org~wisconsin-supreme-court:Wisconsin Supreme Court⟧ met. The ⟦org~wisconsin-supreme-court:Supreme Court⟧ agreed.",
    "The ⟦org~texas-senate:Texas Senate⟧ met. The ⟦org~texas-senate:Senate⟧ agreed.",
    "The ⟦org.united-states-senate:Senate⟧ met. The ⟦org~texas-senate:Texas Senate⟧ met. The ⟦org.united-states-senate:Senate⟧ left.",
    "The ⟦org~ohio-department-of-transportation:Ohio Department of Transportation⟧ met. The ⟦org~ohio-department-of-transportation:Department of Transportation⟧ agreed.",
    // The House beside the Senate.
    "The ⟦org.united-states-senate:Senate⟧ and ⟦org.united-states-house-of-representatives:House⟧ agreed.",
    // A plant that the text has named in full.
    "The ⟦fac.limerick:Limerick nuclear power plant⟧ was shut. Nobody at ⟦fac.limerick:Limerick⟧ was hurt.",
  ])
  func namesMeanTheLongerOne(marked: String) throws {
    let text = marked.replacing(/⟦[^:]*:|⟧/, with: "")
    #expect(try Shipped.mark(text) == marked)
  }
}
