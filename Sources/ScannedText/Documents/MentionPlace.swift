/// The place and the entity of a mention as numbers, so that topic rules need not look up ids or search for places.
package struct MentionPlace: Sendable {
  /// The index of its section in the document.
  package var section: Int32
  /// Its range of tokens, half-open.
  package var start: Int32
  package var end: Int32
  /// The index into the entities of the dictionaries. Nil for a name that is in no list, and for a unit of a plant.
  package var entity: Int32?
  /// The index into the countries of the dictionaries, or nil.
  package var country: Int32?

  package init(section: Int32, start: Int32, end: Int32, entity: Int32?, country: Int32?) {
    self.section = section
    self.start = start
    self.end = end
    self.entity = entity
    self.country = country
  }
}
