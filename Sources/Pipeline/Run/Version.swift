/// The version is part of the recipe: documents that another version stored are processed again.
package enum Version {
  package static let text = "0.1.0"
}
