package import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The files under the PATH arguments, in byte order of their sources (a folder sorts as its name followed by `/`). A
/// folder is listed only when the walk reaches it.
///
/// Links to files and folders are followed. Names that start with a dot (`.DS_Store`, `.git`) are skipped silently
/// unless they are PATH arguments themselves. A path that cannot be read becomes a problem, and the walk continues.
package struct ArchiveWalk: Sequence, Sendable {
  package enum Step: Sendable, Equatable {
    case file(ArchiveFile)
    case problem(Problem)
  }

  private let given: GivenPaths

  /// - Parameter arguments: folders, files, and `-` for standard input.
  package init(_ arguments: [String]) {
    given = GivenPaths(arguments)
  }

  /// Whether the walk would visit a file with this source if the file existed.
  package func reaches(_ source: String) -> Bool { given.reaches(source) }

  package func makeIterator() -> Iterator { Iterator(given) }

  package struct Iterator: IteratorProtocol {
    /// The PATH arguments still to be visited, the next one last.
    private var arguments: [Entry]
    /// The folders that the walk has entered, the innermost last.
    private var folders: [FolderListing] = []
    private let notices: [String: String]
    private var givenFolders: [FileIdentity] = []
    /// The current PATH argument, if it is a folder in which nothing has been found yet.
    private var barren: Entry?

    fileprivate init(_ given: GivenPaths) {
      arguments = given.entries.reversed()
      notices = given.notices
    }

    package mutating func next() -> Step? {
      while let entry = nextEntry() {
        if let step = visit(entry) {
          barren = nil
          return step
        }
        if folders.isEmpty, let barren { return isEmpty(barren) }
      }
      return barren.map { isEmpty($0) }
    }

    private mutating func nextEntry() -> Entry? {
      while !folders.isEmpty {
        if let entry = folders[folders.count - 1].next() { return entry }
        folders.removeLast()
      }
      // If nothing was found in the last argument, report that before visiting the next one.
      return barren == nil ? arguments.popLast() : nil
    }

    private mutating func isEmpty(_ folder: Entry) -> Step {
      barren = nil
      return .problem(
        Problem(
          source: folder.sourceInProblems, kind: .empty, reason: "the folder contains no files, or only hidden ones"))
    }

    private mutating func visit(_ entry: Entry) -> Step? {
      switch entry.kind {
      case .standardInput, .file:
        let reason = entry.notice ?? notices[entry.source]
        let notice = reason.map { Problem(source: entry.source, kind: .duplicateSource, reason: $0) }
        return .file(ArchiveFile(source: entry.source, path: entry.path, notice: notice))
      case .unusable(let kind, let reason):
        return .problem(Problem(source: entry.sourceInProblems, kind: kind, reason: reason))
      case .folder(let identity):
        if entry.ancestors.isEmpty {
          if givenFolders.contains(identity) {
            return duplicate(entry, "\(display(entry.path)) is a folder that was given before")
          }
          givenFolders.append(identity)
          barren = entry
        }
        if entry.ancestors.contains(identity) {
          return .problem(
            Problem(
              source: entry.sourceInProblems, kind: .linkLoop,
              reason: "a symbolic link points to a folder that contains it"))
        }
        do throws(Problem) {
          folders.append(try FolderListing(entry, identity: identity))
          return entry.notice.map { duplicate(entry, $0) }
        } catch {
          return .problem(error)
        }
      }
    }

    private func duplicate(_ entry: Entry, _ reason: String) -> Step {
      .problem(Problem(source: entry.sourceInProblems, kind: .duplicateSource, reason: reason))
    }
  }
}
