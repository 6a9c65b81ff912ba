import Foundation
import TestSupport
import Testing

/// Code that the compiler cannot check is only in `TextScanning`, behind types that name their invariants, and in files
/// that call a library written in C.
@Suite struct UnsafeCodeTests {
  /// The only files outside of `TextScanning` that may contain pointers, each with the library that needs them.
  private static let callers = [
    "ArchiveReading/Bytes/ByteStream.swift": "read(2)",
    "ArchiveReading/Bytes/Fingerprint.swift": "xxHash",
    "ArchiveReading/Bytes/Gunzip.swift": "zlib",
    "ArchiveReading/Walking/FolderListing.swift": "readdir(3)",
    "ArticleCleaning/Encoding/EncodingConversion.swift": "iconv(3)",
    "ArticleCleaning/Encoding/EncodingGuess.swift": "uchardet",
    "ArticleCleaning/Markup/PageTreeBuilder.swift": "libxml2",
    "NewsStore/Sweep/StatementStop.swift": "SQLite",
    "NewsStore/UserSQL/ReadingPermissions.swift": "SQLite",
    "NewsStore/UserSQL/UserSQL.swift": "SQLite",
    "NewsStore/Writing/RepeatedStatement.swift": "SQLite",
    "Pipeline/DescriptorWriting.swift": "write(2)",
  ]

  /// Types that more than one thread may use although the compiler cannot prove it, each with the reason beside it.
  private static let sharedByHand: Set = [
    "ArchiveReading/ArchiveReader.swift", "NewsStore/Writing/KnownKeys.swift",
    "Pipeline/Concurrency/OrderedParallelMap.swift",
    "dateline/StopSignals.swift",
  ]

  private func files(with words: Regex<Substring>) throws -> Set<String> {
    let sources = RepositoryFiles.paths.filter {
      $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") && !$0.hasPrefix("Sources/TextScanning/")
    }
    #expect(sources.count > 300)
    return Set(
      try sources.filter { try String(contentsOfFile: Repository.path + "/" + $0, encoding: .utf8).contains(words) }
        .map { String($0.dropFirst("Sources/".count)) })
  }

  @Test func pointersStandOnlyWhereCIsCalled() throws {
    let words =
      /(?:Unsafe[A-Z]|withUnsafe|unsafe[A-Z]|Unmanaged|assumingMemoryBound|withMemoryRebound|withUTF8|withContiguous|utf8Start|mem(?:chr|cmp|cpy))|\(unchecked\w*:/
    #expect(try files(with: words) == Set(Self.callers.keys))
  }

  @Test func threadsShareByHandOnlyWhereItIsExplained() throws {
    #expect(try files(with: /@unchecked Sendable \{|@unchecked Sendable,|nonisolated\(unsafe\)/) == Self.sharedByHand)
  }
}
