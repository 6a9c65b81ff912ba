import NewsModel
import TextScanning

extension Identity {
  /// Rejects single letters, organisations of which nothing but legal forms and links remain, and those that are one
  /// word for a kind of body.
  mutating func rejectKindsAlone() {
    for name in 0..<Int32(table.count) where isOpen(name) {
      let words = table.words(name)
      if words.count == 1, words[0].count == 1 { reject(name, .kindAlone, "a single letter") }
    }
    for name in 0..<Int32(table.count) where table.types[Int(name)] == .organisation && isOpen(name) {
      let words = table.words(name).map { FoldedHash.of($0) }
      if words.count == 1, vocabulary.kindsOfBodies.contains(words[0]) {
        reject(name, .kindAlone, "a word for a kind of body alone")
      } else if words.allSatisfy({ vocabulary.legalForms.contains($0) || vocabulary.links.contains($0) }) {
        reject(name, .kindAlone, "a legal form alone")
      }
    }
  }
}
