import Foundation
import TestSupport
import Testing

/// The `cleaning: latest_day` of a pipeline, and the days that are rejected without it, tested with the built program.
@Suite struct LatestDayTests {
  private static let text = "The ferry was taken out of the water on Monday, and its hull was painted by six people."

  private func archive(_ cleaning: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "archive/a.jsonl",
      """
      {"id":"early","text":"\(Self.text)","date":"2019-03-11"}
      {"id":"late","text":"\(Self.text)","date":"2019-03-13T00:00:00Z"}
      {"id":"next","text":"\(Self.text)","published":"2031-01-01","date":"2019-03-12"}
      {"id":"far","text":"\(Self.text)","date":"2999-01-01"}
      {"id":"old","text":"\(Self.text)","date":"1889-03-12"}
      {"id":"year","text":"\(Self.text)","date":"0019-03-12"}
      {"id":"zero","text":"\(Self.text)","date":0}

      """)
    try folder.write(
      "archive/b.html",
      """
      <html><head><meta property="article:published_time" content="2019-03-14"></head>
      <body><h1>The ferry</h1><p class=byline>12 March 2019</p><p>\(Self.text)</p></body></html>
      """)
    try folder.write("archive/c.txt", "The ferry\n\n13 March 2019\n\n\(Self.text)\n")
    try folder.write(
      "plain.yaml",
      "archive: archive\ndatabase: one.sqlite\nreports: reports\ndictionaries: []\ntopics: []\n\(cleaning)")
    return folder
  }

  private func published(_ command: String, in folder: TemporaryFolder) throws -> (days: [String], errors: String) {
    let outcome = try Program.dateline.run([command, "archive", "--pipeline", "plain.yaml"], folder: folder.path)
    let days = try outcome.output.split(separator: "\n").map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let source = try #require(object["source"] as? String).dropFirst("archive/".count)
      return "\(source) \(object["published"] as? String ?? "-")"
    }
    #expect(outcome.status == 3)
    return (days, outcome.errors)
  }

  private static let always = """
    dateline: archive/a.jsonl#far: metadata: the day “2999-01-01” in the field “date” is not believed: it is later than LATEST; the document has no day
    dateline: archive/a.jsonl#year: metadata: the day “0019-03-12” in the field “date” is not believed: it is earlier than the first newspaper, of 1605; the document has no day
    dateline: archive/a.jsonl#zero: metadata: the day “0” in the field “date” is not believed: it is the day that software writes if the date is unknown; the document has no day

    """

  @Test("Without the key, impossible days are rejected", arguments: ["clean", "annotate"])
  func withoutTheKey(command: String) throws {
    let (days, errors) = try published(command, in: archive(""))
    #expect(
      days == [
        "a.jsonl#early 2019-03-11", "a.jsonl#late 2019-03-13", "a.jsonl#next 2031-01-01", "a.jsonl#far -",
        "a.jsonl#old 1889-03-12", "a.jsonl#year -", "a.jsonl#zero -", "b.html 2019-03-14", "c.txt 2019-03-13",
      ])
    #expect(errors == Self.always.replacingOccurrences(of: "LATEST", with: "2100-12-31"))
  }

  @Test("A day later than the key's is rejected, and the next one counts, if any", arguments: ["clean", "annotate"])
  func withTheKey(command: String) throws {
    let (days, errors) = try published(command, in: archive("cleaning:\n  latest_day: 2019-03-12\n"))
    #expect(
      days == [
        "a.jsonl#early 2019-03-11", "a.jsonl#late -", "a.jsonl#next 2019-03-12", "a.jsonl#far -",
        "a.jsonl#old 1889-03-12", "a.jsonl#year -", "a.jsonl#zero -", "b.html 2019-03-12", "c.txt -",
      ])
    #expect(
      errors == """
        dateline: archive/a.jsonl#late: metadata: the day “2019-03-13T00:00:00Z” in the field “date” is not believed: it is later than 2019-03-12; the document has no day

        """ + Self.always.replacingOccurrences(of: "LATEST", with: "2019-03-12") + """
          dateline: archive/c.txt: metadata: the day 2019-03-13 (byline) is not believed: it is later than 2019-03-12; the document has no day

          """)
  }

  @Test("`run` uses the key, and reads everything again when it changes")
  func stored() throws {
    let folder = try archive("cleaning:\n  latest_day: 2019-03-12\n")
    func days() throws -> String {
      #expect(try Program.dateline.run(["run", "plain.yaml"], folder: folder.path).status == 3)
      return try Program.dateline.run(
        [
          "query", "sql", "--database", "one.sqlite", "--format", "csv",
          "SELECT published, count(*) AS documents FROM document GROUP BY published ORDER BY published",
        ], folder: folder.path
      ).output.replacingOccurrences(of: "\r\n", with: "\n")
    }
    #expect(
      try days() == "published,documents\n,5\n1889-03-12,1\n2019-03-11,1\n2019-03-12,2\n"
    )
    let pipeline = try String(contentsOfFile: folder.path + "/plain.yaml", encoding: .utf8)
    try folder.write("plain.yaml", pipeline.replacingOccurrences(of: "2019-03-12", with: "2019-03-13"))
    #expect(try days() == "published,documents\n,3\n1889-03-12,1\n2019-03-11,1\n2019-03-12,2\n2019-03-13,2\n")
  }
}
