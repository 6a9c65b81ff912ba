import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// The names in whole sentences with the shipped dictionaries, and similar words that are not names.
@Suite struct NamesBothWaysTests {
  @Test(arguments: [
    // In text in capitals, names of several words and short names that are not words are found.
    (
      "NATO AND RUSSIA AGREE ON MISSILES IN POLAND",
      "⟦org.nato:NATO⟧ AND ⟦country.ru:RUSSIA⟧ AGREE ON MISSILES IN ⟦country.pl:POLAND⟧"
    ),
    ("WHO WARNS TURKEY OVER FLU IN IRAN", "WHO WARNS ⟦country.tr:TURKEY⟧ OVER FLU IN ⟦country.ir:IRAN⟧"),
    ("IAEA Warns Iran Over Fuel", "⟦org.iaea:IAEA⟧ Warns ⟦country.ir:Iran⟧ Over Fuel"),
    // ... and verbs are not part of them.
    ("BANK OF FRANCE SELLS FUNDS AS RATES RISE", "⟦org.bank-of-france:BANK OF FRANCE⟧ SELLS FUNDS AS RATES RISE"),
    (
      "WESTMARK BANK SEEN TO BUY ZORBLAX INC",
      // A body needs the text beside the title, a company has its legal form.
      "WESTMARK BANK SEEN TO BUY ⟦org~zorblax:ZORBLAX INC⟧"
    ),
    // In headline case, a capital alone is no evidence for a name.
    ("Nato Warns Russia Over Missiles", "⟦org.nato:Nato⟧ Warns ⟦country.ru:Russia⟧ Over Missiles"),
    ("Iran Seeks Help From The Union", "⟦country.ir:Iran⟧ Seeks Help From The Union"),
    ("Hot Summer Turns Turkey Farms Into Dust Bowl", "Hot Summer Turns ⟦country.tr:Turkey⟧ Farms Into Dust Bowl"),
    ("Wolves And Wasps Threaten Mountain Farms", "Wolves And Wasps Threaten Mountain Farms"),
  ])
  func findsNamesInHeadlines(title: String, expected: String) throws {
    #expect(try Shipped.mark(title, Shipped.analyse("Text.", title: title).mentions) { $0 == .title } == expected)
  }

