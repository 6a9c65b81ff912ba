/// How much of two texts is the same, counted on the texts themselves.
package struct StoryOverlap: Sendable, Equatable {
  package let shared: Int
  /// Shingles of the shorter and of the longer text.
  package let smaller: Int
  package let larger: Int
  /// Numbers that both have, and of the text with fewer how many it has.
  package let sharedNumbers: Int
  package let fewerNumbers: Int

  package init(_ a: String, _ b: String) { self.init(Shingles(a), Shingles(b)) }

  init(_ a: Shingles, _ b: Shingles) {
    shared = Shingles.shared(a.hashes, b.hashes)
    sharedNumbers = Shingles.shared(a.numbers, b.numbers)
    fewerNumbers = min(a.numbers.count, b.numbers.count)
    smaller = min(a.hashes.count, b.hashes.count)
    larger = max(a.hashes.count, b.hashes.count)
  }

  /// The part of the shorter text that stands in the longer one (Broder's containment).
  package var containment: Double { smaller == 0 ? 0 : Double(shared) / Double(smaller) }

  /// The part of all shingles that is shared (Broder's resemblance).
  package var resemblance: Double {
    smaller + larger == shared ? 0 : Double(shared) / Double(smaller + larger - shared)
  }

  /// A copy that was cut keeps its text in the longer one; a copy with a new head and the site's tail keeps most.
  /// Half is the threshold of Broder et al., "Syntactic clustering of the Web" (1997), for resemblance; containment
  /// asks for more, since a longer text may quote a short one. Of a brief, half can be the trade's set phrases.
  package var isOneStory: Bool {
    if isForm { return false }
    return smaller < Self.brief ? containment >= 0.8 : containment >= 0.65 || resemblance >= 0.5
  }

  /// About three sentences. Read off Reuters-21578, where awards of contracts and dividends of this length share up to
  /// 0.75 of their wording.
  static let brief = 60

  /// Market reports and statistics fill the same sentences with other numbers every day: copies share theirs.
  private var isForm: Bool { fewerNumbers >= 3 && Double(sharedNumbers) < 0.6 * Double(fewerNumbers) }
}
