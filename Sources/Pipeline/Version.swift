/// Part of the recipe: a database written by another version is written anew.
package enum Version {
  package static let text = "0.1.0"
}
