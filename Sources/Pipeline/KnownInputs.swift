import ArchiveReading
import NewsStore

/// The files that the database held when the run began: a hash each, so that a million of them cost 16 MB.
struct KnownInputs: Sendable {
  /// Whether the file was read to its end by the same recipe, by the hash of its source and content.
  private var isFinished: [Int: Bool] = [:]
  private let walk: ArchiveWalk

  init(_ marks: [String: InputMark], recipe: String, walk: ArchiveWalk) {
    self.walk = walk
    for (path, mark) in marks where !mark.content.isEmpty {
      isFinished[Self.hash(path, mark.content)] = mark.isComplete && mark.recipe == recipe
    }
  }

  /// Whether there is nothing to do for the file.
  func holdsUnchanged(_ source: String, content: String) -> Bool { isFinished[Self.hash(source, content)] == true }

  /// Under which other sources the database holds this very file: an earlier run was given other PATHs, and so its
  /// sources began elsewhere. Their path leads to this file, their bytes are the same, and nothing that this run reads is
  /// called so.
  func otherNames(of file: ArchiveFile, content: String) -> [String] {
    if isFinished.isEmpty { return [] }
    return file.otherSources.filter { isFinished[Self.hash($0, content)] != nil && !walk.reaches($0) }
  }

  private static func hash(_ path: String, _ content: String) -> Int {
    var hasher = Hasher()
    hasher.combine(path)
    hasher.combine(content)
    return hasher.finalize()
  }
}