  @Test(arguments: [
    // Possessives and plurals.
    (
      "Zorblax Drilling Corp opened a well. Zorblax's well is deep. Zorblax' shares rose.",
      "⟦org~zorblax-drilling:Zorblax Drilling Corp⟧ opened a well. ⟦org~zorblax-drilling:Zorblax⟧'s well is deep. ⟦org~zorblax-drilling:Zorblax⟧' shares rose."
    ),
    (
      "The Westinghouse Electric Company built it. Westinghouse’s plant runs.",
      "The ⟦org.westinghouse-electric-company:Westinghouse Electric Company⟧ built it. ⟦org.westinghouse-electric-company:Westinghouse⟧’s plant runs."
    ),
    ("Georgians and Russians' wives met.", "⟦country.ge:Georgians⟧ and ⟦country.ru:Russians⟧' wives met."),
    ("NATO's members met.", "⟦org.nato:NATO⟧'s members met."),
    // Two names joined by a word, or one in the possessive before the other.
    (
      "Merrill Lynch and Zorblax Securities agreed.",
      "⟦org.merrill-lynch:Merrill Lynch⟧ and ⟦org~zorblax-securities:Zorblax Securities⟧ agreed."
    ),
    (
      "The University of Zorblax and Fairlawn State University agreed.",
      "The ⟦org~university-of-zorblax:University of Zorblax⟧ and ⟦org~fairlawn-state-university:Fairlawn State University⟧ agreed."
    ),
    (
      "Fairlawn High School and Zorblax Model School, Zorblax Ltd and Fairlawn Steel Ltd agreed.",
      "⟦org~fairlawn-high-school:Fairlawn High School⟧ and ⟦org~zorblax-model-school:Zorblax Model School⟧, ⟦org~zorblax:Zorblax Ltd⟧ and ⟦org~fairlawn-steel:Fairlawn Steel Ltd⟧ agreed."
    ),
    (
      "Talks with the International Monetary Fund and World Bank went on; Air Products and Chemicals Inc fell.",
      "Talks with the ⟦org.imf:International Monetary Fund⟧ and ⟦org.world-bank:World Bank⟧ went on; ⟦org.air-products-and-chemicals:Air Products and Chemicals Inc⟧ fell."
    ),
    (
      "The contract is for the Emirates Nuclear Energy Corporation.",
      "The contract is for the ⟦org.enec:Emirates Nuclear Energy Corporation⟧."
    ),
    (
      "The Bank of Japan and Bank of England agreed.",
      "The ⟦org.bank-of-japan:Bank of Japan⟧ and ⟦org.bank-of-england:Bank of England⟧ agreed."
    ),
    (
      "The Department of Rivers, and Office for Mines agreed; so did John Wiley and Sons Ltd.",
      "The ⟦org~department-of-rivers:Department of Rivers⟧, and ⟦org~office-for-mines:Office for Mines⟧ agreed; so did ⟦org~john-wiley-and-sons:John Wiley and Sons Ltd⟧."
    ),
    ("Zorblax Steel and Mfg Co agreed.", "⟦org~zorblax-steel-and-mfg:Zorblax Steel and Mfg Co⟧ agreed."),
    (
      "Zorblax Corp's American Airlines flew.",
      "⟦org~zorblax:Zorblax Corp⟧'s ⟦org.american-airlines:American Airlines⟧ flew."
    ),
    ("The Zorblax People's Congress met.", "The ⟦org~zorblax-people-congress:Zorblax People's Congress⟧ met."),
    (
      "France's Nuclear Safety Authority agreed; Libya's National Oil Corporation did not.",
      "⟦country.fr:France⟧'s ⟦org.asn:Nuclear Safety Authority⟧ agreed; ⟦country.ly:Libya⟧'s ⟦org.libyan-national-oil-corporation:National Oil Corporation⟧ did not."
    ),
    // People with organisations, an article, a weekday.
    (
      "Robert Westmark of Zorblax Securities Inc met Professor Maria Westmark of Fairlawn University.",
      "⟦person~robert-westmark:Robert Westmark⟧ of ⟦org~zorblax-securities:Zorblax Securities Inc⟧ met Professor ⟦person~maria-westmark:Maria Westmark⟧ of ⟦org~fairlawn-university:Fairlawn University⟧."
    ),
    (
      "Bank of Japan Governor Robert Westmark and Ministry of Mines Deputy Administrator John Westmark left.",
      "⟦org.bank-of-japan:Bank of Japan⟧ Governor ⟦person~robert-westmark:Robert Westmark⟧ and ⟦org~ministry-of-mines:Ministry of Mines⟧ Deputy Administrator ⟦person~john-westmark:John Westmark⟧ left."
    ),
    (
      "The General Assembly heard General Westmark.",
      "The ⟦org~general-assembly:General Assembly⟧ heard General ⟦person~westmark:Westmark⟧."
    ),
    (
      "A Fairlawn Ministry spokesman spoke. A.B. Zorblax Co sold all.",
      "A ⟦org~fairlawn-ministry:Fairlawn Ministry⟧ spokesman spoke. ⟦org~ab-zorblax:A.B. Zorblax Co⟧ sold all."
    ),
    (
      "The Ministry of Rivers on Monday said so, and on Friday Zorblax Corp too.",
      "The ⟦org~ministry-of-rivers:Ministry of Rivers⟧ on Monday said so, and on Friday ⟦org~zorblax:Zorblax Corp⟧ too."
    ),
    // The place and owner of an institution, and a city, are not organisations.
    (
      "The Zorblax County Police came to Zorblax County. He lives in Westmark City.",
      "The ⟦org~zorblax-county-police:Zorblax County Police⟧ came to Zorblax County. He lives in Westmark City."
    ),
    (
      "The Zorblax Steward's Office wrote. A Zorblax Steward answered.",
      "The ⟦org~zorblax-steward-office:Zorblax Steward's Office⟧ wrote. A Zorblax Steward answered."
    ),
    (
      "The House of Westmark Library opened. The House of Westmark met. Robert Zorblax Inc lost; Robert Zorblax fell.",
      "The ⟦org~house-of-westmark-library:House of Westmark Library⟧ opened. The ⟦org~house-of-westmark:House of Westmark⟧ met. ⟦org~robert-zorblax:Robert Zorblax Inc⟧ lost; ⟦org~robert-zorblax:Robert Zorblax⟧ fell."
    ),
    // An acronym is resolved to its definition in the text.
    (
      "The General Agreement on Trade and Tariffs (GATT) failed. A Safe Shutdown Earthquake (SSE) came; the SSE passed.",
      "The General Agreement on Trade and Tariffs (⟦org.gatt:GATT⟧) failed. A Safe Shutdown Earthquake (SSE) came; the SSE passed."
    ),
    (
      "A Loss of Zorblax Coolant (LZC) was feared. The LZC did not come.",
      "A Loss of Zorblax Coolant (LZC) was feared. The LZC did not come."
    ),
    (
      "The Zorblax Cooling Pump (ZCP) failed. The ZCP was mended.",
      "The Zorblax Cooling Pump (ZCP) failed. The ZCP was mended."
    ),
    (
      "Rep Org: ZORBLAX DEPARTMENT OF MINES Licensee: FAIRLAWN POWER INC City: NAIROBI",
      "Rep Org: ⟦org~zorblax-department-of-mines:ZORBLAX DEPARTMENT OF MINES⟧ Licensee: ⟦org~fairlawn-power:FAIRLAWN POWER INC⟧ City: ⟦place.nairobi-ke:NAIROBI⟧"
    ),
    // A name between two commas is part of a list only if the list continues.
    (
      "The Fairlawn Authority, Murilo Zorblax, was quoted. Reuters, Zorblax Radio, BBC asked.",
      "The ⟦org~fairlawn-authority:Fairlawn Authority⟧, Murilo Zorblax, was quoted. ⟦org.reuters:Reuters⟧, ⟦org~zorblax-radio:Zorblax Radio⟧, ⟦org.bbc:BBC⟧ asked."
    ),
    // The name of a town means its club if the text is about football.
    (
      "Chelsea won in the Premier League. He lives in Chelsea.",
      "⟦org.chelsea-f-c:Chelsea⟧ won in the ⟦org.premier-league:Premier League⟧. He lives in ⟦place.chelsea-gb:Chelsea⟧."
    ),
    (
      "Approval by shareholders at the April 24 meeting came. Zorblax Corp late Friday filed a report.",
      "Approval by shareholders at the April 24 meeting came. ⟦org~zorblax:Zorblax Corp⟧ late Friday filed a report."
    ),
    // Ford as a man and as a company.
    ("Mr Ford said he would run.", "Mr ⟦person~ford:Ford⟧ said he would run."),
    (
      "Gerald Ford pardoned him. Ford said it was right. Later Ford left.",
      "⟦person~gerald-ford:Gerald Ford⟧ pardoned him. ⟦person~gerald-ford:Ford⟧ said it was right. Later ⟦person~gerald-ford:Ford⟧ left."
    ),
    (
      "Ford Motor Co raised prices. Ford said sales rose.",
      "⟦org.ford-motor:Ford Motor Co⟧ raised prices. ⟦org.ford-motor:Ford⟧ said sales rose."
    ),
    ("Ford's plant in Ohio closed.", "⟦org.ford-motor:Ford⟧'s plant in ⟦place.ohio-us-region:Ohio⟧ closed."),
    ("They had to ford the river. Ford it here.", "They had to ford the river. Ford it here."),
    // A surname that is also a word is found only where a person can be meant.
    (
      "Mr Cook left. Cook the rice slowly. They asked Cook.",
      "Mr ⟦person~cook:Cook⟧ left. Cook the rice slowly. They asked ⟦person~cook:Cook⟧."
    ),
    (
      "Mr Summer spoke. Summer was hot. Summer said no.",
      "Mr ⟦person~summer:Summer⟧ spoke. Summer was hot. ⟦person~summer:Summer⟧ said no."
    ),
    // Countries that act, and persons and rivers with the same name.
    (
      "Jordan said it would close its embassy in Baghdad.",
      "⟦country.jo:Jordan⟧ said it would close its embassy in ⟦place.baghdad-iq:Baghdad⟧."
    ),
    ("Mr Jordan said he had seen the troops.", "Mr ⟦person~jordan:Jordan⟧ said he had seen the troops."),
    (
      "Michael Jordan scored thirty points. Jordan said he was tired.",
      "⟦person~michael-jordan:Michael Jordan⟧ scored thirty points. ⟦person~michael-jordan:Jordan⟧ said he was tired."
    ),
    ("Mali asked France for troops.", "⟦country.ml:Mali⟧ asked ⟦country.fr:France⟧ for troops."),
    ("Niger expelled the French ambassador.", "⟦country.ne:Niger⟧ expelled the ⟦country.fr:French⟧ ambassador."),
    ("Equatorial Guinea exports oil.", "⟦country.gq:Equatorial Guinea⟧ exports oil."),
    ("He bred guinea fowl. Guinea fowl are loud.", "He bred guinea fowl. Guinea fowl are loud."),
    (
      "George Washington crossed the river. Washington said he was cold.",
      "⟦person~george-washington:George Washington⟧ crossed the river. ⟦person~george-washington:Washington⟧ said he was cold."
    ),
    ("The space shuttle Columbia broke up.", "The space shuttle ⟦vessel~columbia:Columbia⟧ broke up."),
    ("British Columbia voted.", "⟦place.british-columbia-ca-region:British Columbia⟧ voted."),
    // Two listed names, the first of which is one word or follows its country.
    (
      "The IMF and World Bank met. Japan's Toshiba and Mitsubishi Heavy Industries fell.",
      "The ⟦org.imf:IMF⟧ and ⟦org.world-bank:World Bank⟧ met. ⟦country.jp:Japan⟧'s ⟦org.toshiba:Toshiba⟧ and ⟦org.mhi:Mitsubishi Heavy Industries⟧ fell."
    ),
    (
      "Fairlawn County Sheriff's Department and Westmark Police Department met.",
      "⟦org~fairlawn-county-sheriff-department:Fairlawn County Sheriff's Department⟧ and ⟦org~westmark-police-department:Westmark Police Department⟧ met."
    ),
    (
      "The Zorblax Foundation, Department of Energy, and Office of Naval Research paid. PIA and Fairlawn Steel are for sale.",
      "The ⟦org~zorblax-foundation:Zorblax Foundation⟧, ⟦org.united-states-department-of-energy:Department of Energy⟧, and ⟦org.office-of-naval-research:Office of Naval Research⟧ paid. ⟦org~pia:PIA⟧ and ⟦org~fairlawn-steel:Fairlawn Steel⟧ are for sale."
    ),
    ("Willcox & Gibbs Inc and A/S Zorblax rose.", "⟦org~willcox-gibbs:Willcox & Gibbs Inc⟧ and A/S Zorblax rose."),
    // A listed name that continues the name found by a pattern.
    (
      "The Standing Committee of the National People's Congress met.",
      "The ⟦org~standing-committee:Standing Committee⟧ of the ⟦org.national-peoples-congress-of-china:National People's Congress⟧ met."
    ),
    (
      "Adm. Jaap Westmark, Commander, U.S. 7th Fleet, spoke.",
      "Adm. ⟦person~jaap-westmark:Jaap Westmark⟧, Commander, ⟦org.u-s-7th-fleet:U.S. 7th Fleet⟧, spoke."
    ),
    // The first word of a sentence, the town in a treaty's name, a county office, a founder.
    ("Suspected New People's Army men fled.", "Suspected ⟦org.npa:New People's Army⟧ men fled."),
    ("The Vienna Convention and the Paris Agreement hold.", "The Vienna Convention and the Paris Agreement hold."),
    (
      "Zorbpeng Zhao, founder of Zorblax Corp, spoke.",
      "⟦person~zorbpeng-zhao:Zorbpeng Zhao⟧, founder of ⟦org~zorblax:Zorblax Corp⟧, spoke."
    ),
    ("The Minister of Foreign Affairs of Japan spoke.", "The Minister of Foreign Affairs of ⟦country.jp:Japan⟧ spoke."),
    (
      "The European Commission met. The Commission agreed.",
      "The ⟦org.european-commission:European Commission⟧ met. ⟦org.european-commission:The Commission⟧ agreed."
    ),
    // A possessive before the name that is a listed acronym, and one that is part of the name.
    (
      "NASA's Zorblax Observatory Institute opened. Moody's Investors Service cut it.",
      "⟦org.nasa:NASA⟧'s ⟦org~zorblax-observatory-institute:Zorblax Observatory Institute⟧ opened. ⟦org.moodys:Moody's Investors Service⟧ cut it."
    ),
    // Groups of people, which are left out here, keep the names inside them.
    ("Hamas fighters met EU officials.", "⟦org.hamas:Hamas⟧ fighters met ⟦org.european-union:EU⟧ officials."),
    // A noun refers to a name that contains it; if there are two such names, it refers to neither.
    (
      "The IAEA and the European Union met. The agency agreed.",
      "The ⟦org.iaea:IAEA⟧ and the ⟦org.european-union:European Union⟧ met. ⟦org.iaea:The agency⟧ agreed."
    ),
    (
      "The Davis-Besse nuclear plant and the Perry nuclear plant were shut. The plant was old.",
      "The ⟦fac.davis-besse:Davis-Besse nuclear plant⟧ and the ⟦fac.perry:Perry nuclear plant⟧ were shut. The plant was old."
    ),
    // A word that was used as a company name is one again later, but "total" is not.
    (
      "Shell said profit rose. The jobs of Shell in Rotterdam will go. Total said so too. Total sales fell.",
      "⟦org.shell-plc:Shell⟧ said profit rose. The jobs of ⟦org.shell-plc:Shell⟧ in ⟦place.rotterdam-nl:Rotterdam⟧ will go. ⟦org.totalenergies:Total⟧ said so too. Total sales fell."
    ),
    (
      "The WHO warned on Monday. Labour said taxes would rise.",
      "The ⟦org.who:WHO⟧ warned on Monday. ⟦org.british-labour-party:Labour⟧ said taxes would rise."
    ),
    ("Labour costs rose in Britain.", "Labour costs rose in ⟦country.gb:Britain⟧."),
    // A stadium named after a sponsor is no mention of the sponsor or its home country.
    ("City won at Etihad Stadium.", "City won at ⟦fac~etihad-stadium:Etihad Stadium⟧."),
    // The Fed and the Union.
    ("The Fed raised rates. They fed the horses.", "⟦org.federal-reserve:The Fed⟧ raised rates. They fed the horses."),
    ("The Fed Cup began.", "The Fed Cup began."),
    ("He gave the State of the Union address.", "He gave the State of the Union address."),
  ])
  func findsNamesInSentences(text: String, expected: String) throws {
    #expect(try Shipped.mark(text) == expected)
  }

