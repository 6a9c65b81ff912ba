import ArgumentParser
import Foundation
import Identity
import NewsModel
import NewsStore
import Pipeline

struct CorrectAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a correction.",
    discussion: """
      dateline correct add no-name org~agency
      dateline correct add same-as org~guardian org.the-guardian
      dateline correct add means "the Agency" org.iaea --in-source example.org
      dateline correct add is-a org~jaap-westmark person

      A name is an id, as 'dateline query entities' prints it. With 'means' it is a spelling, exactly as texts write it.
      """)

  enum Decision: String, ExpressibleByArgument, CaseIterable {
    case noName = "no-name", sameAs = "same-as", means, isA = "is-a"
  }

  @Argument(help: "What is decided.")
  var decision: Decision

  @Argument(help: "The id of an entity; with 'means' a spelling.")
  var name: String

  @Argument(help: "The id of the entity that is meant; with 'is-a' a type.")
  var target: String?

  @Option(help: ArgumentHelp("Correct only this spelling of the entity.", valueName: "words"))
  var spelling: String?

  @Option(help: ArgumentHelp("Only in the documents of this publisher.", valueName: "name"))
  var inSource: String?

  @Option(help: ArgumentHelp("Only in this document.", valueName: "source"))
  var inDocument: String?

  @Option(help: ArgumentHelp("Only in documents of this day and later ones.", valueName: "yyyy-mm-dd"))
  var from: PeriodStart?

  @Option(help: ArgumentHelp("Why, in a few words.", valueName: "text"))
  var reason = ""

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var options: CorrectOptions

  func validate() throws {
    if [inSource, inDocument, from?.day.description].compactMap(\.self).count > 1 {
      throw ValidationError("give one of --in-source, --in-document and --from")
    }
    if (target == nil) != (decision == .noName) {
      throw ValidationError(decision == .noName ? "no-name takes no target" : "\(decision.rawValue) needs a target")
    }
    if decision == .means, spelling != nil { throw ValidationError("with 'means' the name is the spelling") }
  }

  private static var today: Day { Day(ordinal: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }

  private var scope: IdentityDecision.Scope {
    if let inSource { return .publisher(inSource) }
    if let inDocument { return .document(inDocument) }
    return from.map { .from($0.day) } ?? .everywhere
  }

  private func correction() throws(CorrectionFault) -> Correction {
    let action = try Correction.Action(decision: decision.rawValue, target: target ?? "")
    let isSpelling = decision == .means
    let correction = Correction(
      action, entity: isSpelling ? nil : try Correction.Action.id(name), spelling: isSpelling ? name : spelling,
      scope: scope, day: Self.today, reason: reason)
    try correction.check()
    return correction
  }

  func run() throws {
    let correction: Correction
    do { correction = try self.correction() } catch { throw ValidationError(error.description) }
    try Exit.reporting {
      var desk = try CorrectionDesk(try options.definition())
      Console.writeText(describe(try desk.add(correction, isTrial: dryRun), isTrial: dryRun))
    }
  }
}
