/// Refuses anchors and aliases in all rule files, shipped or the user's own, because an alias can expand to a tree of
/// any size.
package enum YAMLAnchors {
  /// Finds the first thing that looks like an anchor (`&name` where a value may begin) before the YAML is parsed: the
  /// parser already spends time on nested aliases ("billion laughs") when it compares keys.
  package static func first(in text: String) -> (line: Int, column: Int)? {
    var line = 1
    var column = 0
    var before = UInt8(ascii: "\n")
    var bytes = text.utf8.makeIterator()
    var byte = bytes.next()
    while let current = byte {
      byte = bytes.next()
      column += 1
      if current == UInt8(ascii: "&"), " \n\t[{,".utf8.contains(before), let next = byte,
        !" \n\t\r".utf8.contains(next)
      {
        return (line, column)
      }
      if current == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
      before = current
    }
    return nil
  }
}
