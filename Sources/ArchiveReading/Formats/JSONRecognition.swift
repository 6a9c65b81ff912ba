import TextScanning

/// Returns the JSON format of a text, or nil if it is not JSON. Prose can open with a bracket too.
///
/// A file named as JSON always counts as JSON, so that its faults are reported and it never becomes an article.
func jsonFormat(_ sample: [UInt8], name: String) -> ArchiveFormat? {
  let isNamedLines = hasName(name, [".jsonl", ".ndjson", ".jl"])
  let isNamed = isNamedLines || hasName(name, [".json"])
  let named: ArchiveFormat? = isNamedLines ? .jsonLines : isNamed ? .json : nil
  let marks = sample.lazy.filter { !$0.isWhiteSpace }.prefix(2)
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

/// Returns `jsonLines` if the first line is an object or begins one that continues beyond the sample, and `json` if an
/// object spans several lines or lines end in CR. After a damaged first line the name decides.
private func objectFormat(_ sample: [UInt8], isNamedLines: Bool) -> ArchiveFormat {
  guard let end = sample.firstIndex(of: 0x0A) else {
    guard let lineEnd = sample.firstIndex(of: 0x0D) else { return .jsonLines }
    return isObject(sample, 0..<lineEnd) == .whole ? .json : .jsonLines
  }
  // If an object is printed over several lines, its first line contains only the bracket.
  if sample[..<end].dropFirst().allSatisfy(\.isWhiteSpace) { return .json }
  if isNamedLines { return .jsonLines }
  return isObject(sample, 0..<end) == .goesOn ? .json : .jsonLines
}

private enum Parsed { case whole, goesOn, wrong }

/// Parses one line as an object. An object cut by the line end is `goesOn`; one with a fault inside the line is
/// `wrong`.
private func isObject(_ sample: [UInt8], _ range: Range<Int>) -> Parsed {
  do throws(JSONFault) {
    _ = try parseJSONObject(sample, range, wanted: [])
    return .whole
  } catch {
    return error.position >= range.upperBound ? .goesOn : .wrong
  }
}

/// Whether the sample is an array with nothing after it, or the beginning of an array that is truncated or continues
/// beyond the sample.
private func startsJSONArray(_ sample: [UInt8]) -> Bool {
  do throws(JSONFault) {
    try checkJSONArray(sample)
    return true
  } catch {
    return error.position >= sample.count && sample.contains(UInt8(ascii: ","))
  }
}
