import Identity
import NewsModel
import Testing

/// What each step decides, on archives of a few lines. Names that are not in the result stay what they are.
@Suite struct StepTests {
  struct Case: Sendable {
    var archive: String
    var listed: [ListedName] = []
    var towns: Set<String> = []
    var lower: [String: (lower: Int, capital: Int)] = [:]
    var decisions: [String]

    init(
      _ archive: String, listed: [ListedName] = [], towns: Set<String> = [],
      lower: [String: (lower: Int, capital: Int)] = [:], _ decisions: [String]
    ) {
      self.archive = archive
      self.listed = listed
      self.towns = towns
      self.lower = lower
      self.decisions = decisions
    }
  }

  private func check(_ cases: [Case], _ location: SourceLocation = #_sourceLocation) {
    for it in cases {
      #expect(
        Archive(it.archive, towns: it.towns).decisions(listed: it.listed, lower: it.lower) == it.decisions,
        "\(it.archive)", sourceLocation: location)
    }
  }

  @Test func kindsAlone() {
    check([
      Case("org~agency: Agency × 9", ["org~agency → none (kind-alone)"]),
      Case("org~co-inc: Co Inc × 2", ["org~co-inc → none (kind-alone)"]),
      Case("org~i: I × 9", ["org~i → none (kind-alone)"]),
      Case("org~zorblax-agency: Zorblax Agency × 2", []),
      Case("person~agency: Agency × 2", []),
    ])
  }

  @Test func sameSpellings() {
    let herald = ListedName("org.the-herald", "The Herald")
    let universal = ListedName("org.universal", "Universal Corp")
    check([
      // Article, legal form, plural and links; the name in most documents stays.
      Case("org~herald: Herald × 3", listed: [herald], ["org~herald → org.the-herald (same-spelling)"]),
      Case(
        "org~zorblax-corp: Zorblax Corp × 2\norg~zorblax: Zorblax × 5",
        ["org~zorblax-corp → org~zorblax (same-spelling)"]),
      Case(
        "org~zorblax-system: Zorblax System × 2\norg~zorblax-systems: Zorblax Systems × 5",
        ["org~zorblax-system → org~zorblax-systems (same-spelling)"]),
      Case(
        "org~institute-for-moss: Institute for Moss × 2\norg~institute-of-moss: Institute of Moss × 1",
        ["org~institute-of-moss → org~institute-for-moss (same-spelling)"]),
      Case(
        "org~kantonia-bar: Kantonia Bar × 2\norg~kt-bar: KT Bar × 3",
        ["org~kantonia-bar → org~kt-bar (same-spelling)"]),
      // A nationality is a country only in groups, and a ship is one with and without the letters before its name.
      Case(
        "group~kantonian-farmers: Kantonian farmers × 2\ngroup~kt-farmers: KT farmers × 3",
        ["group~kantonian-farmers → group~kt-farmers (same-spelling)"]),
      Case("org~kantonian-air: Kantonian Air × 2\norg~kt-air: KT Air × 3", []),
      Case("vessel~mv-moss: MV Moss × 2\nvessel~moss: Moss × 1", ["vessel~moss → vessel~mv-moss (same-spelling)"]),
      // One initial of a person, but not two, and no plural.
      Case(
        "person~jaap-q-westmark: Jaap Q Westmark × 1\nperson~jaap-westmark: Jaap Westmark × 2",
        ["person~jaap-q-westmark → person~jaap-westmark (same-spelling)"]),
      Case("person~jaap-p-q-westmark: Jaap P Q Westmark × 1\nperson~jaap-westmark: Jaap Westmark × 2", []),
      Case(
        "person~jaap-p-q-westmark: Jaap P. Q. Westmark × 1\nperson~jaap-pq-westmark: Jaap P.Q. Westmark × 2",
        ["person~jaap-p-q-westmark → person~jaap-pq-westmark (same-spelling)"]),
      Case("person~jaap-brook: Jaap Brook × 1\nperson~jaap-brooks: Jaap Brooks × 2", []),
      // Another type is another thing, and an everyday word is not a company because of its legal form.
      Case("person~herald: Herald × 3", listed: [herald], []),
      Case("org~universal: Universal × 3", listed: [universal], []),
      Case("org~herald: Herald × 3", listed: [herald, ListedName("org.herald-two", "Herald Inc")], []),
      // Only a text says whose finance ministry it means.
      Case("org~finance-ministry: Finance Ministry × 3", listed: [ListedName("org.fm", "Finance Ministry")], []),
      // A unit of a plant is no spelling of another unit.
      Case("fac.bernau#1: Bernau 1 × 3\nfac.bernau#2: Bernau 2 × 3", []),
    ])
  }

  @Test func listedPlants() {
    let bernau = ListedName("fac.bernau", "Bernau nuclear power plant", isPlant: true)
    let valley = ListedName("fac.valley", "Valley power plant", isPlant: true)
    check([
      Case(
        "fac~kantonia-power-bernau-nuclear-station: Kantonia Power Bernau nuclear station × 1", listed: [bernau],
        ["fac~kantonia-power-bernau-nuclear-station → fac.bernau (listed-plant)"]),
      Case(
        "fac~bernau-station: Bernau Station × 1", listed: [bernau], ["fac~bernau-station → fac.bernau (listed-plant)"]),
      Case("fac~bernau-airport: Bernau Airport × 1", listed: [bernau], []),
      // An everyday word at the end names no plant.
      Case("fac~green-valley-plant: Green Valley plant × 1", listed: [valley], []),
    ])
  }

  @Test func shortForms() {
    check([
      Case(
        "org~zmc: ZMC × 9\norg~zorblax-moss-council: Zorblax Moss Council × 3, *ZMC* × 1",
        ["org~zmc → org~zorblax-moss-council (short-form)"]),
      Case(
        "person~westmark: Westmark × 5\nperson~jaap-westmark: *Westmark* × 4\nperson~ida-westmark: *Westmark* × 1",
        ["person~westmark → person~jaap-westmark (short-form)"]),
      // A well-known name is not short for a rare one, unless its letters say so.
      Case("org~zorblax: Zorblax × 9\norg~zorblax-board: Zorblax Board × 1, *Zorblax* × 2", []),
      Case(
        "org~zorblax: Zorblax × 2\norg~zorblax-board: Zorblax Board × 2, *Zorblax* × 2",
        ["org~zorblax → org~zorblax-board (short-form)"]),
      // The documents do not agree, or one document is too few for a last name.
      Case(
        "person~westmark: Westmark × 5\nperson~jaap-westmark: *Westmark* × 2\nperson~ida-westmark: *Westmark* × 2", []),
      Case("person~westmark: Westmark × 5\nperson~jaap-westmark: *Westmark* × 1", []),
      // A dictionary's name that needs context elsewhere.
      Case("org~quince: Quince × 2\norg.quince-inc: Quince × 8", ["org~quince → org.quince-inc (short-form)"]),
      // A chain ends at its last name.
      Case(
        "org~zmc: ZMC × 9\norg~zorblax-system: *ZMC* × 3\norg~zorblax-systems: Zorblax Systems × 9",
        [
          "org~zmc → org~zorblax-systems (short-form)", "org~zorblax-system → org~zorblax-systems (same-spelling)",
        ]),
    ])
  }

  @Test func otherTypes() {
    check([
      // A listed plant that is called after a person.
      Case(
        "fac.westmark: Jaap Westmark × 4\nperson~jaap-westmark: Jaap Westmark × 2",
        ["person~jaap-westmark → fac.westmark (other-type)"]),
      Case(
        "org~kay-ray: Kay-Ray × 9\nperson~kay-ray: Kay-Ray × 2", ["person~kay-ray → org~kay-ray (other-type)"]),
      Case("org~kay-ray: Kay-Ray × 3\nperson~kay-ray: Kay-Ray × 2", []),
      Case("org~bernau: Bernau × 1\nplace.bernau: Bernau × 9", []),
    ])
  }

  @Test func surnamesNotTowns() {
    let towns: Set<String> = ["place.westmark"]
    check([
      Case(
        "place.westmark: Westmark × 2\nperson~jaap-westmark: *Westmark* × 4", towns: towns,
        ["place.westmark → person~jaap-westmark (surname-not-town)"]),
      Case(
        "place.westmark: Westmark × 2\nperson~jaap-westmark: *Westmark* × 2\nperson~ida-westmark: *Westmark* × 2",
        towns: towns, ["place.westmark → none (surname-not-town)"]),
      Case("place.westmark: Westmark × 3\nperson~jaap-westmark: *Westmark* × 4", towns: towns, []),
      Case("place.westmark: Westmark × 2\nperson~jaap-westmark: *Westmark* × 4", []),
    ])
  }

  @Test func lowerCase() {
    check([
      Case(
        "org~standby-gas: Standby Gas × 3", lower: ["standby gas": (8, 4)],
        ["org~standby-gas → none (lower-case)"]),
      Case("org~standby-gas: Standby Gas × 3", lower: ["standby gas": (4, 8)], []),
      Case("org~standby-gas: Standby Gas × 3", lower: ["standby gas": (1, 0)], []),
      Case(
        "person~spheres: Spheres × 3", lower: ["spheres": (8, 4)], ["person~spheres → none (lower-case)"]),
      // A word that is no everyday word is not looked up.
      Case("org~zorblax-gas: Zorblax Gas × 3", lower: ["zorblax gas": (8, 0)], []),
    ])
  }

  /// The order in which the archive's names come is that of ids, so only the numbers decide among equals.
  @Test func equalNumbersAreDecidedById() {
    check([
      Case(
        "org~zorblax-corp: Zorblax Corp × 2\norg~zorblax: Zorblax × 2",
        ["org~zorblax-corp → org~zorblax (same-spelling)"])
    ])
  }
}
