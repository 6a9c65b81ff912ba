/// The tables. `.schema` in `sqlite3` prints these lines unchanged, including the comments.
///
/// Every key is a name or the hash of one, never a counter, and no value is a time of day. The same archive and recipe
/// therefore give the same rows in whatever order and portions they were written.
enum Tables {
  static let archive = """
    CREATE TABLE input ( -- The files of the archive, and how far each has been read.
      id INTEGER PRIMARY KEY, -- hash of path
      path TEXT NOT NULL,
      content TEXT NOT NULL, -- hash of the file's bytes
      recipe TEXT NOT NULL, -- hash of pipeline, dictionaries, rules and program
      records INTEGER NOT NULL, -- number of records that have been read
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)) -- 1 if the file was read to its end
    ) STRICT;
    CREATE TABLE source ( -- The publishers of documents: sites, wires, feeds.
      name TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document ( -- One row for each article. The text is in document_text.
      id INTEGER PRIMARY KEY, -- hash of source
      source TEXT NOT NULL UNIQUE, -- path in the archive, '#' and the record
      input INTEGER NOT NULL REFERENCES input (id),
      publisher TEXT NOT NULL REFERENCES source (name),
      published TEXT, -- the day of publication, 2013-02-03
      published_by TEXT, -- the method that found the day
      published_doubt TEXT, -- the reason for doubting the day
      week TEXT, -- the ISO 8601 week of that day; NULL for a document without a day
      story INTEGER REFERENCES story (id), -- NULL for a document without near-duplicates
      language TEXT,
      url TEXT,
      title TEXT,
      author TEXT,
      agency TEXT,
      dateline TEXT -- the place and day at the beginning of a wire story
    ) STRICT;
    CREATE TABLE document_text ( -- The main text of each document: lead, body, tables and forms.
      document INTEGER PRIMARY KEY REFERENCES document (id),
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE block ( -- The paragraph-sized pieces of each document, in reading order.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      zone TEXT NOT NULL,
      reason TEXT NOT NULL, -- the step or rule that chose the zone
      page_zone TEXT, -- the zone that the page alone gave, if a template or notice of the site changed it
      page_reason TEXT, -- the reason for that zone
      continues INTEGER NOT NULL CHECK (continues IN (0, 1)), -- 1 if a notice separated it from the block before it
      start_byte INTEGER, -- of main text: the range of UTF-8 bytes in document_text.text, half open
      end_byte INTEGER,
      text TEXT, -- of any other zone
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE date_candidate ( -- The days that were found in a document, best first. A single day is only in document.published.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      day TEXT NOT NULL,
      method TEXT NOT NULL,
      doubt TEXT,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tag ( -- The tags that the site itself gave a document.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      tag TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE problem ( -- The inputs, or parts of inputs, that could not be used.
      source TEXT NOT NULL,
      place TEXT NOT NULL, -- line or byte; empty for the whole input
      kind TEXT NOT NULL,
      reason TEXT NOT NULL,
      input INTEGER NOT NULL REFERENCES input (id),
      PRIMARY KEY (source, place, kind, reason)
    ) STRICT, WITHOUT ROWID;

    """

