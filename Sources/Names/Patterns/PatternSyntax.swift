import NewsModel

/// A pattern as parsed: tests of tokens in sequence, alternation and repetition.
indirect enum PatternNode {
  /// Index into `PatternWords.tests`.
  case test(Int)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// From `least` to `most` times.
  case repeated(PatternNode, least: Int, most: Int)
}

/// A test that one token or one mention must pass.
enum TokenTest: Hashable {
  /// A word of a set, by its index into `PatternWords.words`. If `capitalised`, it must begin with a capital.
  case words(Int, capitalised: Bool)
  /// A word with a capital that marks a name.
  case cap
  /// A word with at least two capitals and no other letters.
  case upper
  /// One capital letter.
  case initial
  case number
  /// Any word in lower case.
  case lower
  /// Any word.
  case word
  /// Any word except function words.
  case content
  /// An everyday word, with or without capitals.
  case everyday
  /// An everyday word that is not in a set.
  case everydayOther(except: Int)
  /// A word with a capital that is neither an everyday word nor in a set.
  case proper(except: Int)
  /// A punctuation mark or symbol, by its hash.
  case sign(UInt64)
  case possessive
  case sentenceStart
  /// A dictionary mention of a type.
  case mention(EntityType)
  /// A dictionary mention of a country by its nationality ("French").
  case nationality
}

/// Parses the notation of patterns, which `Dictionaries/patterns/README.md` explains.
///
///     pattern  = sequence ( "|" sequence )*
///     sequence = item item ...
///     item     = ( atom | "(" pattern ")" ) ( "?" | "*" | "+" | "{" m "," n "}" )?
///     atom     = word | $set | ^word | ^$set | Cap | Upper | Initial | Num | Lower | Word | Content | 's | , | \\( | @type | Macro
struct PatternParser {
  struct Fault: Error { var reason: String }

  private let macros: [String: PatternNode]
  private var words: PatternWords.Builder
  private var pieces: [Substring]
  private var index = 0
  private var depth = 0
  /// The deepest nesting of brackets. Nobody could read a deeper one.
  private static let mostDepth = 32
  /// The most repetitions that "*" and "+" match. Names do not have more words.
  private static let most = 6

  static func parse(
    _ text: String, macros: [String: PatternNode], words: inout PatternWords.Builder
  ) throws(Fault) -> PatternNode {
    var parser = PatternParser(macros: macros, words: PatternWords.Builder(), pieces: pieces(of: text))
    // The table is swapped in instead of copied: a change to a table with two owners would copy it.
    swap(&parser.words, &words)
    defer { swap(&parser.words, &words) }
    let node = try parser.pattern()
    if parser.index < parser.pieces.count { throw Fault(reason: "unexpected “\(parser.pieces[parser.index])”") }
    return node
  }

