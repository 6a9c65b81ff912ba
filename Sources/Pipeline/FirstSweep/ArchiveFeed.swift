import ArchiveReading
import NewsModel

/// Divides an archive into units of work for the lanes of an `OrderedParallelMap`.
///
/// A file with a single document is passed on unread, and a lane reads it. A file with many records is read on the
/// producer's thread and passed on in pieces. The ends of the pieces depend only on the bytes of the file.
struct ArchiveFeed: Sendable {
  var paths: [String]
  var reader: ArchiveReader

  init(paths: [String], definition: PipelineDefinition) {
    self.paths = paths
    reader = ArchiveReader(limits: ReadingLimits(document: definition.cleaning.pageLimit))
  }

  enum Unit: Sendable {
    /// A file with a single document, opened but not yet read.
    case whole(OpenFile)
    case piece(Piece)
    /// A file that could not be opened.
    case problem(Problem)
    /// A file with many records, none of which is wanted.
    case unchanged(ArchiveFile, bytes: Int)

    /// Reads the items of the unit. Called on the lanes.
    func items() -> [ArchiveItem] {
      switch self {
      case .problem(let problem): return [.problem(problem)]
      case .unchanged: return []
      case .piece(let piece): return piece.items
      case .whole(let file):
        var items: [ArchiveItem] = []
        file.read { items.append($0) }
        return items
      }
    }
  }

  /// Consecutive items of a file with many records.
  struct Piece: Sendable {
    var file: ArchiveFile
    /// The fingerprint of the file before it is read, or in the last piece of the bytes that were read.
    var fingerprint: String
    /// The position of the first item among the items of the file.
    var first: Int
    var items: [ArchiveItem]
    /// The size of the items' content.
    var bytes: Int
    /// The memory in bytes that the items need until they are analysed.
    var memory = 0
    /// Whether the file has no items after these.
    var isLast: Bool
    /// False if the file has changed since a stopped run read its first items. The next run then reads it from the start.
    var isOfOneState = true
  }

  /// The records of a file that are to be read.
  enum Wanted {
    case nothing
    case from(Int)
  }

  /// A piece ends when it reaches either limit. The limits are large enough to make passing pieces on cheap, and small
  /// enough to keep all lanes busy with a small file.
  private static let pieceItems = 64
  private static let pieceBytes = 256 << 10

  /// Calls `emit` with every unit and the memory in bytes that it needs, until `emit` returns false.
  ///
  /// - Parameter wanted: called with each file with many records and its fingerprint. If nil, all files are read whole
  ///   and no fingerprints are computed, so that standard input can be read.
  func produce(
    wanted: ((ArchiveFile, _ fingerprint: String) throws -> Wanted)?, emit: (Unit, _ weight: Int) -> Bool
  ) throws {
    for step in ArchiveWalk(paths) {
      switch step {
      case .problem(let problem):
        if !emit(.problem(problem), 0) { return }
      case .file(let file):
        do {
          let open = try reader.open(file)
          if open.format.isSingleDocument, !file.isStandardInput {
            if !emit(.whole(open), DocumentMemory.need(of: open)) { return }
          } else {
            if try !stream(open, wanted: wanted, emit: emit) { return }
          }
        } catch let problem as Problem {
          if !emit(.problem(problem), 0) { return }
        }
      }
    }
  }

  private func stream(
    _ open: OpenFile, wanted: ((ArchiveFile, _ fingerprint: String) throws -> Wanted)?,
    emit: (Unit, _ weight: Int) -> Bool
  ) throws -> Bool {
    var piece = Piece(file: open.file, fingerprint: "", first: 0, items: [], bytes: 0, isLast: false)
    if let wanted {
      piece.fingerprint = try open.fingerprintAhead()
      switch try wanted(open.file, piece.fingerprint) {
      case .nothing: return emit(.unchanged(open.file, bytes: open.size), 0)
      case .from(let first): piece.first = first
      }
    }
    let startedAt = piece.first
    struct Stopped: Error {}
    do throws(Stopped) {
      try open.read(from: piece.first) { (item) throws(Stopped) in
        piece.items.append(item)
        piece.bytes += size(of: item)
        piece.memory += DocumentMemory.need(of: item)
        // A full piece is passed on before the next record is read, so that two large records are not held together.
        if piece.items.count == Self.pieceItems || piece.bytes > Self.pieceBytes {
          if !emit(.piece(piece), piece.memory) { throw Stopped() }
          piece.first += piece.items.count
          piece.items.removeAll()
          piece.bytes = 0
          piece.memory = 0
        }
      }
    } catch {
      return false
    }
    piece.isLast = true
    if wanted != nil {
      let read = try open.fingerprintOfRead()
      // Items that were skipped had been read by an earlier run, when the file had the other fingerprint.
      piece.isOfOneState = read == piece.fingerprint || startedAt == 0
      piece.fingerprint = read
    }
    return emit(.piece(piece), piece.memory)
  }

  private func size(of item: ArchiveItem) -> Int {
    guard case .document(let document) = item else { return 0 }
    return document.content.size
  }
}

extension RawDocument.Content {
  /// The size of the page or text in bytes.
  var size: Int {
    switch self {
    case .page(let page): page.bytes.count
    case .plainText(let bytes): bytes.count
    case .record(let record): record.text.utf8.count
    }
  }
}