  static let extraction = """
    CREATE TABLE entity ( -- What names stand for: lines of a dictionary, and names that a pattern found.
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL, -- organisation country facility place person group vessel
      kind TEXT NOT NULL, -- nuclear-power-plant, regulator ...; empty for a name that is in no dictionary
      name TEXT NOT NULL,
      country TEXT, -- ISO 3166-1 alpha-2
      latitude REAL, -- of a facility or place, in degrees
      longitude REAL,
      valid_from TEXT, -- the first day on which the name counts; NULL without a limit
      valid_to TEXT, -- the last day on which it counts
      origin TEXT NOT NULL, -- file:line; empty for a name that is in no dictionary
      attributes TEXT NOT NULL -- JSON object: the other columns of the dictionary line, wikidata, iso3 ...
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE operator ( -- The operators of each facility, with their years. Operators of the same time ran it together.
      facility TEXT NOT NULL REFERENCES entity (id),
      position INTEGER NOT NULL,
      operator TEXT NOT NULL, -- the name that news used at that time
      organisation TEXT REFERENCES entity (id), -- NULL if the operator is in no dictionary
      valid_from TEXT, -- NULL: since the facility began
      valid_to TEXT, -- NULL: until today
      origin TEXT NOT NULL, -- file:line
      PRIMARY KEY (facility, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE surface ( -- The spellings of each entity in the archive, with the rule that matched each.
      id INTEGER PRIMARY KEY, -- hash of the next five columns and, for a correction of some documents, of identity
      entity TEXT NOT NULL REFERENCES entity (id), -- what the rules found
      name TEXT NOT NULL, -- the name that the rule gave the entity
      surface TEXT NOT NULL,
      rule TEXT NOT NULL, -- the rule, with its dictionary line or pattern
      country TEXT, -- the country to which a mention leads, ISO 3166-1 alpha-2
      means TEXT REFERENCES entity (id), -- the entity for which mentions count; NULL if they are no name
      identity INTEGER REFERENCES identity (id), -- the decision that says so; NULL if it is the entity of the rules
      base INTEGER REFERENCES surface (id) -- the row that a correction of some documents only was copied from
    ) STRICT;
    CREATE TABLE identity ( -- What names count as in the archive as a whole, where rules alone said something else.
      id INTEGER PRIMARY KEY, -- hash of the other columns
      entity TEXT, -- the entity of the rules; NULL for any
      spelling TEXT, -- the only spelling to which the decision applies; NULL for all
      means TEXT REFERENCES entity (id), -- NULL if the words are no name
      scope TEXT NOT NULL, -- the documents to which it applies: empty for all, source:NAME, document:SOURCE or from:DAY
      step TEXT NOT NULL, -- the step that decided, or correction
      reason TEXT NOT NULL,
      origin TEXT NOT NULL -- file:line of a correction
    ) STRICT;
    CREATE TABLE mention ( -- The surfaces that were found in each document.
      document INTEGER NOT NULL REFERENCES document (id),
      zone TEXT NOT NULL,
      start_byte INTEGER NOT NULL, -- the range of UTF-8 bytes in the zone's text, half open
      end_byte INTEGER NOT NULL,
      surface INTEGER NOT NULL REFERENCES surface (id),
      PRIMARY KEY (document, zone, start_byte, end_byte, surface)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rejection ( -- The matches that do not count, with the reason.
      document INTEGER NOT NULL REFERENCES document (id),
      zone TEXT NOT NULL,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      surface INTEGER NOT NULL REFERENCES surface (id),
      kind TEXT NOT NULL,
      detail TEXT NOT NULL,
      step TEXT NOT NULL, -- The step of finding names that decided so.
      PRIMARY KEY (document, zone, start_byte, end_byte, surface, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document_country ( -- The countries that each document names.
      document INTEGER NOT NULL REFERENCES document (id),
      country TEXT NOT NULL, -- ISO 3166-1 alpha-2
      score REAL NOT NULL, -- 0 to 1
      mentions INTEGER NOT NULL,
      is_about INTEGER NOT NULL CHECK (is_about IN (0, 1)), -- 1: the document is about or from the country, and counts for it
      PRIMARY KEY (document, country)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE topic ( -- The topics that the topic packs define.
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      broader TEXT REFERENCES topic (id),
      iptc TEXT, -- the code of the IPTC Media Topic
      scope_note TEXT NOT NULL,
      origin TEXT NOT NULL -- file:line
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assignment ( -- The topics of each document.
      document INTEGER NOT NULL REFERENCES document (id),
      topic TEXT NOT NULL REFERENCES topic (id),
      score REAL NOT NULL,
      threshold REAL NOT NULL,
      modality TEXT, -- how certain the text is that the event happened
      PRIMARY KEY (document, topic)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence ( -- The terms of a topic's rule that were found in a document.
      document INTEGER NOT NULL,
      topic TEXT NOT NULL,
      position INTEGER NOT NULL,
      term TEXT NOT NULL,
      weight REAL NOT NULL,
      zone TEXT NOT NULL,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      PRIMARY KEY (document, topic, position),
      FOREIGN KEY (document, topic) REFERENCES assignment (document, topic)
    ) STRICT, WITHOUT ROWID;

    """

