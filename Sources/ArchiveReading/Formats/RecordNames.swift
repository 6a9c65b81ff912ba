/// Gives each record of a file a name of its own, and each file of an archive too.
///
/// A 64-bit hash is kept of each name, so that millions of records cost little memory. Two names with one hash, which
/// a file of ten million records has once in 400,000, are numbered apart as if they were one name.
struct RecordNames {
  private var used: Set<UInt64> = []
  /// Of a name that came twice, the number that the next record of it tries first: without it, many records of one name
  /// would each try all the numbers before.
  private var nextNumber: [UInt64: Int] = [:]

  /// The id, or `id~2` for the second record of that id, and so on.
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
