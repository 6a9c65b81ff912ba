import CAllocator
import Foundation

/// The C library's allocator, told to give back what a large document needed.
///
/// By default it learns from the first large array that is freed to keep such memory for the next one, up to 32 MiB a piece and for
/// each thread: eight lanes that have met a large document each then hold several times what any of them uses.
package enum Allocator {
  /// Bytes; larger arrays are the system's again as soon as they are freed. Ordinary documents have none.
  private static let largePiece: Int32 = 4 << 20
  /// Bytes at a heap's end that are kept for the next document; giving back less costs time.
  private static let keptEnd: Int32 = 16 << 20

  /// Heaps that threads share: one for each core and one for the thread that stores. By default there are eight a core, and
  /// what each of them keeps between pieces in use adds up to 100 MiB after large documents.
  private static let heaps = Int32(ProcessInfo.processInfo.activeProcessorCount + 1)

  /// To be called before threads begin.
  package static func prepare() {
    _ = mallopt(M_ARENA_MAX, heaps)
    _ = mallopt(M_MMAP_THRESHOLD, largePiece)
    _ = mallopt(M_TRIM_THRESHOLD, keptEnd)
  }

  /// Gives back what is free between pieces that are in use, for all threads. Takes some milliseconds.
  static func giveBack() { _ = malloc_trim(0) }
}