  private mutating func pattern() throws(Fault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else { throw Fault(reason: "brackets deeper than \(Self.mostDepth)") }
    var choices = [try sequence()]
    while index < pieces.count, pieces[index] == "|" {
      index += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : joinWords(choices)
  }

  /// Joins the single words among the choices into one set.
  private mutating func joinWords(_ choices: [PatternNode]) -> PatternNode {
    var sets: [Bool: [Int]] = [:]
    var rest: [PatternNode] = []
    for choice in choices {
      if case .test(let index) = choice, case .words(let set, let capitalised) = words.tests[index] {
        sets[capitalised, default: []].append(set)
      } else {
        rest.append(choice)
      }
    }
    for capitalised in [false, true] {
      if let parts = sets[capitalised] { rest.append(test(.words(words.union(parts), capitalised: capitalised))) }
    }
    return rest.count == 1 ? rest[0] : .choice(rest)
  }

  private mutating func sequence() throws(Fault) -> PatternNode {
    var nodes: [PatternNode] = []
    while index < pieces.count, pieces[index] != "|", pieces[index] != ")" {
      var node: PatternNode
      if pieces[index] == "(" {
        index += 1
        node = try pattern()
        guard index < pieces.count, pieces[index] == ")" else { throw Fault(reason: "a “(” is not closed") }
        index += 1
      } else {
        node = try atom(pieces[index])
        index += 1
      }
      if index < pieces.count, let (least, most) = try repetition(pieces[index]) {
        node = .repeated(node, least: least, most: most)
        index += 1
      }
      nodes.append(node)
    }
    if nodes.isEmpty { throw Fault(reason: "expected a word, a set or a class") }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private func repetition(_ piece: Substring) throws(Fault) -> (Int, Int)? {
    switch piece {
    case "?": return (0, 1)
    case "*": return (0, Self.most)
    case "+": return (1, Self.most)
    default:
      guard piece.first == "{" else { return nil }
      let bounds = piece.dropFirst().dropLast().split(separator: ",").map { Int($0) }
      guard piece.last == "}", bounds.count == 2, let least = bounds[0], let most = bounds[1], 0 <= least,
        least <= most, most <= 12, most > 0
      else { throw Fault(reason: "“\(piece)”: expected {m,n} with 0 <= m <= n <= 12") }
      return (least, most)
    }
  }

  private mutating func atom(_ piece: Substring) throws(Fault) -> PatternNode {
    switch piece {
    case "Cap": return test(.cap)
    case "Upper": return test(.upper)
    case "Initial": return test(.initial)
    case "Num": return test(.number)
    case "Lower": return test(.lower)
    case "Word": return test(.word)
    case "Content": return test(.content)
    case "Everyday": return test(.everyday)
    case "'s": return test(.possessive)
    case "<start>": return test(.sentenceStart)
    case "@nationality": return test(.nationality)
    case "?", "*", "+", ")": throw Fault(reason: "“\(piece)” has nothing before it")
    default: break
    }
    if let macro = macros[String(piece)] { return macro }
    if piece.first == "@" {
      guard let type = EntityType(rawValue: String(piece.dropFirst())), !TokenRoles.mention(type).isEmpty else {
        throw Fault(reason: "no type “\(piece)”")
      }
      return test(.mention(type))
    }
    for (prefix, except) in [("Proper!$", TokenTest.proper), ("Everyday!$", TokenTest.everydayOther)]
    where piece.hasPrefix(prefix) {
      guard let set = words.index(ofSet: String(piece.dropFirst(prefix.count))) else {
        throw Fault(reason: "no set in “\(piece)”")
      }
      return test(except(set))
    }
    let capitalised = piece.first == "^"
    let name = capitalised || piece.first == "\\" ? piece.dropFirst() : piece
    if name.first == "$", name.count > 1 {
      guard let set = words.index(ofSet: String(name.dropFirst())) else { throw Fault(reason: "no set “\(name)”") }
      return test(.words(set, capitalised: capitalised))
    }
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first, !scalar.properties.isAlphabetic,
      !("0"..."9").contains(scalar), let hash = PatternWords.signHash(String(name))
    {
      return test(.sign(hash))
    }
    if piece.first == "^", name.first == "@" { throw Fault(reason: "“\(piece)”: a mention has its own capitals") }
    guard let set = words.set(ofWord: String(name)) else { throw Fault(reason: "“\(name)” is not one word") }
    return test(.words(set, capitalised: capitalised))
  }

  private mutating func test(_ test: TokenTest) -> PatternNode { .test(words.index(of: test)) }

  /// Splits a pattern into words and operators. A backslash before an operator makes it literal.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let character = rest.first {
      if character == " " || character == "\n" {
        rest = rest.dropFirst()
      } else if "()|?*+".contains(character) {
        pieces.append(rest.prefix(1))
        rest = rest.dropFirst()
      } else if character == "{" {
        let end = rest.firstIndex(of: "}").map { rest.index(after: $0) } ?? rest.endIndex
        pieces.append(rest[..<end])
        rest = rest[end...]
      } else {
        var end = rest.startIndex
        if character == "\\" { end = rest.index(end, offsetBy: 2, limitedBy: rest.endIndex) ?? rest.endIndex }
        while end < rest.endIndex, !" \n()|?*+{".contains(rest[end]) { end = rest.index(after: end) }
        pieces.append(rest[..<end])
        rest = rest[end...]
      }
    }
    return pieces
  }
}
