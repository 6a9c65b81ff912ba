extension RandomAccessCollection where Index == Int {
  /// The index of the first element that belongs to the second part of a collection whose second part begins somewhere:
  /// binary search.
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
