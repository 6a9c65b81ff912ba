import ArgumentParser
import NewsModel
import NewsStore

/// The filters of queries about documents and what they name. Queries that support only some of them define their own
/// options with the same names.
struct FilterOptions: ParsableArguments {
  @OptionGroup var period: PeriodOptions

  @Option(help: "The type of the entity.")
  var type: EntityType?

  @Option(help: ArgumentHelp("The kind of the entity within its type.", valueName: "regulator"))
  var kind: String?

  @Option(help: ArgumentHelp("An entity: an id, a name or another spelling.", valueName: "org.nato"))
  var entity: String?

  @Option(
    help: ArgumentHelp(
      "Documents about or from this country, or entities of it: a code or name.", valueName: "FR"))
  var country: String?

  @Flag(help: "With --country: include documents that only name the country.")
  var named = false

  @Option(help: ArgumentHelp("A topic including the topics below it: an id or name.", valueName: "id"))
  var topic: String?

  @Option(help: ArgumentHelp("A publisher or a path; * matches anything.", valueName: "name"))
  var source: String?

  @Option(help: "Mentions in this zone instead of those that are counted.")
  var zone: Zone?

  func validate() throws {
    if named && country == nil { throw ValidationError("--named needs --country") }
  }

  func filter(limit: Int?) -> QueryFilter {
    var filter = period.filter(limit: limit)
    filter.type = type
    filter.kind = kind
    filter.entity = entity
    filter.country = country
    filter.includesNamed = named
    filter.topic = topic
    filter.source = source
    filter.zone = zone
    return filter
  }
}

/// The period that a query covers.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Documents of this ISO week.", valueName: "2013-W05"))
  var week: Week?

  @Option(help: ArgumentHelp("Documents from this day or week onwards.", valueName: "2013-02-03"))
  var from: PeriodStart?

  @Option(help: ArgumentHelp("Documents up to the end of this day or week.", valueName: "2013-02-03"))
  var to: PeriodEnd?

  func validate() throws {
    guard let first = from?.day, let last = to?.day, last < first else { return }
    throw ValidationError("--from \(first) is later than --to \(last)")
  }

  func filter(limit: Int?) -> QueryFilter {
    var filter = QueryFilter()
    filter.week = week
    filter.from = from?.day
    filter.to = to?.day
    filter.limit = limit
    return filter
  }
}

/// A day, or the first day of a week.
struct PeriodStart: ExpressibleByArgument {
  var day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) ?? Week(iso: argument)?.monday else { return nil }
    self.day = day
  }
}

/// A day, or the last day of a week.
struct PeriodEnd: ExpressibleByArgument {
  var day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) ?? Week(iso: argument)?.sunday else { return nil }
    self.day = day
  }
}

extension Week: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension EntityType: ExpressibleByArgument {}
