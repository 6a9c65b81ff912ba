/// An array in plain memory that never changes, so reading it needs neither reference counting nor bounds checks. A
/// caller that reads `all` must keep the array alive.
public final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Written only in `init`.
  public let all: UnsafeBufferPointer<Element>

  public init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    all = UnsafeBufferPointer(memory)
  }

  deinit { all.deallocate() }
}
