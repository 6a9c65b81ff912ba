/// Gives each record of a file, or each file of an archive, a unique name.
///
/// Only a 64-bit hash of each name is kept, so that millions of records cost little memory. Two names with the same
/// hash are numbered as if they were equal; among ten million records this happens once in 400,000 files.
struct RecordNames {
  private var used: Set<UInt64> = []
  /// For a repeated name, the number that its next record tries first. Without it, many records of one name would each
  /// try all earlier numbers.
  private var nextNumber: [UInt64: Int] = [:]

  /// Returns the id, or `id~2` for the second record with that id, and so on.
  mutating func take(_ id: String) -> (name: String, isDuplicate: Bool) {
    let hash = shortFingerprint(of: id)
    if used.insert(hash).inserted { return (id, false) }
    var number = nextNumber[hash] ?? 2
    var name = "\(id)~\(number)"
    while !used.insert(shortFingerprint(of: name)).inserted {
      number += 1
      name = "\(id)~\(number)"
    }
    nextNumber[hash] = number + 1
    return (name, true)
  }
}
