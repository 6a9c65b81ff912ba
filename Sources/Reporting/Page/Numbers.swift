/// Numbers as pages print them, for use in the terminal.
package enum PrintedNumber {
  package static func points(_ change: Double) -> String { Numbers.points(change) }
}

enum EnglishList {
  /// `A`, `A and B`, `A, B and C`
  static func text(_ items: [String]) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }
}

/// Numbers as pages print them, independent of the locale.
enum Numbers {
  /// Returns a number with this many decimals, rounded half away from zero.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
    var digits = String(scaled)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let point = digits.utf8.count - decimals
    let sign = value < 0 && scaled > 0 ? "−" : ""
    return sign + digits.prefix(point) + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }

  /// `1,234,567`
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (value < 0 ? "−" : "") + grouped
  }

  /// `12.3 %`, with a space that never breaks.
  static func percent(_ share: Double) -> String { fixed(share * 100, 1) + "\u{A0}%" }

  /// `+4.1`, in percentage points.
  static func points(_ change: Double) -> String {
    let text = fixed(change * 100, 1)
    return change > 0 && text != "0.0" ? "+" + text : text
  }

  /// `+1.2 to +7.0`
  static func interval(_ comparison: (low: Double, high: Double)) -> String {
    "\(points(comparison.low)) to \(points(comparison.high))"
  }

  /// `0.012`, `< 0.001`
  static func probability(_ p: Double) -> String { p < 0.001 ? "< 0.001" : fixed(p, 3) }

  /// `1 document`, `2 documents`
  static func counted(_ value: Int, _ noun: String) -> String {
    "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
  }
}
