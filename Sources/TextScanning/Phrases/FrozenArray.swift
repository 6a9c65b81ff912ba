/// An array as plain memory that never changes: to read it counts no references and checks no bounds. Who reads
/// `all` keeps the array alive.
public final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Written in `init` alone.
  public let all: UnsafeBufferPointer<Element>

  public init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    all = UnsafeBufferPointer(memory)
  }

  deinit { all.deallocate() }
}
