extension RandomAccessCollection where Index == Int {
  /// Returns the index of the first element for which the condition is true, by binary search. The condition must be
  /// true for all elements after that one.
  @inlinable
  public func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
