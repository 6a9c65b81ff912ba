import Foundation
import NewsModel

/// Standard output for data, standard error for everything else. Names of files and records come from an archive: their
/// control characters are escaped before a terminal could obey them.
enum Console {
  /// The line, after the program's name.
  static func complain(_ message: String) {
    FileHandle.standardError.write(Data("dateline: \(escaped(message))\n".utf8))
  }

  /// The first of the doubtful lines in the user's dictionaries, and how many there are.
  static func warn(_ faults: [DefinitionErrors.Fault]) {
    // Enough to see what is wrong.
    let shown = 10
    for fault in faults.prefix(shown) { complain(fault.description) }
    if faults.count > shown { complain("warning: \(faults.count - shown) more; 'dateline check PIPELINE' lists all") }
  }

  /// A line that is no complaint: a summary, a path.
  static func tell(_ message: String) {
    FileHandle.standardError.write(Data("\(escaped(message))\n".utf8))
  }

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

  /// Writes all bytes to standard output. A reader that has gone (`| head`) ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(STDOUT_FILENO, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : 1)
        }
        written += count
      }
    }
  }
}
