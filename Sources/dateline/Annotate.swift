import ArgumentParser
import NewsModel

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print documents with their mentions, countries and topics.",
    discussion: "One JSON object a document, in the order of the archive; its keys stand in the README.")

  @OptionGroup var stage: StageOptions

  @Option(help: "Also print mentions in this zone (teaser, navigation ...), which count nowhere; may be repeated.")
  var zone: [Zone] = []

  func run() throws {
    try Exit.reporting {
      try stage.stream(annotating: true, zones: Set(Zone.allCases.filter(\.counts) + zone))
    }
  }
}

extension Zone: ExpressibleByArgument {}
