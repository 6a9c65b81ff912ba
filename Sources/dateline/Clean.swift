import ArgumentParser
import NewsModel

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the main text and metadata of every document.",
    discussion: "Prints one JSON object for each document, in the order of the archive. The README explains its keys.")

  @OptionGroup var stage: StageOptions

  func run() throws {
    try Exit.reporting { try stage.stream(annotating: false, zones: []) }
  }
}
