import ArgumentParser
import Foundation
import NewsModel
import NewsStore
import Reporting

/// The format and the number of printed rows.
struct RowOptions: ParsableArguments {
  @Option(help: "The format for printing rows. The default is table on a terminal and csv in a pipe.")
  var format: RowFormatName?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most rows to print; 0 for all. The default is 50 on a terminal and all in a pipe.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0") }
  }

  private var chosen: RowFormatName { format ?? (Console.outputIsTerminal ? .table : .csv) }

  /// Whether rows are printed for a person, so that a line may follow them.
  var isTable: Bool { chosen == .table }

  /// The largest number of rows; nil for all.
  var rowLimit: Int? {
    if let limit { return limit == 0 ? nil : limit }
    return Console.outputIsTerminal ? 50 : nil
  }

  /// Prints rows as they arrive. `produce` gets a function that takes the column names and one that takes each row.
  func write(_ produce: (_ columns: ([String]) throws -> Void, _ row: ([Cell]) throws -> Void) throws -> Void) throws {
    var rows = chosen.format(width: Console.outputIsTerminal ? Console.outputWidth : nil)
    var bytes: [UInt8] = []
    var count = 0
    try produce { columns in
      rows.begin(columns, into: &bytes)
    } _: { row in
      rows.append(row, into: &bytes)
      count += 1
      if bytes.count >= 1 << 16 {
        Console.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    rows.end(into: &bytes)
    Console.write(bytes)
    if limit == nil, let most = rowLimit, count == most {
      Console.printMessage("only the first \(most) rows; --limit 0 prints all")
    }
  }

  func write(_ query: NewsQuery, from store: NewsStore) throws {
    try write { columns, row in try store.answer(query, columns: columns, row: row) }
  }
}

extension RowFormatName: ExpressibleByArgument {}
