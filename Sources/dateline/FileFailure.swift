import Foundation

/// A file that could not be read or written: its path and the system's reason.
struct FileFailure: CustomStringConvertible {
  let description: String

  init(_ error: CocoaError) {
    let path = error.filePath ?? error.url?.path
    let underlying = error.underlying as? POSIXError
    let reason = underlying.map { String(cString: strerror($0.code.rawValue)) } ?? Self.reason(of: error.code)
    description = (path.map { "\($0): " } ?? "") + reason
  }

  private static func reason(of code: CocoaError.Code) -> String {
    switch code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "no such file or folder"
    case .fileWriteNoPermission, .fileReadNoPermission: "Permission denied"
    case .fileWriteOutOfSpace: "No space left on device"
    case .fileWriteVolumeReadOnly: "Read-only file system"
    case .fileWriteFileExists: "a file with this name exists"
    default: "cannot be read or written"
    }
  }
}
