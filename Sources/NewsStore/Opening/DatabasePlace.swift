import Foundation

enum DatabasePlace {
  /// The number of links that Linux follows.
  private static let mostLinks = 40

  /// The path with symbolic links resolved, even if the target does not exist, so that a database with two names is
  /// recognised as one.
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
