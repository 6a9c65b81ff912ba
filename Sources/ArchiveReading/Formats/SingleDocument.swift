import NewsModel

/// Reads a page or a plain text: the whole file, or its first `limit` bytes.
func readSingleDocument(_ stream: ByteStream, isPage: Bool, source: String, limit: Int) -> ArchiveItem {
  var bytes: [UInt8] = []
  var problems: [Problem] = []
  while stream.read(into: &bytes) {
    guard bytes.count > limit else { continue }
    bytes.removeLast(bytes.count - limit)
    problems.append(
      Problem(
        source: source, place: "byte \(limit)", kind: .tooLarge,
        reason: "longer than \(limit) bytes; the first part was kept"))
    break
  }
  if problems.isEmpty, let fault = stream.fault { problems.append(fault) }
  return .document(
    RawDocument(
      source: source, content: isPage ? .page(RawDocument.Page(bytes: bytes)) : .plainText(bytes), problems: problems))
}
