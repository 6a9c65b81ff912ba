import NewsModel

/// The page's day of publication, chosen among all candidates.
///
/// A candidate's weight is its trust, and a third of the trust of every other method that names the same day. A day that
/// is not believed is kept and never chosen.
struct PublicationDateChoice {
  /// Best first, each method and day once.
  private(set) var ranked: [PublicationDate] = []

  init(_ candidates: [DateCandidates.Candidate], days: BelievableDays) {
    let candidates = Self.resolved(candidates)
    var distinct: [DateCandidates.Candidate] = []
    for candidate in candidates {
      if let index = distinct.firstIndex(where: { $0.day == candidate.day && $0.method == candidate.method }) {
        distinct[index].trust = max(distinct[index].trust, candidate.trust)
      } else if distinct.count < Self.most {
        distinct.append(candidate)
      }
    }
    let believed = distinct.filter { days.doubt(of: $0.day) == nil }
    let refused = Self.heaviestFirst(distinct.filter { days.doubt(of: $0.day) != nil })
    ranked =
      Self.ordered(believed).map {
        PublicationDate(day: $0.day, method: $0.method, doubt: Self.doubt(of: $0, believed))
      }
      + refused.map { PublicationDate(day: $0.day, method: $0.method, doubt: days.doubt(of: $0.day)?.rawValue) }
    if believed.isEmpty, let best = refused.first, best.trust >= Self.leastTrustToTell,
      let doubt = days.doubt(of: best.day)
    {
      refusal = "the day \(best.day) (\(best.method)) \(days.reason(doubt))"
    }
  }

  private static func heaviestFirst(_ candidates: [DateCandidates.Candidate]) -> [DateCandidates.Candidate] {
    let weighed = candidates.enumerated().map { index, candidate in
      (candidate: candidate, weight: weight(of: candidate, among: candidates), index: index)
    }
    return weighed.sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }.map(\.candidate)
  }

  /// By weight, but that the first one is the day of the publication where what the page says of its changes and of its
  /// readers' days tells another.
  private static func ordered(_ candidates: [DateCandidates.Candidate]) -> [DateCandidates.Candidate] {
    var sorted = heaviestFirst(candidates)
    if let first = sorted.first,
      let index = firstPublication(sorted, rather: first) ?? republication(sorted, rather: first)
    {
      sorted.insert(sorted.remove(at: index), at: 0)
    }
    if let first = sorted.first, !candidates.contains(where: { $0.day == first.day && isVisible($0) }),
      let local = sorted.firstIndex(where: { isLocalDay($0, of: first) })
    {
      sorted.swapAt(0, local)
    }
    return sorted
  }

  /// Why the document has no day though it names one: in the words of a problem's reason.
  private(set) var refusal: String?

  /// Days of less trust are more often an event's than the publication's, and are passed over without a word.
  private static let leastTrustToTell = 60

  /// Where only one of the two readings of 3/2/2013 agrees with a day that is certain, it is that one.
  private static func resolved(_ candidates: [DateCandidates.Candidate]) -> [DateCandidates.Candidate] {
    let certain = Set(candidates.filter { !$0.isAmbiguous && $0.trust >= 20 }.map(\.day))
    return candidates.map { candidate in
      guard candidate.isAmbiguous else { return candidate }
      let (year, month, day) = candidate.day.civil
      var candidate = candidate
      if certain.contains(candidate.day) {
        candidate.isAmbiguous = false
      } else if let other = Day(year: year, month: day, day: month), certain.contains(other) {
        candidate.day = other
        candidate.isAmbiguous = false
      }
      return candidate
    }
  }

  /// Candidates of a page, so that a page full of dates costs no square of their number.
  static let most = 60

  /// A page that was published anew often declares that day, and keeps the first one in its address or in another
  /// place: the earliest day that is declared as surely, where the one chosen is also that of a change; an address
  /// is given once and never later.
  private static func firstPublication(
    _ sorted: [DateCandidates.Candidate], rather chosen: DateCandidates.Candidate
  ) -> Int? {
    let changes = Set(sorted.filter(\.isChange).map(\.day))
    let earlier = sorted.indices.filter { index in
      let candidate = sorted[index]
      guard !candidate.isChange, candidate.day.ordinal < chosen.day.ordinal - 1 else { return false }
      if candidate.method == "url" { return candidate.trust >= 80 }
      // `<meta name=date>` does not say of what.
      if chosen.trust <= 64, chosen.method.hasPrefix("meta"), changes.contains(chosen.day), isVisible(candidate) {
        return true
      }
      return candidate.trust >= 90 && candidate.method.hasPrefix("meta") && changes.contains(chosen.day)
        && !changes.contains(candidate.day)
    }
    return earlier.min { sorted[$0].day < sorted[$1].day }
  }

  /// Where all that readers see is one later day, and the page declares a change on it, the text is of that day.
  private static func republication(
    _ sorted: [DateCandidates.Candidate], rather chosen: DateCandidates.Candidate
  ) -> Int? {
    guard chosen.method.hasPrefix("json-ld") || chosen.method.hasPrefix("meta") else { return nil }
    let seen = Set(sorted.filter { isVisible($0) && !$0.isChange }.map(\.day))
    guard seen.count == 1, let day = seen.first, day > chosen.day,
      sorted.contains(where: { $0.isChange && $0.day == day && !$0.method.hasPrefix("text") })
    else { return nil }
    return sorted.firstIndex { $0.day == day && isVisible($0) && !$0.isChange }
  }

  /// Head and JSON-LD often hold the instant in universal time, address and byline the day that readers had: where they are a day apart, the readers' day it is.
  private static func isLocalDay(_ candidate: DateCandidates.Candidate, of declared: DateCandidates.Candidate) -> Bool {
    guard abs(candidate.day.ordinal - declared.day.ordinal) == 1, !candidate.isChange,
      declared.method.hasPrefix("json-ld") || declared.method.hasPrefix("meta")
    else { return false }
    return candidate.method == "url" && candidate.trust >= 80 || isVisible(candidate)
  }

  /// Readers see it near the title.
  private static func isVisible(_ candidate: DateCandidates.Candidate) -> Bool {
    candidate.trust >= 66
      && ["byline", "text published", "time", "itemprop datepublished", "hatom"].contains(candidate.method)
  }

  private static func weight(of candidate: DateCandidates.Candidate, among all: [DateCandidates.Candidate]) -> Int {
    var weight = candidate.trust * 3
    for other in all where other.method != candidate.method && other.day == candidate.day && !other.isChange {
      weight += other.trust
    }
    return weight
  }

  /// Two methods of high trust that name days apart from each other.
  private static func doubt(of candidate: DateCandidates.Candidate, _ all: [DateCandidates.Candidate]) -> String? {
    if candidate.isAmbiguous, !all.contains(where: { $0.day == candidate.day && !$0.isAmbiguous }) {
      return "day/month ambiguous"
    }
    let rivals = all.contains { other in
      !other.isChange && other.trust >= 60 && other.trust * 10 >= candidate.trust * 7
        && abs(other.day.ordinal - candidate.day.ordinal) > 1
    }
    return rivals && !candidate.isChange ? "disagreement" : nil
  }
}