  @Test func aStadiumDoesNotHaveItsSponsorsCountry() throws {
    let mentions = try Shipped.analyse("City won at Etihad Stadium.").mentions
    #expect(mentions.filter { $0.rejection == nil && $0.country != nil }.isEmpty)
  }

  @Test func aVetoedNameIsNotContext() throws {
    // Brazil nuts are no evidence for Brazil, so another dam may be meant.
    let text = "The shop sold its Brazil nuts, and the Bariri Dam would be closed."
    #expect(try !Shipped.entities(text).contains { $0.hasPrefix("fac.bariri") })
  }

  @Test func aSeparatedNameKeepsTheCountryInItsWords() throws {
    let mentions = try Shipped.analyse("Zorblax France Ltd and Fairlawn Steel Ltd agreed.").mentions
    #expect(
      mentions.filter { $0.rejection == nil }.map { "\($0.surface) \($0.country ?? "")" }
        == ["Zorblax France Ltd FR", "Fairlawn Steel Ltd "])
  }

  /// Searches that were repeated over a whole line of some megabytes: for the last plant, a missing context, the
  /// capitals of a sentence that never ends, the end of a list.
  @Test(arguments: [
    ("NATO met Russia in Moscow, and the plant stood. ", 15_000, 45_000),
    ("Mr Ford met Ford Motor Co. ", 20_000, 40_000),
    ("Byron, Braidwood, Dresden, ", 20_000, 20_000),
    ("Zorblax ,,,,, BBC, ", 20_000, 20_000),
    ("The Foreign Ministry spoke. The Senate met. ", 20_000, 40_000),
  ])
  func aLongLineTakesTimeInProportionToItsLength(text: String, count: Int, mentions: Int) throws {
    let extractor = try Shipped.extractor.get()
    let document = extractor.document(String(repeating: text, count: count))
    let time = ContinuousClock().measure {
      #expect(extractor.analyse(document).mentions.count { $0.rejection == nil } == mentions)
    }
    #expect(time < .seconds(15))
  }
}
