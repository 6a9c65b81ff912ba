import ArgumentParser
import NewsModel

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print documents with their mentions, countries and topics.",
    discussion: "Prints one JSON object for each document, in the order of the archive. The README explains its keys.")

  @OptionGroup var stage: StageOptions

  @Option(help: "Also print mentions in this zone (teaser, navigation ...), which are never counted. May be repeated.")
  var zone: [Zone] = []

  func run() throws {
    try Exit.reporting {
      try stage.stream(annotating: true, zones: Set(Zone.allCases.filter(\.isCounted) + zone))
    }
  }
}

extension Zone: ExpressibleByArgument {}
