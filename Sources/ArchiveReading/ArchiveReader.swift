package import NewsModel

/// Opens the files of an archive. Any thread may use this value.
///
///     for step in ArchiveWalk(paths) {
///       let open = try reader.open(file)
///       if open.format.isSingleDocument { lane: try reader.load(file) }
///       else { open.read { item in ... } }
///     }
package struct ArchiveReader: Sendable {
  package var limits: ReadingLimits

  package init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  /// Opens a file and recognises its format from its first kilobytes. Reads no more than those.
  package func open(_ file: ArchiveFile) throws(Problem) -> OpenFile {
    let stream = try ByteStream(file)
    return OpenFile(file: file, format: try recogniseFormat(of: stream), stream: stream, limits: limits)
  }

  /// Returns all items of a file. This is meant for files of `ArchiveFormat.isSingleDocument`, whose size
  /// `ReadingLimits.document` bounds. A fault of the file is returned as an item too.
  package func load(_ file: ArchiveFile) -> [ArchiveItem] {
    do throws(Problem) {
      var items: [ArchiveItem] = []
      let open = try open(file)
      open.read { items.append($0) }
      return items
    } catch {
      return [.problem(error)]
    }
  }
}

/// A file that is being read. It belongs to one thread at a time and can be read once.
///
/// `@unchecked Sendable`: the thread that opens a file may hand it to another thread for reading, and does not use it
/// afterwards.
package final class OpenFile: @unchecked Sendable {
  package let file: ArchiveFile
  package let format: ArchiveFormat
  private let stream: ByteStream
  private let limits: ReadingLimits

  init(file: ArchiveFile, format: ArchiveFormat, stream: ByteStream, limits: ReadingLimits) {
    self.file = file
    self.format = format
    self.stream = stream
    self.limits = limits
  }

  /// The number of bytes read from the disk so far, for showing progress.
  package var bytesRead: Int { stream.bytesRead }

  /// The file's size on the disk; 0 for a pipe.
  package var size: Int { stream.size }

  /// An estimate of the bytes that a single document takes when it is loaded. gzip packs markup to between a fifth and
  /// a tenth of its size.
  package var memory: Int { min(limits.document, stream.isPacked ? size * 8 : size) }

  /// The fingerprint of the file's current bytes, computed before they are read. It decides whether the file must be
  /// read at all. The open descriptor is used, so it does not matter if another file has since taken this one's place.
  ///
  /// Not for standard input, which could not be read again.
  package func fingerprintAhead() throws(Problem) -> String { marked(try stream.fingerprintAhead()) }

  /// The fingerprint of the bytes that were read; call this after `read`. It differs from `fingerprintAhead` if the
  /// file was written to in between.
  package func fingerprintOfRead() throws(Problem) -> String { marked(try stream.fingerprintToEnd()) }

  /// The fingerprint together with the file's notice. The notice is stored with the documents, so a file whose notice
  /// changed must count as changed.
  private func marked(_ fingerprint: String) -> String {
    file.notice.map { ArchiveReading.fingerprint(of: [fingerprint, $0.reason]) } ?? fingerprint
  }

  /// Emits the items of the file in order. The same bytes always give the same items.
  ///
  /// - Parameter first: how many items to skip because an earlier run has stored them.
  /// - Throws: only what `emit` throws; a fault of the file is emitted as an item.
  package func read<Failure: Error>(
    from first: Int = 0, emit: (ArchiveItem) throws(Failure) -> Void
  ) throws(Failure) {
    var index = 0
    func passOn(_ item: ArchiveItem) throws(Failure) {
      index += 1
      if index > first { try emit(item) }
    }
    if let notice = file.notice { try passOn(.problem(notice)) }
    switch format {
    case .page, .plainText:
      try passOn(readSingleDocument(stream, isPage: format == .page, source: file.source, limit: limits.document))
    case .jsonLines:
      try readJSONLines(stream, source: file.source, limits: limits, emit: passOn)
    case .json:
      try readJSONObjects(stream, source: file.source, limits: limits, emit: passOn)
    case .csv:
      try readCSV(stream, source: file.source, limits: limits, emit: passOn)
    case .webArchive:
      try readWebArchive(stream, source: file.source, limits: limits, emit: passOn)
    case .arc:
      try readARC(stream, source: file.source, limits: limits, emit: passOn)
    case .reuters:
      try readReuters(stream, source: file.source, limits: limits, emit: passOn)
    }
    if index == 0 {
      try passOn(.problem(Problem(source: file.source, kind: .empty, reason: format.reasonForNothing)))
    }
  }
}
