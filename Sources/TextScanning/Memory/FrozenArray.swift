/// An array in plain memory that never changes, so reading it needs neither reference counting nor bounds checks.
///
/// `@unchecked Sendable`: the memory is written only in `init`.
public final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  public let all: FrozenElements<Element>

  public init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    all = FrozenElements(UnsafeBufferPointer(memory))
  }

  deinit { all.memory.deallocate() }
}

/// The elements of a `FrozenArray`. A user of them must keep the array alive, and must read only at indices below
/// `count`; release builds check neither.
public struct FrozenElements<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let memory: UnsafeBufferPointer<Element>

  @inlinable
  init(_ memory: UnsafeBufferPointer<Element>) { self.memory = memory }

  @inlinable @inline(__always) public var startIndex: Int { 0 }
  @inlinable @inline(__always) public var endIndex: Int { memory.count }
  @inlinable @inline(__always) public subscript(index: Int) -> Element { memory[index] }
}
