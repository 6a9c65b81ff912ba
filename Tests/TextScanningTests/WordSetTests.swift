import Testing
import TextScanning

@Suite struct WordSetTests {
  @Test func holdsWhatWasPutInAndNothingElse() {
    var dice = Dice(seed: 3)
    for size in [0, 1, 7, 8, 9, 100, 3000] {
      // Hashes with equal low bits are stored next to each other.
      let hashes = (0..<size).map { _ in UInt64(dice.roll(1000)) << 8 | UInt64(dice.roll(4)) }
      let expected = Set(hashes).subtracting([0])
      let set = WordSet(hashes)
      for hash in UInt64(0)..<2000 { #expect(set.contains(hash) == expected.contains(hash)) }
      #expect(expected.allSatisfy { set.contains($0) })
      #expect(expected.allSatisfy { expected.contains($0 + 1) == set.contains($0 + 1) })
    }
  }

  @Test func numbersAreThoseThatWerePutIn() {
    var dice = Dice(seed: 4)
    for size in [0, 1, 8, 9, 3000] {
      // Hashes with equal low bits are stored next to each other; the upper bits distinguish words.
      let words = (0..<size).map { _ in
        (UInt64(dice.roll(1 << 30)) << 32 | UInt64(dice.roll(4)), Int32(dice.roll(1000)))
      }
      let expected = Dictionary(words.filter { $0.0 != 0 }, uniquingKeysWith: { first, _ in first })
      let numbers = WordNumbers(expected)
      #expect(expected.allSatisfy { numbers.number(of: $0.key) == $0.value })
      let others = (0..<1000).map { _ in UInt64(dice.roll(1 << 30)) << 32 | UInt64(dice.roll(4)) }
      #expect(others.allSatisfy { expected[$0] != nil || numbers.number(of: $0) == -1 })
    }
  }
}
