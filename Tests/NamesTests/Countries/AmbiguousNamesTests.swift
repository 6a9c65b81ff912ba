import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// Names that may mean a country or plant but also a person, town or word. Both readings are tested.
@Suite struct AmbiguousNamesTests {
  @Test(
    arguments: [
      ("Talks between Georgia and Russia broke off in Tbilisi.", "country.ge"),
      ("Soldiers from Benin crossed the border.", "country.bj"),
      ("The governor of Georgia spoke in Atlanta.", "place.georgia-us-region"),
      ("Jordan and Israel signed the accord in Amman.", "country.jo"),
      ("Turkey sent troops across the border, its president said.", "country.tr"),
      ("Rebels in Chad advanced on N'Djamena.", "country.td"),
      ("Soldiers from Mali and Senegal arrived in Bamako.", "country.ml"),
      ("Niger exports uranium from its mine at Arlit.", "country.ne"),
      ("The junta in Guinea closed the port of Conakry.", "country.gn"),
      ("Ireland voted on the treaty in a referendum.", "country.ie"),
      ("Fighting in Congo drove thousands from Goma towards Rwanda.", "country.cd"),
      ("The prime minister of Congo spoke in Brazzaville.", "country.cg"),
      ("Work at Hatch unit 2 resumed.", "fac.edwin-i-hatch"),
      ("The Cook nuclear plant in Michigan restarted.", "fac.donald-c-cook"),
      ("A pump failed at the Perry nuclear power plant.", "fac.perry"),
      ("Workers at the Salem nuclear plant found a leak.", "fac.salem"),
      ("The Summer nuclear station shut down.", "fac.virgil-c-summer"),
      ("Work at the Columbia generating station stopped.", "fac.columbia-generating-station"),
      ("The Union agreed on it, the European Commission said.", "org.european-union"),
      ("Ministers met in Paris, French officials said.", "place.paris-fr"),
      ("Officials of the United States met in Paris, Washington said.", "place.paris-fr"),
      ("The sheriff of Lamar County, Texas, was in Paris, Texas, then.", "place.paris-us"),
      ("Washington said it would sign the treaty.", "place.washington-d-c-us"),
      ("Traders in Seattle sell apples of Washington state.", "place.washington-us-region"),
      ("Seoul and Tokyo talked. Korea will send ships.", "country.kr"),
      ("North Korea tested a missile, Pyongyang said.", "country.kp"),
      ("The Cook Islands are in the Pacific.", "country.ck"),
      ("Analysts expect the Fed to raise interest rates at banks.", "org.federal-reserve"),
      // Towns in America have the names of many cities; together they are no evidence for America.
      (
        "The Drug Enforcement Administration helped. Customs in Antwerp and Rotterdam found it; police in Lisbon made arrests.",
        "place.antwerpen-be"
      ),
      // A state is not read as a town of the same name if the text is about the affairs of only one country.
      (
        "Trump spoke in Washington, Ohio and Texas of the wall to Mexico. The Senate and the Pentagon agreed.",
        "country.mx"
      ),
      ("A house burned in Belgrade, Minn., police in Ohio said.", "place.belgrade-us-namesake"),
      (
        "He ran in Vienna, Austria; he is a runner from Ohio, Texas and Maine in the United States.",
        "place.vienna-at"
      ),
      ("The British queen flew to Washington.", "place.washington-d-c-us"),
      ("She is a senator of Oregon; he lives in Delaware.", "place.oregon-us-region"),
      ("They sold wheat to Egypt, the U.S. department said.", "country.eg"),
      // Governments talk about the capitals of the world ...
      (
        "The State Department said that Moscow had broken the treaty. The White House and the Pentagon agreed.",
        "place.moscow-ru"
      ),
      // ... and a text with several of them is world news.
      ("Flights from Dallas and Chicago to Paris, Lima and Athens were cancelled.", "place.paris-fr"),
      // The word "in" is not the code of a state.
      ("Talks between Lebanon in the north and Syria broke off.", "country.lb"),
      // A region right after a town is in the same country, even if others have a region of that name.
      ("He was born in Ballarat, Victoria.", "place.victoria-au-region"),
      ("He was born in Athens, Georgia.", "place.athens-us"),
      // A town that was once followed by its state is meant again later.
      ("A house burned in Flint, Mich. The mayor of Flint spoke.", "place.flint-us"),
      // Other towns nearby are evidence for the town.
      (
        "Lima will pay for roads, officials said. A school in Findlay, Ohio, and the sheriff of Allen County helped Lima.",
        "place.lima-us"
      ),
      // A text full of America is not about a town there unless it mentions something near the town's own state.
      (
        "A senator from Ohio and one from Texas flew to Geneva. The Pentagon and the White House agreed.",
        "place.geneve-ch"
      ),
      (
        "Officials of the zoo in Rome sent a lynx to Ohio. Keepers in Cleveland and in Dallas said it ate.",
        "place.rome-it"
      ),
      ("A chain of shops from Ohio will open one in Dublin. Keepers in Texas and Idaho agreed.", "place.dublin-us-oh"),
      ("Police in Illinois said a barn burned in Geneva. Roads near Chicago and Elgin were shut.", "place.geneva-us"),
      ("The choir sang in Durham. English bishops praised it in Sheffield.", "place.durham-gb"),
      ("The band Europe played its hits.", "org.europe"),
      ("Paris Falkner flew home. She lives in Paris.", "place.paris-fr"),
      ("A court tried six militants of IS.", "org.islamic-state"),
      ("The mayor told AFP that the bridge is safe.", "org.afp"),
      ("Rebels fled from the AFP in the south of the Philippines.", "org.armed-forces-of-the-philippines"),
      ("Of Asia and Europe they knew little, said the miners in the Philippines.", "place.asia"),
      ("Denver Falkner ran in Denver. The mayor of Denver came.", "place.denver-us"),
      ("A barn in Liberal, Kansas, burned.", "place.liberal-us"),
      ("Built at Staten Island and mended at Philadelphia, she served in the blockade of Cuba.", "country.cu"),
    ])
  func isFound(text: String, entity: String) throws {
    let entities = try Shipped.entities(text)
    #expect(entities.contains(entity), "\(entities)")
  }

