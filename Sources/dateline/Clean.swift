import ArgumentParser
import NewsModel

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the main text and metadata of every document.",
    discussion: "One JSON object a document, in the order of the archive; its keys stand in the README.")

  @OptionGroup var stage: StageOptions

  func run() throws {
    try Exit.reporting { try stage.stream(annotating: false, zones: []) }
  }
}
