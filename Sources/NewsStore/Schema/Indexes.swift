/// The indexes and the full-text index.
enum Indexes {
  /// The indexes used to replace the documents of a file.
  static let ofInputs = """
    CREATE INDEX document_by_input ON document (input);
    CREATE INDEX problem_by_input ON problem (input);

    """

  /// The index used to find the templates of sites.
  static let ofPublishers = """
    CREATE INDEX document_by_publisher ON document (publisher, published);

    """

  /// One index for each other foreign key that no primary key begins with, and one for each filter of `dateline query`.
  /// They are created after the first documents are stored: sorting all rows at once costs a tenth of inserting them in
  /// order one by one.
  static let ofQuestions = """
    CREATE INDEX document_by_week ON document (week, published);
    CREATE INDEX document_by_story ON document (story) WHERE story IS NOT NULL;
    CREATE INDEX entity_by_country ON entity (country, type);
    CREATE INDEX operator_by_organisation ON operator (organisation) WHERE organisation IS NOT NULL;
    CREATE INDEX surface_by_entity ON surface (entity);
    CREATE INDEX surface_by_means ON surface (means);
    CREATE INDEX surface_by_identity ON surface (identity) WHERE identity IS NOT NULL;
    CREATE INDEX surface_by_base ON surface (base) WHERE base IS NOT NULL;
    CREATE INDEX identity_by_means ON identity (means);
    CREATE INDEX mention_by_surface ON mention (surface);
    CREATE INDEX rejection_by_surface ON rejection (surface);
    CREATE INDEX document_country_by_country ON document_country (country);
    CREATE INDEX topic_by_broader ON topic (broader);
    CREATE INDEX assignment_by_topic ON assignment (topic);
    CREATE INDEX weekly_series_by_week ON weekly_series (week, dimension);

    """

  /// Titles and main texts are stored in `document` and `document_text`; the index holds no copy of them.
  static let fullText = """
    CREATE VIEW search_content AS -- The text of the full-text index.
      SELECT document.id AS id, document.title AS title, document_text.text AS text
      FROM document JOIN document_text ON document_text.document = document.id;
    CREATE VIRTUAL TABLE search USING fts5 ( -- Full-text index of titles and main texts; rowid is document.id.
      title, text, content = 'search_content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    -- The number of bytes of postings in memory before a segment is written. More bytes make fewer segments and fewer
    -- merges, but beyond 4 MB they no longer fit the processor's caches (measured with 1, 4 and 16 MB).
    INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);

    """
}
