/// Whether a text is JSON, and of which form; nil for a text that is none. Prose can open with a bracket too.
///
/// A name of JSON makes JSON of any text, so that what is wrong with it is named and it never becomes an article.
func jsonFormat(_ sample: [UInt8], name: String) -> ArchiveFormat? {
  let isNamedLines = hasName(name, [".jsonl", ".ndjson", ".jl"])
  let isNamed = isNamedLines || hasName(name, [".json"])
  let named: ArchiveFormat? = isNamedLines ? .jsonLines : isNamed ? .json : nil
  let marks = sample.lazy.filter { !isBlank($0) }.prefix(2)
  let (first, second) = (marks.first, marks.dropFirst().first)
  switch first {
  case UInt8(ascii: "["):
    return second == UInt8(ascii: "{") || startsJSONArray(sample) ? .json : named
  case UInt8(ascii: "{"):
    guard second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") else { return named }
    return objectFormat(sample, isNamedLines: isNamedLines)
  default: return named
  }
}

/// JSON lines, when the first line is an object or starts one that goes on beyond the sample; JSON, when an object goes
/// over several lines, or lines end in CR. After a damaged first line the name decides.
private func objectFormat(_ sample: [UInt8], isNamedLines: Bool) -> ArchiveFormat {
  guard let end = sample.firstIndex(of: 0x0A) else {
    guard let lineEnd = sample.firstIndex(of: 0x0D) else { return .jsonLines }
    return isObject(sample, 0..<lineEnd) == .whole ? .json : .jsonLines
  }
  // The first line of an object that is printed over several lines is a bracket alone.
  if sample[..<end].dropFirst().allSatisfy(isBlank) { return .json }
  if isNamedLines { return .jsonLines }
  return isObject(sample, 0..<end) == .goesOn ? .json : .jsonLines
}

private enum Parsed { case whole, goesOn, wrong }

/// An object that is cut by the line end goes on; one that is wrong inside the line is a damaged line.
private func isObject(_ sample: [UInt8], _ range: Range<Int>) -> Parsed {
  do throws(JSONFault) {
    _ = try parseJSONObject(sample, range, wanted: [])
    return .whole
  } catch {
    return error.position >= range.upperBound ? .goesOn : .wrong
  }
}

/// A whole array and nothing behind it, or the first elements of one that is cut or goes on beyond the sample.
private func startsJSONArray(_ sample: [UInt8]) -> Bool {
  do throws(JSONFault) {
    try checkJSONArray(sample)
    return true
  } catch {
    return error.position >= sample.count && sample.contains(UInt8(ascii: ","))
  }
}
