import Foundation

enum DatabasePlace {
  /// As many as Linux follows.
  private static let mostLinks = 40

  /// Where symbolic links lead, also to a file that does not exist: one database under two names is one database.
  static func behindLinks(_ path: String) -> String {
    var place = path
    for _ in 0..<mostLinks {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else { return place }
      let folder = (place as NSString).deletingLastPathComponent
      place = target.hasPrefix("/") || folder.isEmpty ? target : folder + "/" + target
    }
    return place
  }
}
