/// The overlap of two texts, computed from the texts themselves.
package struct StoryOverlap: Sendable, Equatable {
  /// The number of shingles that the texts share.
  package let shared: Int
  /// The number of shingles of the shorter and of the longer text.
  package let smaller: Int
  package let larger: Int
  /// How many numbers the texts share, and how many the text with fewer numbers has.
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

  /// The share of the shorter text that the longer one contains (Broder's containment).
  package var containment: Double { smaller == 0 ? 0 : Double(shared) / Double(smaller) }

  /// The share of all shingles that both texts have (Broder's resemblance).
  package var resemblance: Double {
    smaller + larger == shared ? 0 : Double(shared) / Double(smaller + larger - shared)
  }

  /// Whether the texts are near-duplicates.
  ///
  /// The longer text contains all of a copy that was cut, and most of a copy with another beginning and end. Half is the
  /// threshold for resemblance of Broder et al., "Syntactic clustering of the Web" (1997). The threshold for containment is
  /// higher, because a longer text may quote a short one; that for briefs is higher still, because half of a brief can
  /// consist of set phrases.
  package var isOneStory: Bool {
    if isFilledForm { return false }
    if smaller < Self.brief { return containment >= Self.containmentOfBriefs }
    let isCut = smaller >= Self.form && larger >= 2 * smaller
    return containment >= (isCut ? Self.containmentOfCutTexts : Self.leastContainment)
      || resemblance >= Self.leastResemblance
  }

  private static let containmentOfBriefs = 0.8
  private static let leastContainment = 0.65
  private static let containmentOfCutTexts = 0.5
  private static let leastResemblance = 0.5

  /// The number of shingles below which a text is a brief: about three sentences. Derived from Reuters-21578, where
  /// reports of contracts and dividends of this length share up to 0.75 of their wording.
  static let brief = 60

  /// The number of shingles below which texts may fill one form without numbers. Of the pairs of Reuters-21578 that share
  /// 0.5 to 0.65 of the shorter text, the ten that are different texts, most of them bond issues, have 63 to 109 shingles.
  /// In longer forms, such as reports of plants and interviews, both texts are of about the same length.
  static let form = 120

  /// Whether the texts fill the same sentences with different numbers, as daily market reports do. Copies share most of
  /// their numbers.
  private var isFilledForm: Bool {
    fewerNumbers >= Self.fewestNumbers && Double(sharedNumbers) < Self.leastSharedNumbers * Double(fewerNumbers)
  }

  private static let fewestNumbers = 3
  private static let leastSharedNumbers = 0.6
}
