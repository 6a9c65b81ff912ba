import ArchiveReading
import NewsModel
import TestSupport
import Testing

@Suite struct JSONTests {
  @Test("A line is a document, under any of the usual names of its fields")
  func fields() throws {
    let folder = try TemporaryFolder()
    let line = #"""
      {"id": "x17", "link": "http://site.example/1", "Headline": "One", "body": "First line.\n\nSecond — \"quoted\".", "date_published": "2024-03-04T23:30:00-05:00", "authors": ["A. Writer", {"name": "B. Writer"}], "source": {"name": "The Daily", "id": 7}, "lang": "en", "keywords": ["nuclear", "grid"], "agency": "Wire", "dateline": "VIENNA, March 4", "score": [1, 2.5e3, {"x": null}], "seen": true}
      """#
    let path = try folder.write("a.jsonl", line + "\n")
    var records: [RawDocument.Record] = []
    try ArchiveReader().open(ArchiveFile(source: "a.jsonl", path: path)).read { item in
      if case .document(let document) = item, case .record(let record) = document.content { records.append(record) }
    }
    let record = try #require(records.first)
    #expect(record.text == "First line.\n\nSecond — \"quoted\".")
    #expect(record.title == "One")
    #expect(record.url == "http://site.example/1")
    #expect(
      record.dates == [
        RawDocument.WrittenDate(
          day: Day(year: 2024, month: 3, day: 4)!, method: .recordField, field: "datepublished",
          value: "2024-03-04T23:30:00-05:00")
      ])
    #expect(record.author == "A. Writer, B. Writer")
    #expect(record.publisher == "The Daily")
    #expect(record.agency == "Wire")
    #expect(record.language == "en")
    #expect(record.dateline == "VIENNA, March 4")
    #expect(record.tags == ["nuclear", "grid"])
  }

  @Test(
    "Each line is read independently",
    arguments: [
      // The content of a file, and the result of reading it.
      (#"{"text":"One."}"#, ["a.jsonl#1 | - | - | One."]),
      (
        "\u{FEFF}{\"id\":\"x\",\"text\":\"One.\"}\r\n\r\n{\"id\":7,\"text\":\"Two.\"}\r\n",
        ["a.jsonl#x | - | - | One.", "a.jsonl#7 | - | - | Two."]
      ),
      (
        "{\"text\":\"One.\"}\nno json\n{\"text\":\"Three.\"}\n[1]\n\"text\"\n{\"text\":\"Six.\"} {\n",
        [
          "a.jsonl#1 | - | - | One.", "! line 2 record: no JSON object: { is missing at column 1",
          "a.jsonl#3 | - | - | Three.", "! line 4 record: no JSON object: { is missing at column 1",
          "! line 5 record: no JSON object: { is missing at column 1",
          "! line 6 record: no JSON object: something follows the object at column 17",
        ]
      ),
      (
        "{\"id\":1,\"text\":\"One.\"}\n{\"id\":1,\"text\":\"Two.\"}\n{\"id\":\"1~2\",\"text\":\"Three.\"}",
        [
          "a.jsonl#1 | - | - | One.", "a.jsonl#1~2 | - | - | Two.",
          "! line 2 duplicate-source: the id 1 comes again in this file", "a.jsonl#1~2~2 | - | - | Three.",
          "! line 3 duplicate-source: the id 1~2 comes again in this file",
        ]
      ),
      (#"{"id":"x","url":"u"}"#, ["! line 1 record: the record has no text, html or title"]),
      (#"{"title":"Only a headline","text":""}"#, ["a.jsonl#1 | Only a headline | - | "]),
      (#"{"html":"<p>One.</p>","text":"One."}"#, ["a.jsonl#1 | page 11 bytes"]),
      (
        #"{"text":"One.","date":"next Tuesday"}"#,
        [
          "a.jsonl#1 | - | - | One.",
          "! line 1 metadata: the field “date” contains a date that could not be read: next Tuesday",
        ]
      ),
      (#"{"text":"One.","published":"soon","date":"2024-03-04"}"#, ["a.jsonl#1 | - | 2024-03-04 | One."]),
      (
        #"{"text":"One\u0000 and\u0007 two."}"#,
        ["a.jsonl#1 | - | - | One  and  two.", "! line 1 encoding: 2 control characters became blanks"]
      ),
      (#"{"text":"\ud83d\ude00 \ud83d and \ude00"}"#, ["a.jsonl#1 | - | - | 😀 \u{FFFD} and \u{FFFD}"]),
      (
        #"{"text":"\/\b\f","id":"\u0009"}"#,
        ["a.jsonl#%09 | - | - | /  ", "! line 1 encoding: 2 control characters became blanks"]
      ),
      (
        #"{"text":"One.","text":"Two.","n":-0.5E+10,"id":123456789012345678901234567890}"#,
        ["a.jsonl#123456789012345678901234567890 | - | - | One."]
      ),
    ] as [(String, [String])])
  func lines(content: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try read(folder.write("a.jsonl", content)) == expected)
  }

  @Test(
    "Syntax that is not JSON is rejected with its column",
    arguments: [
      (#"{"text":"One.""#, "it ends early at column 15"),
      (#"{"text":"One."#, "a string is not closed at column 14"),
      (#"{"text":"One.\"#, "a string is not closed at column 15"),
      (#"{"text" "One."}"#, ": is missing at column 9"),
      (#"{"text":"One.",}"#, "a key is missing at column 16"),
      (#"{"text":'One.'}"#, "a value is missing at column 9"),
      (#"{"text":"\x41"}"#, "an escape that JSON does not have at column 11"),
      (#"{"text":"\u12"}"#, #"\u without four hexadecimal digits at column 14"#),
      (#"{"n":01}"#, "a comma or } is missing at column 7"),
      (#"{"n":-}"#, "a digit is missing at column 7"),
      (#"{"n":1.e5}"#, "a digit is missing at column 8"),
      (#"{"n":NaN}"#, "a value is missing at column 6"),
      (#"{"n":[1 2]}"#, "a comma or ] is missing at column 9"),
    ])
  func strictness(line: String, reason: String) throws {
    let folder = try TemporaryFolder()
    #expect(try read(folder.write("a.jsonl", line)) == ["! line 1 record: no JSON object: \(reason)"])
  }

  @Test("Bytes that are not UTF-8 are reported, and the rest is kept")
  func notUTF8() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", Array("{\"text\":\"caf".utf8) + [0xE9] + Array(" noir\"}\n".utf8))
    #expect(
      read(path) == [
        "a.jsonl#1 | - | - | caf\u{FFFD} noir", "! line 1 encoding: bytes that are not UTF-8 became U+FFFD",
      ])
  }

  @Test("Objects over several lines, alone or in an array")
  func objects() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.json",
      """
      [
        {"id": "x", "text": "One } \\" ]."},
        {
          "text": "Two.",
          "more": {"deep": [{}]}
        }, nonsense
        {"text": Three},
        {"text": "Four."}
      """)
    #expect(
      read(path) == [
        "a.json#x | - | - | One } \" ].", "a.json#2 | - | - | Two.",
        "! byte 96 record: 11 bytes that are not a JSON object",
        "! byte 107 record: no JSON object: a value is missing, 9 bytes into it", "a.json#5 | - | - | Four.",
      ])
  }

  @Test("Reading goes on where an earlier run stopped")
  func fromItem() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", "{\"text\":\"One.\"}\nbad\n{\"text\":\"Three.\"}\n{\"text\":\"Four.\"}\n")
    let all = read(path)
    for first in 0...5 { #expect(read(path, from: first) == Array(all.dropFirst(first))) }
  }
}

@Suite struct CSVTests {
  @Test(
    "A row is a document",
    arguments: [
      (
        "url,date,title,text\nu1,2024-03-04,One,\"First, with a comma.\nSecond \"\"line\"\".\"\r\n\nu2,2024-03-05,Two,Text\n",
        ["a.csv#2 | One | 2024-03-04 | First, with a comma.\nSecond \"line\".", "a.csv#5 | Two | 2024-03-05 | Text"]
      ),
      ("\u{FEFF}Id;Title;Body\nx;One;Text, and more\n", ["a.csv#x | One | - | Text, and more"]),
      ("id\ttext\n1\tOne\n2\tTwo", ["a.csv#1 | - | - | One", "a.csv#2 | - | - | Two"]),
      (
        "id,text\n1,One,more\n2,Two\n",
        ["! line 2 record: a row of 3 values under a header of 2", "a.csv#2 | - | - | Two"]
      ),
      (
        "id,text\n1,One\n2,\"Two\n3,Three\n",
        [
          "a.csv#1 | - | - | One",
          "! line 3 record: a quoted value that begins in this row is never closed; the rest of the file is lost in it",
        ]
      ),
      // Lines that end in CR: a line end inside quotes, mixed line ends, a last line without an end.
      (
        "id,text\r1,\"One\rmore\"\r2\r\n\r\n4,Four\n5,Five",
        [
          "a.csv#1 | - | - | One\rmore", "! line 4 record: a row of 1 values under a header of 2",
          "a.csv#4 | - | - | Four", "a.csv#5 | - | - | Five",
        ]
      ),
      // A single CR in a table with LF line ends is part of the value.
      ("id,text\n1,One\rmore\n", ["a.csv#1 | - | - | One\rmore"]),
      ("id,text\n", ["! empty: there are no rows after the header"]),
    ] as [(String, [String])])
  func rows(content: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try read(folder.write("a.csv", content)) == expected)
  }
}

@Suite struct FieldDateTests {
  @Test(
    "Date formats in records",
    arguments: [
      ("2013-02-03", "2013-02-03"), ("2013-02-03T23:59:59-08:00", "2013-02-03"), ("2013/2/3", "2013-02-03"),
      ("20130203", "2013-02-03"), ("20130203T101500Z", "2013-02-03"), ("Sun, 03 Feb 2013 10:00:00 GMT", "2013-02-03"),
      ("3 February 2013", "2013-02-03"), ("February 3, 2013", "2013-02-03"), ("Feb. 3rd, 2013", "-"),
      ("26-FEB-1987 15:01:01.79", "1987-02-26"), (" 2-APR-1987", "1987-04-02"), ("1359885600", "2013-02-03"),
      ("1359885600000", "2013-02-03"), ("03/02/2013", "-"), ("2013-02-30", "-"), ("2013", "-"), ("", "-"),
      ("99999999999999999999", "-"), ("yesterday", "-"), ("Sept 5, 2013", "2013-09-05"),
      // These days are left for `BelievableDays` to reject.
      ("0", "1970-01-01"), ("0.0", "1970-01-01"), ("000000000", "1970-01-01"),
      ("1969-12-31T19:00:00-05:00", "1970-01-01"),
      ("1969-12-31", "1969-12-31"), ("0019-03-12", "0019-03-12"), ("12 March 0019", "0019-03-12"),
      ("9999-12-31", "9999-12-31"), ("0000-00-00", "-"), ("00000000", "-"),
      ("12 Mar 19", "2019-03-12"), ("1359885600.25", "2013-02-03"), ("-3786825600", "1850-01-01"),
      ("-3786825601", "1849-12-31"), ("-1", "-"), ("12345", "-"), ("99999999999", "-"),
    ])
  func days(text: String, day: String) throws {
    let folder = try TemporaryFolder()
    let line = "{\"title\":\"T\",\"text\":\"One.\",\"published\":\"\(text)\"}"
    #expect(try read(folder.write("a.jsonl", line)).first == "a.jsonl#1 | T | \(day) | One.")
  }
}