  static let wholeArchive = """
    CREATE TABLE signature ( -- Values computed from the text of a document; near-duplicates share some of them.
      document INTEGER PRIMARY KEY REFERENCES document (id),
      hashes BLOB NOT NULL -- 64-bit integers, little-endian
    ) STRICT;
    CREATE TABLE template ( -- The blocks that a site repeats from page to page.
      publisher TEXT NOT NULL REFERENCES source (name),
      fingerprint INTEGER NOT NULL,
      zone TEXT NOT NULL, -- the zone that these blocks get
      documents INTEGER NOT NULL, -- number of documents with the block; copies of one text count once
      example TEXT NOT NULL,
      PRIMARY KEY (publisher, fingerprint)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE story ( -- The stories: groups of documents that are near-duplicates of one text.
      id INTEGER PRIMARY KEY, -- the key of the first document
      documents INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      first_day TEXT,
      last_day TEXT
    ) STRICT;
    CREATE TABLE week ( -- The ISO 8601 weeks that have documents, with the numbers of all their documents.
      week TEXT PRIMARY KEY, -- 2013-W05
      documents INTEGER NOT NULL,
      stories INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      monday INTEGER NOT NULL, -- number of documents of each day
      tuesday INTEGER NOT NULL,
      wednesday INTEGER NOT NULL,
      thursday INTEGER NOT NULL,
      friday INTEGER NOT NULL,
      saturday INTEGER NOT NULL,
      sunday INTEGER NOT NULL,
      content INTEGER NOT NULL, -- hash of the documents of the week and of everything that they count for
      status TEXT, -- complete, or a description of the missing days
      inputs INTEGER -- hash of everything that the trends of the week were computed from; NULL if there are none yet
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE weekly_series ( -- The weekly numbers of each topic, entity, country and source, with their trend.
      dimension TEXT NOT NULL, -- topic organisation country facility place person group vessel source
      series TEXT NOT NULL, -- id of the topic or entity, code of the country, name of the source
      week TEXT NOT NULL REFERENCES week (week),
      documents INTEGER NOT NULL,
      stories INTEGER NOT NULL, -- near-duplicates count once
      sources INTEGER NOT NULL,
      share REAL, -- share of the week's stories, or of its documents if the pipeline sets trends: unit: documents
      expected REAL, -- number in the same unit, at the share of the weeks before; NULL if the week cannot be compared, like change to q
      change REAL, -- this week's share minus that of the weeks before
      change_low REAL, -- confidence interval of the change
      change_high REAL,
      p REAL, -- p-value of an exact test of equal shares
      q REAL, -- p-value adjusted for all series of the week; NULL if no number of documents could have been significant
      label TEXT, -- rising, falling, steady, new, back, quiet or too few; NULL without a comparison
      PRIMARY KEY (dimension, series, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE weekly_absence ( -- The series without documents in a week that fell, are unusual or have gone quiet. Other absences have no row.
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      week TEXT NOT NULL REFERENCES week (week),
      expected REAL, -- this column and the next ones as in weekly_series
      change REAL,
      change_low REAL,
      change_high REAL,
      p REAL,
      q REAL,
      label TEXT,
      PRIMARY KEY (week, dimension, series)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE burst ( -- The runs of weeks in which a series had a higher share than usual.
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      first_week TEXT NOT NULL REFERENCES week (week),
      last_week TEXT NOT NULL REFERENCES week (week),
      weight REAL NOT NULL, -- the cost that the burst saves in Kleinberg's model; more is stronger
      PRIMARY KEY (dimension, series, first_week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE series ( -- The numbers of each topic, entity, country and source over the whole archive.
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      documents INTEGER NOT NULL,
      undated INTEGER NOT NULL, -- number of these documents that have no day and so belong to no week
      weeks INTEGER NOT NULL, -- number of weeks with documents of the series
      first_week TEXT,
      last_week TEXT,
      PRIMARY KEY (dimension, series)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pair ( -- Pairs of names that occur in the same documents of a week.
      week TEXT NOT NULL REFERENCES week (week),
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      other_dimension TEXT NOT NULL,
      other_series TEXT NOT NULL,
      documents INTEGER NOT NULL,
      PRIMARY KEY (week, dimension, series, other_dimension, other_series)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run ( -- The program, rules and archive from which the database was made.
      name TEXT PRIMARY KEY, -- pipeline, program, recipe, dictionaries, rules, archive, settings, corrections
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_stage ( -- The number of things that went into and came out of each stage.
      position INTEGER PRIMARY KEY,
      stage TEXT NOT NULL,
      went_in INTEGER NOT NULL,
      came_out INTEGER NOT NULL,
      problems INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE pending ( -- What the second sweep must still process; empty after a run.
      kind TEXT NOT NULL, -- source week search unused
      key ANY NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;

    """
}
