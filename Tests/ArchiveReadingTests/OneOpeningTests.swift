import ArchiveReading
import Foundation
import NewsModel
import TestSupport
import Testing

/// A file is opened once: everything that is stored about it describes the bytes that were read.
@Suite struct OneOpeningTests {
  private func fingerprint(_ path: String) throws -> String {
    ArchiveReading.fingerprint(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private func text(_ open: OpenFile) -> String {
    var texts: [String] = []
    open.read { item in
      guard case .document(let document) = item else { return }
      switch document.content {
      case .plainText(let bytes): texts.append(String(decoding: bytes, as: UTF8.self))
      case .page(let page): texts.append(String(decoding: page.bytes, as: UTF8.self))
      case .record(let record): texts.append(record.text)
      }
    }
    return texts.joined(separator: "|")
  }

  /// Longer than the part that is read to recognise the format.
  private static let filler = String(repeating: "Rain fell on the harbour. ", count: 20_000)

  @Test("The fingerprint of a file replaced after opening is that of the bytes read", arguments: ["", filler])
  func replaced(filler: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "Old harbour news. " + filler)
    let old = try fingerprint(path)
    let open = try ArchiveReader().open(ArchiveFile(source: "a.txt", path: path))
    try folder.write("b.txt", "New harbour news. " + filler)
    #expect(rename(folder.path + "/b.txt", path) == 0)
    #expect(try open.fingerprintAhead() == old)
    #expect(text(open).hasPrefix("Old"))
    #expect(try open.fingerprintOfRead() == old)
    #expect(try fingerprint(path) != old)
  }

  @Test("The fingerprint of a file that grows during reading includes the new bytes")
  func grows() throws {
    let folder = try TemporaryFolder()
    let line = "{\"text\":\"\(Self.filler)\"}\n"
    let path = try folder.write("a.jsonl", line)
    let before = try fingerprint(path)
    let open = try ArchiveReader().open(ArchiveFile(source: "a.jsonl", path: path))
    #expect(try open.fingerprintAhead() == before)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"text\":\"Late.\"}\n".utf8))
    try handle.close()
    #expect(text(open) == Self.filler + "|Late.")
    #expect(try open.fingerprintOfRead() != before)
    #expect(try open.fingerprintOfRead() == fingerprint(path))
  }

  @Test("The fingerprint covers the whole file even if reading stopped at a limit or at damage")
  func stopped() throws {
    let folder = try TemporaryFolder()
    let long = try folder.write("a.txt", Self.filler)
    let open = try ArchiveReader(limits: ReadingLimits(document: 1000)).open(ArchiveFile(source: "a.txt", path: long))
    #expect(text(open).utf8.count == 1000)
    #expect(try open.fingerprintOfRead() == fingerprint(long))
    var damaged = gzipped(Self.filler)
    // This byte is part of the length of the second block.
    damaged[65_551] = 0
    let packed = try folder.write("b.txt.gz", damaged)
    let other = try ArchiveReader().open(ArchiveFile(source: "b.txt.gz", path: packed))
    #expect(text(other).utf8.count < Self.filler.utf8.count)
    #expect(try other.fingerprintOfRead() == fingerprint(packed))
  }

  @Test("A notice becomes a problem of the file and changes its fingerprint")
  func notice() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "Harbour news.")
    let notice = Problem(source: "a.txt", kind: .duplicateSource, reason: "given twice")
    let plain = try ArchiveReader().open(ArchiveFile(source: "a.txt", path: path))
    let told = try ArchiveReader().open(
      ArchiveFile(source: "a.txt", path: Array(path.utf8), notice: notice))
    #expect(try plain.fingerprintAhead() != told.fingerprintAhead())
    var lines: [String] = []
    told.read { lines += summary($0) }
    #expect(lines == ["! duplicate-source: given twice", "a.txt | text 13 bytes"])
  }
}
