import Dispatch
import Pipeline

/// Shows progress on standard error: documents, bytes, rate and time left, in one line that is overwritten.
struct ProgressMeter {
  /// The size of the archive in bytes; nil to show nothing.
  private let total: Int?
  private let start = DispatchTime.now()
  private var lastShown: UInt64 = 0

  init(total: Int?) { self.total = total }

  mutating func show(_ progress: RunProgress) {
    guard let total else { return }
    let now = DispatchTime.now().uptimeNanoseconds
    if now - lastShown < 200_000_000 { return }
    lastShown = now
    let seconds = Double(now - start.uptimeNanoseconds) / 1e9
    var line = "\(Counted(progress.documents, "document")), \(progress.bytes >> 20) of \(total >> 20) MiB"
    if seconds > 1 {
      line += ", \(Int(Double(progress.documents) / seconds))/s"
      if progress.bytes > 0, progress.bytes < total {
        line += ", \(Self.clock(seconds * Double(total - progress.bytes) / Double(progress.bytes))) left"
      }
    }
    Console.writeError("\r\u{1b}[K\(line)")
  }

  func clear() {
    if total != nil, lastShown > 0 { Console.writeError("\r\u{1b}[K") }
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
