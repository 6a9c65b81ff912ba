import ArchiveReading
import NewsStore

/// The files that the database contained when the run began. Only a hash of each is kept, so that a million files take
/// 16 MB.
struct KnownInputs: Sendable {
  /// For the hash of each file's source and content, whether the file was read to its end with the same recipe.
  private var isFinished: [Int: Bool] = [:]
  private let walk: ArchiveWalk

  init(_ marks: [String: InputMark], recipe: String, walk: ArchiveWalk) {
    self.walk = walk
    for (path, mark) in marks where !mark.content.isEmpty {
      isFinished[Self.hash(path, mark.content)] = mark.isComplete && mark.recipe == recipe
    }
  }

  /// Whether the file need not be read again.
  ///
  /// - Parameter content: the fingerprint of the file, which a new database does not need.
  func holdsUnchanged<Failure>(_ source: String, content: () throws(Failure) -> String) throws(Failure) -> Bool {
    if isFinished.isEmpty { return false }
    return isFinished[Self.hash(source, try content())] == true
  }

  /// Returns the other sources under which the database contains this file, because an earlier run was given other paths.
  /// Such a source leads to this file, has the same bytes, and is not the source of a file that this run reads.
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
