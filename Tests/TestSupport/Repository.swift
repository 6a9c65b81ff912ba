import Foundation

/// This checkout.
package enum Repository {
  package static let path: String = {
    var folder = URL(fileURLWithPath: #filePath)
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  /// The evaluation data, if it is next to the checkout; otherwise nil.
  package static let evaluationData: String? = {
    let data = (path as NSString).deletingLastPathComponent + "/shared/data"
    return FileManager.default.fileExists(atPath: data) ? data : nil
  }()
}
