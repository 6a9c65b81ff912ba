import ArgumentParser
import Foundation
import NewsModel

/// Standard output for data, standard error for everything else. Names of files and records come from an archive: their
/// control characters are escaped before a terminal could obey them.
enum Console {
  /// The line, after the program's name.
  static func complain(_ message: String) { tell("dateline: \(message)") }

  /// The first of the doubtful lines in the user's dictionaries, and how many there are.
  static func warn(_ faults: [DefinitionErrors.Fault]) {
    // Enough to see what is wrong.
    let shown = 10
    for fault in faults.prefix(shown) { complain(fault.description) }
    if faults.count > shown { complain("warning: \(faults.count - shown) more; 'dateline check PIPELINE' lists all") }
  }

  /// A line that is no complaint: a summary, a path.
  static func tell(_ message: String) { writeError("\(escaped(message))\n") }

  /// Text for standard error as it stands. A standard error that is closed or full costs the messages and nothing else:
  /// results and exit code say what they would have said.
  static func writeError(_ text: String) { try? StandardStream.error.write(text.utf8) }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Columns of the terminal that standard output is; 80 when it does not say.
  static var outputWidth: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Text for a person: on a terminal, control characters that an archive's text may hold are escaped.
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

  /// Writes all bytes to standard output, without which a command has failed: the program ends. It ends quietly when
  /// the reader has gone, for `| head` has what it asked for; otherwise standard error has the reason.
  static func write(_ bytes: [UInt8]) {
    do throws(StandardStream.Failure) { try StandardStream.output.write(bytes) } catch {
      if !error.isBrokenPipe { complain("\(StandardStream.output.name): \(error.reason)") }
      // Lanes may still be working: what ends with the program must not be torn down under them.
      _exit(ExitCode.failure.rawValue)
    }
  }
}
