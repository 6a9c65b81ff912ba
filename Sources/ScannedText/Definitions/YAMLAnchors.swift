/// Anchors and aliases are refused in every file of ours and the user's: an alias can stand for a tree of any size.
package enum YAMLAnchors {
  /// The first thing that looks like an anchor (`&name` where a value may begin), before YAML is parsed at all: nested
  /// aliases ("billion laughs") cost time already where keys are compared.
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
