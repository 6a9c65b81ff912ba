import Testing
import TextScanning

@Suite struct WordSetTests {
  @Test func holdsWhatWasPutInAndNothingElse() {
    var dice = Dice(seed: 3)
    for size in [0, 1, 7, 8, 9, 100, 3000] {
      // Hashes whose low bits agree stand in a row.
      let hashes = (0..<size).map { _ in UInt64(dice.roll(1000)) << 8 | UInt64(dice.roll(4)) }
      let expected = Set(hashes).subtracting([0])
      let set = WordSet(hashes)
      for hash in UInt64(0)..<2000 { #expect(set.contains(hash) == expected.contains(hash)) }
      #expect(expected.allSatisfy { set.contains($0) })
      #expect(expected.allSatisfy { expected.contains($0 + 1) == set.contains($0 + 1) })
    }
  }
}
