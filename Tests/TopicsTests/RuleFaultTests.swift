import ExtractionTestSupport
import NewsModel
import Testing
import Topics

@Suite("Packs with errors: file, line, column and reason")
struct RuleFaultTests {
  private func faults(_ yaml: String) -> [String] {
    do {
      _ = try TopicSet(texts: [("p.yaml", yaml)], entities: EntityKinds([]))
      return []
    } catch let errors as DefinitionErrors {
      return errors.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var query: String
    var fault: String
    init(_ query: String, _ fault: String) { (self.query, self.fault) = (query, fault) }
    var testDescription: String { query }
  }

  /// The query begins in line 4, column 7.
  @Test(arguments: [
    Case("(oil OR gas", "p.yaml:4:7: this '(' is never closed: expected ')'"),
    Case(
      "oil)",
      "p.yaml:4:10: expected OR, AND, NOT, NEAR/n, ONEAR/n, ',', a weight '^n' or the end of the line, found ')'"),
    Case(
      "oil NAER/3 gas",
      "p.yaml:4:11: unknown operator 'NAER/3'; known: OR, AND, NOT, NEAR/n, ONEAR/n, ATLEAST/n, DISTINCT/n, EACH/n, TIMES/n, OFTEN/n"
    ),
    Case("oil NEAR gas", "p.yaml:4:11: expected a number: NEAR/n"),
    Case("oil NEAR/0 gas", "p.yaml:4:11: expected a whole number from 1 to 1000 after 'NEAR/', not '0'"),
    Case("oil and gas", "p.yaml:4:11: 'and' is no operator: write AND, or put the phrase in quotes"),
    Case("oil OR", "p.yaml:4:13: expected a term, '(', a field such as title:, '@entity', '#topic' or '$terms'"),
    Case("oil ^heavy", "p.yaml:4:12: expected a weight after '^': a number from -1000 to 1000, not 'heavy'"),
    Case("o*", "p.yaml:4:7: a wildcard needs at least 3 letters before '*'"),
    Case("oilf*ld", "p.yaml:4:7: '*' is allowed only at the end of a word: 'oilf*ld'"),
    Case("\"oil", "p.yaml:4:7: expected a closing '\"' on the same line"),
    Case("NOT oil", "p.yaml:4:7: NOT needs something before it to take from: a NOT b"),
    Case("header:oil", "p.yaml:4:7: unknown field 'header:'; known: title: lead: body: sentence: paragraph:"),
    Case("oil AND @org.atlantis", "p.yaml:4:15: unknown entity '@org.atlantis'"),
    Case(
      "oil AND @type:ghost",
      "p.yaml:4:15: unknown type '@type:ghost'; known: organisation, country, facility, place, person"),
    Case("oil AND #nowhere", "p.yaml:4:15: unknown topic '#nowhere'"),
    Case("$nothing", "p.yaml:4:7: unknown list of terms '$nothing'"),
    Case("ATLEAST/2 oil", "p.yaml:4:17: expected '(' after ATLEAST/2"),
    Case("oil ; gas", "p.yaml:4:11: ';' has no meaning here; put a phrase with signs in quotes"),
  ])
  func reportsThePosition(_ item: Case) {
    let found = faults("topics:\n  - id: t\n    rules: |\n      \(item.query)\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(item.fault) == true, "\(found)")
  }

  @Test func columnsAreRightInEveryStyleOfText() {
    #expect(
      faults("topics:\n  - id: t\n    rules: oil OR (gas\n") == ["p.yaml:3:19: this '(' is never closed: expected ')'"])
    #expect(
      faults("topics:\n  - id: t\n    rules: 'it''s OR (gas'\n") == [
        "p.yaml:3:22: this '(' is never closed: expected ')'"
      ])
    #expect(
      faults("topics:\n  - id: t\n    rules: \"\\\"a b\\\" OR (gas\"\n") == [
        "p.yaml:3:24: this '(' is never closed: expected ')'"
      ])
    #expect(
      faults("topics:\n  - id: t\n    rules: >\n      oil OR\n      (gas\n") == [
        "p.yaml:5:7: this '(' is never closed: expected ')'"
      ])
    #expect(
      faults("topics:\n  - id: t\n    rules:\n      - oil\n      - (gas\n") == [
        "p.yaml:5:9: this '(' is never closed: expected ')'"
      ])
  }

  @Test func allErrorsAreReportedAtOnce() {
    let found = faults(
      """
      topics:
        - id: a
          rules: |
            (oil
            o*
        - id: b
          colour: red
          threshold: none
          rules: gas ^x
      """)
    #expect(
      found == [
        // The bracket continues on the next line.
        "p.yaml:5:7: expected OR, AND, NOT, NEAR/n, ONEAR/n, ',' or ')', found 'o*'",
        "p.yaml:7:5: unknown key 'colour'; known: id, name, broader, iptc, scope, threshold, about, signs, rules, require, vetoes, modality, match, no_match",
        "p.yaml:8:16: expected a threshold above 0",
        "p.yaml:9:17: expected a weight after '^': a number from -1000 to 1000, not 'x'",
      ])
  }

  /// A syntax error does not hide an unknown name in the same query, another topic or another pack. Names defined in
  /// unreadable parts still count as known.
  @Test func syntaxErrorsAndUnknownNamesAreReportedTogether() {
    do {
      _ = try TopicSet(
        texts: [
          (
            "a.yaml",
            """
            terms:
              fuels: oil, (gas
            topics:
              - id: broken
                rules: |
                  $fuels ^heavy
                  coal AND @org.atlantis
                  coal ^-1
              - id: other
                broader: broken
                rules: '#nowhere'
            """
          ), ("b.yaml", "topics:\n  - id: third\n    rules: '#broken, o*'\n"),
        ], entities: EntityKinds([]))
      Issue.record("nothing was found wrong")
    } catch let errors as DefinitionErrors {
      #expect(
        errors.faults.map(\.description) == [
          "a.yaml:2:15: this '(' is never closed: expected ')'",
          "a.yaml:6:15: expected a weight after '^': a number from -1000 to 1000, not 'heavy'",
          "a.yaml:7:16: unknown entity '@org.atlantis'",
          "a.yaml:11:13: unknown topic '#nowhere'",
          "b.yaml:3:22: a wildcard needs at least 3 letters before '*'",
        ])
    } catch { Issue.record("\(error)") }
  }

  @Test func namesAndCyclesAreChecked() {
    #expect(
      faults("topics:\n  - id: a\n    rules: '#b'\n  - id: b\n    rules: '#a'\n") == [
        "p.yaml:2:5: the rules of 'a' lead back to itself through '#' topics",
        "p.yaml:4:5: the rules of 'b' lead back to itself through '#' topics",
      ])
    #expect(
      faults("topics:\n  - id: a\n    broader: a\n    rules: oil\n") == [
        "p.yaml:3:14: the topic 'a' is broader than itself"
      ])
    #expect(faults("topics:\n  - id: a\n    broader: z\n    rules: oil\n") == ["p.yaml:3:14: unknown topic 'z'"])
    #expect(
      faults("topics:\n  - id: a\n    rules: oil\n  - id: a\n    rules: gas\n") == [
        "p.yaml:4:5: the topic 'a' is already defined in p.yaml:2"
      ])
    #expect(
      faults("terms:\n  x: $x\ntopics:\n  - id: a\n    rules: $x\n") == ["p.yaml:2:6: the list '$x' is part of itself"])
  }

  @Test func emptyRulesAreErrors() {
    #expect(faults("topics:\n  - id: a\n") == ["p.yaml:2:5: the topic 'a' has none of 'about', 'signs' and 'rules'"])
    #expect(
      faults("topics:\n  - id: a\n    rules: '# only a remark'\n") == [
        "p.yaml:3:13: the rule is empty: expected a term"
      ])
    #expect(faults("topics:\n  - id: a\n    rules: oil ^-1\n") == ["p.yaml:2:5: no clause of 'a' adds to its score"])
  }

  @Test func aliasBombIsRefusedBeforeItIsRead() {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (level, letter) in "bcdefghijklm".enumerated() {
      let before = String(Array("abcdefghijklm")[level])
      yaml += "\(letter): &\(letter) [\(Array(repeating: "*" + before, count: 9).joined(separator: ", "))]\n"
    }
    #expect(
      faults(yaml) == ["p.yaml:1:4: YAML anchors and aliases are not allowed; share terms by 'terms:' and $name"])
  }

  @Test func yamlErrorsHaveTheirPosition() {
    #expect(
      faults("topics:\n  - id: a\n    rules: oil\u{1}\n") == ["p.yaml:3:15: control characters are not allowed"])
    #expect(faults("topics:\n  - id: a\n   rules: [oil\n") == ["p.yaml:3:4: did not find expected '-' indicator"])
  }

  @Test func errorsInASeedQueryHavePositionsInIt() {
    do {
      _ = try TopicSet(seedQuery: "oil\ngas AND @org.atlantis")
      Issue.record("nothing was found wrong")
    } catch {
      #expect(
        error as? DefinitionErrors
          == DefinitionErrors([.init(file: "query", line: 2, column: 9, reason: "unknown entity '@org.atlantis'")]))
    }
  }

  @Test func tooManyTermsAreRefused() {
    let terms = (0..<200_000).map { "word\($0)x" }.joined(separator: ", ")
    let found = faults("topics:\n  - id: a\n    rules: \(terms)\n")
    #expect(
      found == [
        "p.yaml:2:5: more than 100000 terms up to here; long lists of names belong in a dictionary, as entities"
      ])
  }

  @Test func deepBracketsAreRefused() {
    let query = String(repeating: "(", count: 100_000) + "oil"
    let found = faults("topics:\n  - id: a\n    rules: \(query)\n")
    #expect(found == ["p.yaml:3:52: brackets nested more than 40 deep"])
  }

  @Test func randomQueriesNeverCrash() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "oil", "(", ")", "OR", "AND", "NOT", "NEAR/2", ",", "\"", "^", "^2", "title:", "=", "~", "*", "#", "@", "$", "\n",
      "EACH/2", " ",
    ]
    for _ in 0..<3000 {
      let query = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined(separator: " ")
      _ = try? TopicSet(seedQuery: query)
    }
  }
}
