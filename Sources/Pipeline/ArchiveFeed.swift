import ArchiveReading
import NewsModel

/// An archive, cut into units of work for the lanes of an `OrderedParallelMap`.
///
/// A file that is one document is handed on unread and is read in a lane. A file of many records is read on the
/// producer's thread and handed on in pieces; where a piece ends depends on the file's bytes alone.
struct ArchiveFeed: Sendable {
  var paths: [String]
  var reader: ArchiveReader

  init(paths: [String], definition: PipelineDefinition) {
    self.paths = paths
    reader = ArchiveReader(limits: ReadingLimits(document: definition.cleaning.pageLimit))
  }

  enum Unit: Sendable {
    /// A file that holds one document, opened and not yet read.
    case whole(OpenFile)
    case piece(Piece)
    /// What could not be opened.
    case problem(Problem)
    /// A file of many records of which nothing is wanted.
    case unchanged(ArchiveFile, bytes: Int)

    /// Reads what the unit holds; for a lane.
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

  /// Neighbouring items of a file of many records.
  struct Piece: Sendable {
    var file: ArchiveFile
    /// Of the file's bytes before they are read; in the last piece, of those that were.
    var fingerprint: String
    /// Of the file's items, the number of the first one here.
    var first: Int
    var items: [ArchiveItem]
    /// Of the items' content.
    var bytes: Int
    /// Bytes that the items need until they are analysed.
    var memory = 0
    /// The file has no items after these.
    var isLast: Bool
    /// False when the file was written to since a run that was stopped had read its first items: the next run starts anew.
    var isOfOneState = true
  }

  /// How much of a file of many records is to be read.
  enum Wanted {
    case nothing
    case from(Int)
  }

  /// Enough records to make the handing-over cheap, few enough to keep all lanes busy on a small file.
  private static let pieceItems = 64
  private static let pieceBytes = 256 << 10

  /// Calls `emit` with every unit and the memory that it needs, in bytes, until that returns false.
  ///
  /// - Parameter wanted: asked for each file of many records, with its fingerprint; nil takes all of every file and
  ///   spares the fingerprints, so that standard input can be read.
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
        // At once: a large record that waited for the next one would be held beside it.
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
      // What was passed over had been read with the other fingerprint.
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
  /// Bytes of the page or text.
  var size: Int {
    switch self {
    case .page(let page): page.bytes.count
    case .plainText(let bytes): bytes.count
    case .record(let record): record.text.utf8.count
    }
  }
}
