import ArgumentParser
import Foundation
import NewsModel

/// Writes data to standard output and everything else to standard error. Names of files and records come from an
/// archive, so their control characters are escaped before a terminal can interpret them.
enum Console {
  /// Writes an error line that begins with the name of the program.
  static func printError(_ message: String) { printMessage("dateline: \(message)") }

  /// Writes the first doubtful lines in the user's dictionaries, and their number.
  static func warn(_ faults: [DefinitionErrors.Fault]) {
    // This many lines are enough to see what is wrong.
    let shown = 10
    for fault in faults.prefix(shown) { printError(fault.description) }
    if faults.count > shown { printError("warning: \(faults.count - shown) more; 'dateline check PIPELINE' lists all") }
  }

  /// Writes a line that is not an error, such as a summary or a path.
  static func printMessage(_ message: String) { writeError("\(escaped(message))\n") }

  /// Writes text to standard error unchanged. If standard error is closed or full, only the messages are lost: results
  /// and exit code stay the same.
  static func writeError(_ text: String) { try? StandardStream.error.write(text.utf8) }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// The width of the terminal on standard output in columns; 80 if it is unknown.
  static var outputWidth: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text for a person. On a terminal, control characters from the archive are escaped.
  static func writeText(_ text: String) {
    write(Array((outputIsTerminal ? escaped(text) : text).utf8))
  }

  private static func escaped(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7f...0x9f).contains(scalar.value)
          return isControl ? Array("\\u{\(String(scalar.value, radix: 16))}".unicodeScalars) : [scalar]
        }))
  }

  /// Writes all bytes to standard output. If that fails, the command has failed and the program ends: silently if the
  /// reader is gone, because `| head` has all that it needs, otherwise with the reason on standard error.
  static func write(_ bytes: [UInt8]) {
    do throws(StandardStream.Failure) { try StandardStream.output.write(bytes) } catch {
      if !error.isBrokenPipe { printError("\(StandardStream.output.name): \(error.reason)") }
      // Worker lanes may still be running. `exit` would destroy global state that they use.
      _exit(ExitCode.failure.rawValue)
    }
  }
}
