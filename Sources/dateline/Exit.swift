import ArgumentParser
import Foundation
import NewsModel
import NewsStore
import Pipeline

/// The exit codes of the program. They are stable and listed in the README.
enum Exit {
  static let problems = ExitCode(3)
  static let noDatabase = ExitCode(10)
  static let databaseHeld = ExitCode(11)
  static let wrongDefinition = ExitCode(65)

  /// Ends the program from any thread, even while other threads are working.
  static func atOnce(_ message: String) -> Never {
    Console.printError(message)
    _exit(ExitCode.failure.rawValue)
  }

  /// Runs a command's work and turns what it throws into a message on standard error and an exit code.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let errors as DefinitionErrors {
      for fault in errors.faults { Console.printError(fault.description) }
      throw wrongDefinition
    } catch let error as StoreError {
      Console.printError(error.description)
      throw switch error {
      case .missing: noDatabase
      case .busy, .held: databaseHeld
      case .notOurs, .otherVersion, .damaged, .cannotRead, .cannotWrite, .noFolder: ExitCode.failure
      }
    } catch let error as PipelineRun.NoArchive {
      Console.printError(error.description)
      throw ExitCode.failure
    } catch let error as CorrectionDesk.NoFolder {
      Console.printError(error.description)
      throw wrongDefinition
    } catch let error as CorrectionDesk.Unknown {
      Console.printError(error.description)
      throw ExitCode.failure
    } catch let error as CocoaError {
      Console.printError(FileFailure(error).description)
      throw ExitCode.failure
    } catch let error as DatabaseOption.NoneFound {
      Console.printError(error.description)
      throw noDatabase
    } catch let error as QueryFilter.Unknown {
      Console.printError(error.description)
      throw ExitCode.failure
    } catch let error as QueryFilter.WrongText {
      Console.printError(error.description)
      throw ExitCode.validationFailure
    } catch let error as UserSQL.Failure {
      Console.printError(error.description)
      throw ExitCode.failure
    }
  }
}
