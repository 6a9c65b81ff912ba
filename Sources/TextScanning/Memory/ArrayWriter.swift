/// Writes the elements of a new array in order. Appending to an array would check for every element whether the array
/// has room and whether it is shared.
public struct ArrayWriter<Element>: ~Copyable {
  /// The first `count` places are initialized.
  @usableFromInline let places: UnsafeMutableBufferPointer<Element>
  @usableFromInline var count = 0

  @inlinable
  init(_ places: UnsafeMutableBufferPointer<Element>) { self.places = places }

  /// Appends an element. Stops the program if the array is full.
  @inlinable @inline(__always)
  public mutating func append(_ element: consuming Element) {
    precondition(count < places.count)
    places.initializeElement(at: count, to: element)
    count += 1
  }
}

extension Array {
  /// Makes an array of the elements that `write` appends, which may be at most `capacity`.
  @inlinable
  public init(capacity: Int, writing write: (inout ArrayWriter<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: capacity) { places, count in
      // `places` may have more room than was requested.
      var writer = ArrayWriter(UnsafeMutableBufferPointer(rebasing: places[..<capacity]))
      write(&writer)
      count = writer.count
    }
  }

  /// Makes an array whose elements arrive in any order, as a counting sort gives them: `place` is called with each element,
  /// which it may change, and returns its index. Every index must be returned once.
  @inlinable
  public init<Elements: Collection>(
    placing elements: Elements, at place: (inout Element) -> Int
  ) where Element: BitwiseCopyable, Elements.Element == Element {
    self.init(unsafeUninitializedCapacity: elements.count) { places, count in
      // There are as many elements as places, and each place is used once, so that all are initialized. Plain values
      // need no deinitialization.
      for element in elements {
        var element = element
        let index = place(&element)
        precondition(index >= 0 && index < elements.count)
        places[index] = element
      }
      count = elements.count
    }
  }
}
