import CAllocator
import Foundation

/// Settings of the C library's allocator that make it return the memory of large documents to the system.
///
/// By default, after the first large array is freed, the allocator keeps such memory for the next one, up to 32 MiB per
/// array in each thread. Eight lanes that have each met a large document then hold several times the memory that any of
/// them uses.
package enum Allocator {
  /// The size in bytes from which arrays are returned to the system as soon as they are freed. Ordinary documents have no
  /// such arrays.
  private static let largeArray: Int32 = 4 << 20
  /// The free bytes at the end of a heap that are kept for the next document. With fewer, more time is spent on returning
  /// memory.
  private static let keptEnd: Int32 = 16 << 20

  /// The number of heaps that threads share: one for each core and one for the thread that stores. By default there are
  /// eight for each core, and the free memory between their arrays adds up to 100 MiB after large documents.
  private static let heaps = Int32(ProcessInfo.processInfo.activeProcessorCount + 1)

  /// Applies the settings. Call this before other threads start.
  package static func prepare() {
    _ = mallopt(M_ARENA_MAX, heaps)
    _ = mallopt(M_MMAP_THRESHOLD, largeArray)
    _ = mallopt(M_TRIM_THRESHOLD, keptEnd)
  }

  /// Returns free memory of all threads to the system. This takes some milliseconds.
  static func releaseFreeMemory() { _ = malloc_trim(0) }
}
