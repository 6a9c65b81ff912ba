import GRDB

/// The end of the second sweep: removes unused rows and names the entities that are in no dictionary.
extension NewsStore {
  /// Removes surfaces, entities, topics and sources that no document refers to any more. Gives each entity that is in no
  /// dictionary the name it has most often in the archive.
  package func removeUnused() throws {
    try makeIndexes()
    try writing { db in
      let isPending = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending WHERE kind = 'unused')")!
      if isPending { try Self.remove(in: db) }
      try db.execute(sql: Self.naming)
      try db.execute(sql: "DELETE FROM pending WHERE kind = 'unused'")
    }
    knownSurfaces.forget()
    knownPublishers.forget()
  }

  private static func remove(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM surface WHERE base IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mention WHERE surface = surface.id);
        DELETE FROM surface WHERE NOT EXISTS (SELECT 1 FROM mention WHERE surface = surface.id)
          AND NOT EXISTS (SELECT 1 FROM rejection WHERE surface = surface.id)
          AND NOT EXISTS (SELECT 1 FROM surface AS copy WHERE copy.base = surface.id);
        \(unusedEntities)
        DELETE FROM topic WHERE origin = '' AND NOT EXISTS (SELECT 1 FROM assignment WHERE topic = topic.id);
        DELETE FROM template WHERE NOT EXISTS (SELECT 1 FROM document WHERE publisher = template.publisher);
        DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM document WHERE publisher = source.name);
        """)
  }

  /// Deletes the entities that no name means and that operate no facility of the archive. Countries stay, because their
  /// codes stand in other tables.
  static let unusedEntities = """
    DELETE FROM operator WHERE NOT EXISTS (SELECT 1 FROM surface WHERE entity = facility)
      AND NOT EXISTS (SELECT 1 FROM surface WHERE means = facility)
      AND NOT EXISTS (SELECT 1 FROM identity WHERE means = facility);
    DELETE FROM entity WHERE NOT EXISTS (SELECT 1 FROM surface WHERE entity = entity.id)
      AND NOT EXISTS (SELECT 1 FROM surface WHERE means = entity.id)
      AND NOT EXISTS (SELECT 1 FROM identity WHERE means = entity.id)
      AND NOT EXISTS (SELECT 1 FROM operator WHERE organisation = entity.id)
      AND NOT (type = 'country' AND origin <> '');
    """

  /// Chooses the name of the most mentions, and the first in byte order among equals, so that the choice does not
  /// depend on which document came first.
  private static let naming = """
    UPDATE entity SET name = named.name, country = named.country
    FROM (
      SELECT entity, name, country, row_number() OVER (
        PARTITION BY entity
        ORDER BY (SELECT count(*) FROM mention WHERE surface = surface.id) DESC, name, country, surface.id
      ) AS place
      FROM surface
      WHERE base IS NULL AND entity IN (SELECT id FROM entity WHERE origin = '')
    ) AS named
    WHERE named.entity = entity.id AND place = 1 AND entity.origin = ''
      AND (entity.name IS NOT named.name OR entity.country IS NOT named.country)
    """
}
