import TextScanning

extension DelimitedRows<ByteCursor> {
  /// The rows of a stream. The separator is the one that the header uses, and CR alone ends a row if it ends the
  /// header.
  init(_ stream: ByteStream, limits: ReadingLimits) {
    let opening = Array(stream.opening.drop(while: \.isWhiteSpace).prefix(4096))
    let separator = CSVHeader(firstLineOf: opening)?.separator ?? UInt8(ascii: ",")
    let lineEnd = opening.firstIndex { $0 == 0x0A || $0 == 0x0D }
    let endsRowsAtCR = lineEnd.map { opening[$0] == 0x0D && opening[$0...].dropFirst().first != 0x0A } ?? false
    self.init(
      ByteCursor(stream), Format(separator: separator, endsRowsAtCR: endsRowsAtCR), longest: limits.record,
      most: limits.items)
  }
}
