import ArchiveReading
import Foundation
import NewsModel
import TestSupport
import Testing

/// The sources of files that several PATH arguments lead to: every file has a source of its own, and none is lost.
@Suite struct SourceNameTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The sources of files, with `*` if there is a notice, and of problems with their kind.
  private func walk(_ arguments: String...) -> [String] {
    ArchiveWalk(arguments.map { $0 == "-" ? $0 : folder.path + "/" + $0 }).map { step in
      switch step {
      case .file(let file): file.source + (file.notice == nil ? "" : " *")
      case .problem(let problem): "! \(problem.source) \(problem.kind.rawValue)"
      }
    }
  }

  @Test("Sources are paths relative to the common folder of all arguments")
  func commonRoot() throws {
    for name in ["north/2019/001.txt", "south/2019/001.txt", "south/2019/more/2.txt", "notes.txt"] {
      try folder.write(name, name)
    }
    #expect(
      walk("north/2019", "south/2019") == ["north/2019/001.txt", "south/2019/001.txt", "south/2019/more/2.txt"])
    #expect(walk("south/2019/", "north/./2019") == walk("north/2019", "south/2019"), "any order and spelling")
    #expect(walk("north/2019/001.txt", "south/2019/001.txt") == ["north/2019/001.txt", "south/2019/001.txt"])
    #expect(walk("south/2019/001.txt", "south/2019/more/2.txt") == ["001.txt", "more/2.txt"])
    #expect(walk("notes.txt", "south/2019/more") == ["notes.txt", "south/2019/more/2.txt"])
    #expect(walk("north/2019") == ["2019/001.txt"], "one argument: its last component")
    #expect(walk("-", "north/2019") == ["-", "2019/001.txt"], "standard input is in no folder")
    #expect(
      walk("north/2019", "north/gone", "south") == [
        "north/2019/001.txt", "! north/gone missing", "south/2019/001.txt", "south/2019/more/2.txt",
      ])
  }

  @Test("A file reached twice is read once, and this is reported")
  func repetition() throws {
    for name in ["a/1.txt", "a/b/2.txt", "a/.kept/3.txt"] { try folder.write(name, name) }
    #expect(walk("a", "a/b") == ["a/1.txt", "a/b/2.txt", "! a/b duplicate-source"])
    #expect(walk("a", "a/b/2.txt") == ["a/1.txt", "a/b/2.txt *"])
    #expect(walk("a", "a/") == ["a/1.txt", "a/b/2.txt", "! a duplicate-source"])
    #expect(walk("a", "a", "a/b") == ["a/1.txt", "a/b/2.txt", "! a duplicate-source", "! a/b duplicate-source"])
    #expect(walk("a/1.txt", "a/1.txt") == ["1.txt *"])
    #expect(walk("a", "a/.kept") == [".kept/3.txt", "1.txt", "b/2.txt"], "the walk passes hidden folders over")
    try folder.link("elsewhere", to: "a/b")
    #expect(walk("a", "elsewhere").sorted() == ["! elsewhere duplicate-source", "a/1.txt", "a/b/2.txt"])
    #expect(walk("a", "a/none") == ["a/1.txt", "a/b/2.txt", "! a/none missing"])
    try folder.link("a/b/self", to: ".")
    #expect(walk("a/b/self") == ["self/2.txt", "! self/self link-loop"], "a link to its own folder is no repetition")
  }

  @Test("Names that are equal after escaping are numbered")
  func numbers() throws {
    // é as one scalar and as two, and a control character next to its escaped form.
    for name in ["p", "p/\u{E8}", "p/e\u{300}"] { #expect(mkdir(folder.path + "/" + name, 0o700) == 0) }
    for name in ["p/\u{E9}.txt", "p/e\u{301}.txt", "p/x%0A", "p/x\n", "p/\u{E8}/1", "p/e\u{300}/1"] {
      let file = open(folder.path + "/" + name, O_CREAT | O_WRONLY, 0o600)
      #expect(file >= 0 && Foundation.write(file, "text", 4) == 4)
      close(file)
    }
    #expect(
      walk("p") == [
        "p/x%0A", "p/x%0A~2 *", "p/\u{E8}/1", "! p/\u{E8}~2 duplicate-source", "p/\u{E8}~2/1", "p/\u{E9}.txt",
        "p/\u{E9}.txt~2 *",
      ])
    #expect(walk("p/\u{E9}.txt", "p/e\u{301}.txt") == ["\u{E9}.txt", "\u{E9}.txt~2 *"])
  }

  @Test("A file with a name like the source of another file's record gets a different source")
  func records() throws {
    for name in ["p/a.jsonl", "p/a.jsonl#1", "p/b#1.txt"] { try folder.write(name, "x") }
    #expect(walk("p") == ["p/a.jsonl", "p/a.jsonl%231", "p/b#1.txt"])
    #expect(walk("p/a.jsonl", "p/a.jsonl#1") == ["a.jsonl", "a.jsonl%231"])
  }

  @Test("A source is covered by an argument if it is below it")
  func reaches() throws {
    for name in ["north/2019/001.txt", "south/1.txt"] { try folder.write(name, name) }
    let walk = ArchiveWalk([folder.path + "/north/2019", folder.path + "/south"])
    #expect(walk.reaches("north/2019/gone.txt") && walk.reaches("south") && walk.reaches("south/a/b"))
    #expect(!walk.reaches("2019/001.txt") && !walk.reaches("north/2020/1.txt") && !walk.reaches("southern/1.txt"))
    let name = (folder.path as NSString).lastPathComponent
    #expect(ArchiveWalk([folder.path, folder.path + "/south"]).reaches(name + "/anything"))
    #expect(ArchiveWalk([folder.path + "/south", folder.path + "/.north"]).reaches("south/anything"))
  }

  @Test("A hundred thousand arguments take a moment")
  func manyArguments() throws {
    try folder.write("p/a.txt", "x")
    let paths = (0..<100_000).map { "\(folder.path)/p/gone/\($0)" } + [folder.path + "/p/a.txt"]
    var count = 0
    let seconds = processorSeconds { count = ArchiveWalk(paths).reduce(0) { count, _ in count + 1 } }
    #expect(count == 100_001)
    #expect(seconds < 10, "\(seconds) s")
  }
}
