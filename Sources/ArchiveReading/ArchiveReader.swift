package import NewsModel

/// Opens the files of an archive. A value that any thread may use.
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

  /// Opens a file and recognises its format by its first kilobytes. Reads no more than those.
  package func open(_ file: ArchiveFile) throws(Problem) -> OpenFile {
    let stream = try ByteStream(file)
    return OpenFile(file: file, format: try recogniseFormat(of: stream), stream: stream, limits: limits)
  }

  /// All items of a file: meant for those of `ArchiveFormat.isSingleDocument`, which are bounded by
  /// `ReadingLimits.document`. What is wrong with the file is an item too.
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

/// A file that is being read: belongs to one thread at a time, and can be read once.
///
/// `@unchecked Sendable`: the thread that opens a file may hand it to the one that reads it, and keeps no use of it.
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

  /// Bytes read from the file so far, as they are on the disk: for progress.
  package var bytesRead: Int { stream.bytesRead }

  /// The file's bytes on the disk; 0 for a pipe.
  package var size: Int { stream.size }

  /// About how many bytes a single document takes when it is loaded. Markup packs to a fifth to a tenth with gzip.
  package var memory: Int { min(limits.document, stream.isPacked ? size * 8 : size) }

  /// The fingerprint of the file's bytes as they are now, before they are read: what tells whether they must be. Nothing
  /// is opened again for it, so a file that another one has replaced since does not matter.
  ///
  /// Not for standard input, which could not be read again.
  package func fingerprintAhead() throws(Problem) -> String { marked(try stream.fingerprintAhead()) }

  /// The fingerprint of the bytes that were read, to be asked for after `read`: another one than `fingerprintAhead` when
  /// the file was written to in between.
  package func fingerprintOfRead() throws(Problem) -> String { marked(try stream.fingerprintToEnd()) }

  /// A notice is stored beside the documents: a file of which there is another one to tell is not the same.
  private func marked(_ fingerprint: String) -> String {
    file.notice.map { ArchiveReading.fingerprint(of: [fingerprint, $0.reason]) } ?? fingerprint
  }

  /// Gives what the file holds, in its order, and always the same items for the same bytes.
  ///
  /// - Parameter first: how many items to pass over: those that an earlier run has stored.
  /// - Throws: what `emit` throws, and nothing else: what is wrong with the file is an item.
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
