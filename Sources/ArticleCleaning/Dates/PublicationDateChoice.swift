import NewsModel

/// Chooses the day of a document among all days that were found. README.md describes the steps in the same order.
struct PublicationDateChoice {
  /// The best day first, with one entry for each day and method. Days that are not believed come last.
  let ranked: [PublicationDate]
  /// The reason why the document has no day although it names one, for a problem.
  let refusal: String?

  init(_ candidates: [DateCandidate], days: BelievableDays) {
    let distinct = Self.distinct(Self.disambiguated(candidates))
    let believed = Self.heaviestFirst(distinct.filter { days.doubt(of: $0.day) == nil })
    let refused = Self.heaviestFirst(distinct.filter { days.doubt(of: $0.day) != nil })

    var sorted = believed
    if let first = sorted.first,
      let better = Self.firstPublication(sorted, insteadOf: first) ?? Self.republication(sorted, insteadOf: first)
    {
      sorted.insert(sorted.remove(at: better), at: 0)
    }
    if let first = sorted.first, let seen = Self.dayOfReaders(sorted, insteadOf: first) { sorted.swapAt(0, seen) }

    ranked =
      sorted.map { PublicationDate(day: $0.day, method: $0.method, doubt: Self.doubt(of: $0, among: believed)) }
      + refused.map { PublicationDate(day: $0.day, method: $0.method, doubt: days.doubt(of: $0.day)) }
    refusal = believed.isEmpty ? refused.first.flatMap { Self.refusal(of: $0, days) } : nil
  }

  // MARK: Candidates

  /// Swaps day and month of an all-digit date such as 3/2/2013 if only the swapped date agrees with a certain day.
  private static func disambiguated(_ candidates: [DateCandidate]) -> [DateCandidate] {
    let certain = Set(candidates.filter { !$0.isAmbiguous && $0.trust >= .enoughToReadDigits }.map(\.day))
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

  /// Returns one candidate for each day and method, with the highest trust among them.
  private static func distinct(_ candidates: [DateCandidate]) -> [DateCandidate] {
    var distinct: [DateCandidate] = []
    for candidate in candidates {
      if let index = distinct.firstIndex(where: { $0.day == candidate.day && $0.method == candidate.method }) {
        distinct[index].trust = max(distinct[index].trust, candidate.trust)
      } else if distinct.count < mostCandidates {
        distinct.append(candidate)
      }
    }
    return distinct
  }

  /// The time of the steps grows with the square of this number.
  private static let mostCandidates = 60

  /// Sorts candidates by weight; among equals, the one that was found first comes first.
  private static func heaviestFirst(_ candidates: [DateCandidate]) -> [DateCandidate] {
    candidates.enumerated().map { (candidate: $1, weight: weight(of: $1, among: candidates), index: $0) }
      .sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }.map(\.candidate)
  }

  /// Returns three times the candidate's own trust, plus the trust of every other method that names the same day.
  private static func weight(of candidate: DateCandidate, among all: [DateCandidate]) -> Int {
    all.reduce(candidate.trust.percent * weightOfOwnTrust) { sum, other in
      let agrees = other.method != candidate.method && other.day == candidate.day && !other.isChange
      return agrees ? sum + other.trust.percent : sum
    }
  }

  private static let weightOfOwnTrust = 3

  // MARK: Corrections of the choice by weight

  /// Finds the earliest day that is declared as surely as the chosen one, if the chosen one may be the day of a change.
  /// A page that is published again often declares the new day and keeps the first one in its address or elsewhere.
  private static func firstPublication(_ sorted: [DateCandidate], insteadOf chosen: DateCandidate) -> Int? {
    let changes = Set(sorted.filter(\.isChange).map(\.day))
    let isAgreed = isAgreed(chosen, among: sorted)
    let earlier = sorted.indices.filter { index in
      let candidate = sorted[index]
      guard !candidate.isChange, candidate.day < chosen.day, !candidate.isWithinADay(of: chosen) else { return false }
      // An address is given once, and never after the publication, so its day counts without a declared change.
      if candidate.isSureAddress { return true }
      guard changes.contains(chosen.day), !isAgreed else { return false }
      if chosen.isVagueMeta, candidate.isVisible { return true }
      return candidate.isPlainMeta && !changes.contains(candidate.day)
    }
    return earlier.min { sorted[$0].day < sorted[$1].day }
  }

