import ArgumentParser
import Foundation
import Pipeline

@main
struct Dateline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Turn an archive of saved news into a database and weekly reports.",
    discussion: """
      Works offline, with rules and dictionaries that you can read and change. Start with 'dateline run PIPELINE', then \
      'dateline query entities'.

      Exit codes: 0 done; 1 failed, or something differs; 3 done, some inputs had problems; 10 no database; 11 another run \
      or program holds the database; 64 usage; 65 a dictionary, rule or pipeline is wrong; 130, 143 stopped by a signal.
      """,
    version: Version.text,
    subcommands: [
      Run.self, Report.self, Query.self, Explain.self, Clean.self, Annotate.self, Check.self, Verify.self,
      CorrectCommand.self, AuditCommand.self, TopicsCommand.self, DictionaryCommand.self,
    ])

  static func main() {
    StandardStream.prepare()
    Allocator.prepare()
    // Exceeding the file size limit then is an ordinary write error, which is reported.
    signal(SIGXFSZ, SIG_IGN)
    if let unknown = UnknownCommand(CommandLine.arguments.dropFirst(), of: Self.self) {
      Console.printError(unknown.description)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      printError(error)
      exit(withError: exitCode(for: error))
    }
  }

  /// Prints the requested help, or the error in the words of the parser. The parser's own printing is not used because
  /// it does not notice when nothing could be written.
  private static func printError(_ error: any Error) {
    let message = fullMessage(for: error)
    if message.isEmpty { return }
    if exitCode(for: error).isSuccess {
      Console.write(Array("\(message)\n".utf8))
    } else {
      Console.writeError("\(message)\n")
    }
  }
}
