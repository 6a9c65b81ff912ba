/// A number with its noun: `1 file`, `2 files`.
struct Counted: CustomStringConvertible {
  private let count: Int
  private let one: String
  private let many: String

  init(_ count: Int, _ one: String, _ many: String? = nil) {
    self.count = count
    self.one = one
    self.many = many ?? one + "s"
  }

  var description: String { "\(count) \(count == 1 ? one : many)" }
}