  /// Each paragraph says which Georgia is meant.
  @Test func bothGeorgiasMayBeMeant() throws {
    let paragraphs = ["Farms in Georgia were sold in Atlanta.", "In Tbilisi, Georgia's roads were shut."]
    let document = Document(
      source: "d", blocks: paragraphs.map { Block(zone: .body, text: $0, reason: "test") })
    let found = try Shipped.extractor.get().analyse(document).mentions.filter { $0.rejection == nil }
    #expect(
      found.map(\.entity) == ["place.georgia-us-region", "place.atlanta-us", "place.tbilisi-ge", "country.ge"])
  }

  @Test(
    arguments: [
      ("The governor of Georgia spoke in Atlanta.", "country.ge"),
      ("Talks between Georgia and Russia broke off in Tbilisi.", "place.georgia-us-region"),
      ("Farms in the Greek region of Macedonia were sold. Macedonia grows figs.", "country.mk"),
      ("Mr Jordan scored thirty points in the game.", "country.jo"),
      ("The Oba of Benin asked for the Benin bronzes.", "country.bj"),
      ("They ate Turkey with gravy on Thanksgiving.", "country.tr"),
      ("Chad Smith opened a shop.", "country.td"),
      ("The Niger River flooded.", "country.ne"),
      ("Guinea pigs are sold here.", "country.gn"),
      ("Police in Northern Ireland made arrests.", "country.ie"),
      ("Mr Hatch wrote the bill.", "fac.edwin-i-hatch"),
      ("Cook the rice slowly.", "fac.donald-c-cook"),
      ("Governor Perry spoke in Austin.", "fac.perry"),
      // The end of the sentence before says nothing about a name.
      ("All this happened in. Of the rest some left.", "place.of-tr"),
      ("The sheriff of Zorblax County in Ohio came. Merrick rejected it, and Gallup asked.", "place.merrick-us"),
      ("Of Turkey they knew little, of Of less.", "place.of-tr"),
      ("Denver Falkner ran. Falkner said Denver was tired.", "place.denver-us"),
      ("Manila said the Philippines and all of Asia agreed.", "place.asia-ph"),
      ("The plan of Liberal voters failed.", "place.liberal-us"),
      ("Their song was heard all over Europe, and their album sold well in Asia.", "org.europe"),
      ("The memo said: THIS IS NOT SO, AND NO ONE WHO SAW IT KNEW. The shop shut.", "org.islamic-state"),
      ("Denver Falkner and Sydney T. Garcia spoke.", "place.denver-us"),
      ("Denver Falkner and Sydney T. Garcia spoke.", "place.sydney-au"),
      // Before a surname that the text uses for a person, the name of a town is a first name.
      ("Mr Zorblax left with Cairo Zorblax.", "place.cairo-eg"),
      ("The witches of Salem are a tourist draw.", "fac.salem"),
      ("Summer was hot this year.", "fac.virgil-c-summer"),
      ("Columbia won the game against Yale.", "fac.columbia-generating-station"),
      ("They fed the horses.", "org.federal-reserve"),
      ("Mali Stevens sang at the club.", "country.ml"),
      ("The Union called a strike, said the miners.", "org.european-union"),
      ("The Union won the Civil War, long before the European Union.", "org.european-union"),
      ("Paris Hilton opened a shop.", "place.paris-fr"),
      ("Paris Falkner opened a shop. Her aunt said Paris was tired.", "place.paris-fr"),
      ("Geneva Falkner runs the mill, and Geneva owns the barn.", "place.geneve-ch"),
      ("The door IS shut, the sign said, and nobody came.", "org.islamic-state"),
      ("NURSES SAW THAT HER AFP WAS LOW. The clinic shut.", "org.afp"),
      ("Mr Washington bought a car.", "place.washington-d-c-us"),
      ("Traders in Seattle sell apples of Washington state.", "place.washington-d-c-us"),
      ("North Korea tested a missile. Pyongyang said Korea was strong.", "country.kr"),
      ("The prime minister of Congo spoke in Brazzaville.", "country.cd"),
      ("Fighting in Congo drove thousands from Goma towards Rwanda.", "country.cg"),
      ("The River Jordan and Air Jordan shoes are two things.", "country.jo"),
      ("The Cook Islands are in the Pacific.", "fac.donald-c-cook"),
      ("The Hatch Act binds officials of the nuclear plant.", "fac.edwin-i-hatch"),
    ])
  func isNotFound(text: String, entity: String) throws {
    let entities = try Shipped.entities(text)
    #expect(!entities.contains(entity), "\(entities)")
  }
}
