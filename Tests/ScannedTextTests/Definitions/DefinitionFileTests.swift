import ScannedText
import TestSupport
import Testing

/// Inside `readingOnce`, each file is read from the disk once.
@Suite struct DefinitionFileTests {
  @Test func aFileThatChangesMeanwhileStaysTheSame() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.tsv", "before")
    let texts = try DefinitionFile.readingOnce {
      let first = DefinitionFile.text(of: path)
      try folder.write("a.tsv", "after")
      return [first, DefinitionFile.text(of: path)]
    }
    #expect(texts == ["before", "before"])
    #expect(DefinitionFile.text(of: path) == "after")
  }

  @Test func whatCannotBeReadIsNil() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write("b.txt", [0xFF, 0xFE])
    for read in [DefinitionFile.text(of:), { path in DefinitionFile.readingOnce { DefinitionFile.text(of: path) } }] {
      #expect(read(folder.path + "/missing.txt") == nil)
      #expect(read(binary) == nil)
    }
    #expect(DefinitionFile.bytes(of: binary) == [0xFF, 0xFE])
  }
}
