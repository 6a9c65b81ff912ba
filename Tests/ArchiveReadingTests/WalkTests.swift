import ArchiveReading
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite struct WalkTests {
  /// The sources of files, and of problems with their kind.
  private func walk(_ arguments: String...) -> [String] {
    ArchiveWalk(arguments).map { step in
      switch step {
      case .file(let file): file.source
      case .problem(let problem): "! \(problem.source) \(problem.kind.rawValue)"
      }
    }
  }

  @Test("Files come in byte order of their whole path")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in ["a/b.html", "a-b/c.html", "a.html", "B.html", "a/é.html", "a/b/c.html", "a/b0.html", "Z/deep/er/x"] {
      try folder.write("pages/" + name, "x")
    }
    let sources = walk(folder.path + "/pages")
    #expect(
      sources == [
        "pages/B.html", "pages/Z/deep/er/x", "pages/a-b/c.html", "pages/a.html", "pages/a/b.html", "pages/a/b/c.html",
        "pages/a/b0.html", "pages/a/é.html",
      ])
    #expect(sources == sources.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("Sources start with the last component of the argument, however it is written")
  func roots() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/a.html", "x")
    #expect(walk(folder.path + "/pages/") == ["pages/a.html"])
    #expect(walk(folder.path + "/pages//a.html") == ["a.html"])
    #expect(walk(folder.path + "/pages/.") == ["pages/a.html"])
    #expect(walk(folder.path + "/pages/../pages") == ["pages/a.html"])
    #expect(walk("-") == ["-"])
  }

  @Test("Arguments are read in the order of their sources, and each only once")
  func severalArguments() throws {
    let folder = try TemporaryFolder()
    for name in ["x/pages/a.html", "y/pages/a.html", "y/pages/b.html", "first.html"] { try folder.write(name, "x") }
    let (x, y, first) = (folder.path + "/x/pages", folder.path + "/y/pages", folder.path + "/first.html")
    #expect(walk(y, x, first) == walk(first, x, y))
    #expect(walk(x, y, first) == ["first.html", "x/pages/a.html", "y/pages/a.html", "y/pages/b.html"])
    #expect(walk(x, x + "/") == ["pages/a.html", "! pages duplicate-source"])
    #expect(walk(first, first) == ["first.html"])
  }

  @Test("Files and folders with any names are sorted together in byte order", arguments: 0..<20)
  func anyNames(seed: Int) throws {
    let folder = try TemporaryFolder()
    // A linear congruential generator (Knuth, MMIX), so that the names are the same in each run.
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = ["a", "b", "-", "0", " ", "é", "z"]
    var paths: Set<String> = []
    for _ in 0..<60 {
      let parts = (0...next(3)).map { _ in (0...next(3)).map { _ in letters[next(7)] }.joined() }
      // The same name cannot be both a file and a folder.
      paths.insert("pages/" + parts.joined(separator: ".d/"))
    }
    for path in paths { try folder.write(path, "x") }
    #expect(walk(folder.path + "/pages") == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("An unreadable path is a problem, and the walk continues")
  func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/a.html", "x")
    try folder.write("pages/z.html", "x")
    try folder.makeFolder("pages/empty")
    #expect(mkfifo(folder.path + "/pages/pipe", 0o600) == 0)
    try folder.link("pages/loop", to: "..")
    try folder.link("pages/itself", to: "itself")
    try folder.link("pages/nowhere", to: "/does/not/exist")
    try folder.link("pages/other-name.html", to: "a.html")
    #expect(
      walk(folder.path + "/pages") == [
        "pages/a.html", "! pages/itself link-loop",
        // The walk enters the folder above once through the link, and finds the same pages there again.
        "! pages/loop/pages link-loop",
        "! pages/nowhere missing", "pages/other-name.html", "! pages/pipe not-a-regular-file", "pages/z.html",
      ])
    #expect(walk(folder.path + "/nothing") == ["! nothing missing"])
    #expect(walk("/dev/null") == ["! null not-a-regular-file"])
    try folder.makeFolder("bare/one/two")
    #expect(walk(folder.path + "/bare", folder.path + "/pages/a.html") == ["! bare empty", "pages/a.html"])
  }

  @Test("Hidden files are ignored")
  func hidden() throws {
    let folder = try TemporaryFolder()
    for name in ["pages/.DS_Store", "pages/.git/config", "pages/a.html"] { try folder.write(name, "x") }
    #expect(walk(folder.path + "/pages") == ["pages/a.html"])
    #expect(walk(folder.path + "/pages/.DS_Store") == [".DS_Store"])
  }

  @Test("A name that is not UTF-8 or contains a line end is escaped, and the file can be opened")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("pages")
    for name in [[0x61, 0xFF, 0x62], [0x61, 0x0A, 0x62], Array("e\u{301}".utf8)] as [[UInt8]] {
      let path = Array((folder.path + "/pages/").utf8) + name
      let file = open(path.map(CChar.init(bitPattern:)) + [0], O_CREAT | O_WRONLY, 0o600)
      #expect(file >= 0 && Foundation.write(file, "text", 4) == 4)
      close(file)
    }
    var sources: [String] = []
    for case .file(let file) in ArchiveWalk([folder.path + "/pages"]) {
      sources.append(file.source)
      #expect(ArchiveReader().load(file).flatMap(summary) == ["\(file.source) | text 4 bytes"])
    }
    #expect(sources == ["pages/a%0Ab", "pages/a%FFb", "pages/\u{E9}"])
    #expect(sources.last.map { Array($0.utf8) } == Array("pages/\u{E9}".utf8), "NFC")
  }

  @Test("A folder without permission to read is reported")
  func unreadable() throws {
    // Root can read everything.
    guard getuid() != 0 else { return }
    let folder = try TemporaryFolder()
    try folder.write("pages/closed/a.html", "x")
    try folder.write("pages/b.html", "x")
    chmod(folder.path + "/pages/closed", 0)
    defer { chmod(folder.path + "/pages/closed", 0o700) }
    chmod(folder.path + "/pages/b.html", 0)
    #expect(walk(folder.path + "/pages") == ["pages/b.html", "! pages/closed unreadable"])
    #expect(read(folder.path + "/pages/b.html") == ["! unreadable: cannot be opened: Permission denied"])
  }

  @Test("The fingerprint is XXH3 of the bytes")
  func fingerprint() throws {
    func fingerprint(_ bytes: [UInt8]) -> String { ArchiveReading.fingerprint(of: bytes) }
    // Source: xxHash's own test of XXH3_128bits over no bytes, and `xxhsum -H2` of "abc".
    #expect(fingerprint([]) == "99aa06d3014798d86001c324468d497f")
    #expect(fingerprint(Array("abc".utf8)) == "06b05ab6733a618578af5f94892f3950")
    let long = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    #expect(fingerprint(long) != fingerprint(long + [0]))
  }
}
