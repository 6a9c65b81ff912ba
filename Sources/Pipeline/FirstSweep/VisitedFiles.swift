/// The files that a run found in the archive. Only a hash of each is kept, so that a million files take 16 MB.
struct VisitedFiles {
  private var hashes: Set<Int> = []
  /// Files and folders that could not be read. What is in them is not known to be gone.
  private var unusable: Set<String> = []
  /// Pieces of one file follow each other.
  private var last = ""

  mutating func add(_ source: String, isUnusable: Bool) {
    if isUnusable { unusable.insert(source) }
    if source == last { return }
    last = source
    hashes.insert(source.hashValue)
  }

  /// Whether a file that an earlier run read is gone.
  func lack(_ source: String) -> Bool {
    if hashes.contains(source.hashValue) { return false }
    if unusable.isEmpty { return true }
    var folder = source[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if unusable.contains(String(folder)) { return false }
    }
    return true
  }
}