  /// Finds the only day that is visible to readers, if it is later than the chosen one and the page declares a change
  /// on it. The text is then of that day.
  private static func republication(_ sorted: [DateCandidate], insteadOf chosen: DateCandidate) -> Int? {
    let seen = Set(sorted.filter { $0.isVisible && !$0.isChange }.map(\.day))
    guard chosen.isDeclared, seen.count == 1, let day = seen.first, day > chosen.day,
      chosen.clock == nil || day.ordinal > chosen.day.ordinal + 1, !isAgreed(chosen, among: sorted),
      sorted.contains(where: { $0.isChange && $0.day == day && !$0.isInText })
    else { return nil }
    return sorted.firstIndex { $0.day == day && $0.isVisible && !$0.isChange }
  }

  /// Finds the local day of the publication, if it is one day away from the chosen one: declared days are often in
  /// universal time, but addresses and bylines are in local time. A visible day on which the page declares a change is
  /// that of the change, if the chosen one was written with a clock time.
  private static func dayOfReaders(_ sorted: [DateCandidate], insteadOf chosen: DateCandidate) -> Int? {
    guard chosen.isDeclared, chosen.clock != .local,
      !sorted.contains(where: { $0.day == chosen.day && $0.isVisible })
    else { return nil }
    let changes = chosen.clock == nil ? [] : Set(sorted.filter { $0.isChange && $0.day > chosen.day }.map(\.day))
    return sorted.firstIndex {
      $0.day != chosen.day && $0.isWithinADay(of: chosen) && !$0.isChange
        && ($0.isSureAddress || $0.isVisible && !changes.contains($0.day))
    }
  }

  /// Whether three declarations of different kinds agree on the chosen day. Only an address overrules them.
  private static func isAgreed(_ chosen: DateCandidate, among all: [DateCandidate]) -> Bool {
    all.count { $0.day == chosen.day && !$0.isChange && $0.trust >= .visibleToReaders } >= 3
  }

  // MARK: Doubts

  private static func doubt(of candidate: DateCandidate, among all: [DateCandidate]) -> DateDoubt? {
    if candidate.isAmbiguous, !all.contains(where: { $0.day == candidate.day && !$0.isAmbiguous }) {
      return .ambiguous
    }
    let isContradicted = all.contains { other in
      !other.isChange && other.trust.makesDoubtful(candidate.trust) && !other.isWithinADay(of: candidate)
    }
    return isContradicted && !candidate.isChange ? .disagreement : nil
  }

  private static func refusal(of candidate: DateCandidate, _ days: BelievableDays) -> String? {
    guard candidate.trust >= .enoughToReport, let objection = days.objection(to: candidate.day) else { return nil }
    return "the day \(candidate.day) (\(candidate.method.text)) \(objection)"
  }
}

/// The properties of a candidate that the steps test.
extension DateCandidate {
  /// Whether the head of the page declares the day.
  fileprivate var isDeclared: Bool {
    switch method {
    case .meta, .linkedData: true
    default: false
    }
  }

  /// Whether the day is from a `<meta>` element that does not show whether it is the day of the publication or of a
  /// change.
  fileprivate var isVagueMeta: Bool {
    if case .meta = method { trust <= .vagueMeta } else { false }
  }

  /// Whether the day is from a `<meta>` element that names the day of publication and no other day.
  fileprivate var isPlainMeta: Bool {
    if case .meta = method { trust >= .plainMeta } else { false }
  }

  fileprivate var isSureAddress: Bool { method == .url && trust >= .addressOfParts }

  fileprivate var isInText: Bool {
    switch method {
    case .text, .textPublished, .textUpdated: true
    default: false
    }
  }

  /// Whether the day is visible to readers near the title.
  fileprivate var isVisible: Bool {
    guard trust >= .visibleToReaders else { return false }
    switch method {
    case .byline, .textPublished, .time, .hatom, .itemprop("datepublished"): return true
    default: return false
    }
  }

  /// Whether the days differ by one at most. Because of time zones, the same instant may be on two days.
  fileprivate func isWithinADay(of other: DateCandidate) -> Bool { abs(day.ordinal - other.day.ordinal) <= 1 }
}
