import NewsModel

/// The numbers of the tests for shapes and mentions, as opposed to words; -1 if no pattern has the test.
struct PlainTests: Sendable {
  var cap: Int32 = -1
  var upper: Int32 = -1
  var initial: Int32 = -1
  var number: Int32 = -1
  var lower: Int32 = -1
  var word: Int32 = -1
  var content: Int32 = -1
  var everyday: Int32 = -1
  var everydayOthers: [(except: Int, test: Int32)] = []
  var propers: [(except: Int, test: Int32)] = []
  var possessive: Int32 = -1
  var sentenceStart: Int32 = -1
  var nationality: Int32 = -1
  var signs: [(hash: UInt64, test: Int32)] = []
  private var mentions = [Int32](repeating: -1, count: EntityType.allCases.count)
  /// For each test, how many tokens it takes.
  private(set) var reaches: [Reach]

  /// How many tokens a passed test takes.
  enum Reach: UInt8 {
    case token, mention, nationality, nothing
  }

  func mention(_ type: EntityType) -> Int32 { mentions[type.index] }

  init(_ tests: [TokenTest]) {
    reaches = [Reach](repeating: .token, count: tests.count)
    for (index, test) in tests.enumerated() {
      let number = Int32(index)
      switch test {
      case .words: break
      case .cap: cap = number
      case .upper: upper = number
      case .initial: initial = number
      case .number: self.number = number
      case .lower: lower = number
      case .word: word = number
      case .content: content = number
      case .everyday: everyday = number
      case .everydayOther(let set): everydayOthers.append((set, number))
      case .proper(let set): propers.append((set, number))
      case .possessive: possessive = number
      case .sign(let hash): signs.append((hash, number))
      case .sentenceStart:
        sentenceStart = number
        reaches[index] = .nothing
      case .nationality:
        nationality = number
        reaches[index] = .nationality
      case .mention(let type):
        mentions[type.index] = number
        reaches[index] = .mention
      }
    }
  }
}
