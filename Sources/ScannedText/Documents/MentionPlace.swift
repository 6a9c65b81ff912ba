/// Where a mention stands and what it is of, in numbers: the rules of topics neither look an id up nor search for a place.
package struct MentionPlace: Sendable {
  /// The index of its section in the document.
  package var section: Int32
  /// Its tokens, half open.
  package var start: Int32
  package var end: Int32
  /// Index into the dictionaries' entities; nil for a name that no list holds, and for a plant's unit.
  package var entity: Int32?
  /// Index into the dictionaries' countries; nil for none.
  package var country: Int32?

  package init(section: Int32, start: Int32, end: Int32, entity: Int32?, country: Int32?) {
    self.section = section
    self.start = start
    self.end = end
    self.entity = entity
    self.country = country
  }
}
