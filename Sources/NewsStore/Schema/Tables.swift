/// The tables. `.schema` in `sqlite3` prints these lines unchanged, including the comments.
///
/// Every key is a name or the hash of one, never a counter, and no value is a time of day. The same archive and recipe
/// therefore give the same rows in whatever order and portions they were written.
enum Tables {
  static let archive = """
    CREATE TABLE input ( -- A file of the archive and how far it has been read.
      id INTEGER PRIMARY KEY, -- hash of path
      path TEXT NOT NULL,
      content TEXT NOT NULL, -- hash of the file's bytes
      recipe TEXT NOT NULL, -- hash of pipeline, dictionaries, rules and program
      records INTEGER NOT NULL, -- read so far
      complete INTEGER NOT NULL CHECK (complete IN (0, 1))
    ) STRICT;
    CREATE TABLE source ( -- Who published documents: a site, a wire, a feed.
      name TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document ( -- One article, once. Its text stands in document_text.
      id INTEGER PRIMARY KEY, -- hash of source
      source TEXT NOT NULL UNIQUE, -- path in the archive, '#' and the record
      input INTEGER NOT NULL REFERENCES input (id),
      publisher TEXT NOT NULL REFERENCES source (name),
      published TEXT, -- day
      published_by TEXT, -- the method that found the day
      published_doubt TEXT,
      week TEXT, -- ISO 8601 week of that day; NULL for a document without one
      story INTEGER REFERENCES story (id), -- NULL for a document without near-duplicates
      language TEXT,
      url TEXT,
      title TEXT,
      author TEXT,
      agency TEXT,
      dateline TEXT -- place and day that a wire story opens with
    ) STRICT;
    CREATE TABLE document_text ( -- A document's main text: lead, body, captions and tables.
      document INTEGER PRIMARY KEY REFERENCES document (id),
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE block ( -- A paragraph-sized piece of a document, in reading order.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      zone TEXT NOT NULL,
      reason TEXT NOT NULL, -- the step or rule that chose the zone
      page_zone TEXT, -- what the page alone said, where a template of the site says otherwise
      page_reason TEXT,
      start_byte INTEGER, -- main text: UTF-8 bytes of document_text.text, half open
      end_byte INTEGER,
      text TEXT, -- any other zone
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE date_candidate ( -- The days that were found in a document, best first, where there is more than one.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      day TEXT NOT NULL,
      method TEXT NOT NULL,
      doubt TEXT,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tag ( -- A tag that the site itself gave a document.
      document INTEGER NOT NULL REFERENCES document (id),
      position INTEGER NOT NULL,
      tag TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE problem ( -- An input, or a part of one, that could not be used.
      source TEXT NOT NULL,
      place TEXT NOT NULL, -- line or byte; empty for the whole
      kind TEXT NOT NULL,
      reason TEXT NOT NULL,
      input INTEGER NOT NULL REFERENCES input (id),
      PRIMARY KEY (source, place, kind, reason)
    ) STRICT, WITHOUT ROWID;

    """

  static let extraction = """
    CREATE TABLE entity ( -- What a name stands for: a dictionary line, or a name that a pattern found.
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL, -- organisation country facility place person
      kind TEXT NOT NULL, -- nuclear-power-plant, regulator ...; empty for a name that no dictionary holds
      name TEXT NOT NULL,
      country TEXT, -- ISO 3166-1 alpha-2
      latitude REAL, -- of a facility or place
      longitude REAL,
      valid_from TEXT,
      valid_to TEXT,
      origin TEXT NOT NULL, -- file:line; empty for a name that no dictionary holds
      attributes TEXT NOT NULL -- JSON object: further columns of the dictionary line, wikidata, iso3 ...
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE operator ( -- Who ran a facility, and when; two of one time together.
      facility TEXT NOT NULL REFERENCES entity (id),
      position INTEGER NOT NULL,
      operator TEXT NOT NULL, -- as news named it then
      organisation TEXT REFERENCES entity (id), -- where a dictionary holds it
      valid_from TEXT, -- NULL: from the beginning
      valid_to TEXT, -- NULL: to this day
      origin TEXT NOT NULL, -- file:line
      PRIMARY KEY (facility, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE surface ( -- A way in which the archive writes an entity, with the rule that took it.
      id INTEGER PRIMARY KEY, -- hash of the other columns
      entity TEXT NOT NULL REFERENCES entity (id),
      name TEXT NOT NULL, -- the entity's name as the rule gave it
      surface TEXT NOT NULL,
      rule TEXT NOT NULL, -- and the dictionary line or pattern behind it
      country TEXT -- that a mention leads to, ISO 3166-1 alpha-2
    ) STRICT;
    CREATE TABLE mention ( -- A surface found in a zone of a document.
      document INTEGER NOT NULL REFERENCES document (id),
      zone TEXT NOT NULL,
      start_byte INTEGER NOT NULL, -- UTF-8 bytes of the zone's text, half open
      end_byte INTEGER NOT NULL,
      surface INTEGER NOT NULL REFERENCES surface (id),
      PRIMARY KEY (document, zone, start_byte, end_byte, surface)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rejection ( -- A match that does not count, and why.
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
    CREATE TABLE document_country ( -- A country that a document is about or from.
      document INTEGER NOT NULL REFERENCES document (id),
      country TEXT NOT NULL, -- ISO 3166-1 alpha-2
      score REAL NOT NULL, -- 0 to 1
      mentions INTEGER NOT NULL,
      is_sure INTEGER NOT NULL CHECK (is_sure IN (0, 1)), -- 0: too weak to count
      PRIMARY KEY (document, country)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE topic ( -- A subject, as a topic pack defines it.
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      broader TEXT REFERENCES topic (id),
      iptc TEXT,
      scope_note TEXT NOT NULL,
      origin TEXT NOT NULL -- file:line
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assignment ( -- A document's score for a topic.
      document INTEGER NOT NULL REFERENCES document (id),
      topic TEXT NOT NULL REFERENCES topic (id),
      score REAL NOT NULL,
      threshold REAL NOT NULL,
      modality TEXT,
      PRIMARY KEY (document, topic)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence ( -- A term of a topic's rule that was found.
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
    CREATE TABLE signature ( -- What the text of near-duplicates has in common.
      document INTEGER PRIMARY KEY REFERENCES document (id),
      hashes BLOB NOT NULL -- 64-bit integers, little-endian
    ) STRICT;
    CREATE TABLE template ( -- A block that a site repeats from page to page.
      publisher TEXT NOT NULL REFERENCES source (name),
      fingerprint INTEGER NOT NULL,
      zone TEXT NOT NULL, -- what its blocks are
      documents INTEGER NOT NULL, -- that hold it; copies of one text count once
      example TEXT NOT NULL,
      PRIMARY KEY (publisher, fingerprint)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE story ( -- Documents that are near-duplicates of one text.
      id INTEGER PRIMARY KEY, -- the first of them
      documents INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      first_day TEXT,
      last_day TEXT
    ) STRICT;
    CREATE TABLE week ( -- The whole of an ISO 8601 week's documents.
      week TEXT PRIMARY KEY, -- 2013-W05
      documents INTEGER NOT NULL,
      stories INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      monday INTEGER NOT NULL, -- documents on each day
      tuesday INTEGER NOT NULL,
      wednesday INTEGER NOT NULL,
      thursday INTEGER NOT NULL,
      friday INTEGER NOT NULL,
      saturday INTEGER NOT NULL,
      sunday INTEGER NOT NULL,
      status TEXT -- complete, or what is missing
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attention ( -- How much of a week's documents a topic, entity, country or source had.
      dimension TEXT NOT NULL, -- topic organisation country facility place person source
      series TEXT NOT NULL, -- id of the topic or entity, code of the country, name of the source
      week TEXT NOT NULL REFERENCES week (week),
      documents INTEGER NOT NULL,
      stories INTEGER NOT NULL, -- near-duplicates joined
      sources INTEGER NOT NULL,
      share REAL, -- of the week's stories, or of its documents where the pipeline has trends: unit: documents; so the rest
      expected REAL, -- at the share of the weeks before; from here on NULL where nothing can be compared
      change REAL, -- of the share, with its interval
      change_low REAL,
      change_high REAL,
      p REAL, -- exact test of equal shares
      q REAL, -- the same, false alarms controlled over the week
      label TEXT, -- rising falling steady new back quiet, too few; NULL in an incomplete week
      burst REAL, -- weight of the burst that the week is in
      PRIMARY KEY (dimension, series, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE series ( -- The same over the whole archive.
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      documents INTEGER NOT NULL,
      undated INTEGER NOT NULL, -- those of them that have no day, and so no week
      weeks INTEGER NOT NULL, -- in which it occurs
      first_week TEXT,
      last_week TEXT,
      PRIMARY KEY (dimension, series)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pair ( -- Two that stand in the same documents of a week.
      week TEXT NOT NULL REFERENCES week (week),
      dimension TEXT NOT NULL,
      series TEXT NOT NULL,
      other_dimension TEXT NOT NULL,
      other_series TEXT NOT NULL,
      documents INTEGER NOT NULL,
      PRIMARY KEY (week, dimension, series, other_dimension, other_series)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run ( -- What the database was made with, and from what.
      name TEXT PRIMARY KEY, -- pipeline, program, recipe, dictionaries, rules, archive ...
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_stage ( -- What went into each stage, and what came out of it.
      position INTEGER PRIMARY KEY,
      stage TEXT NOT NULL,
      went_in INTEGER NOT NULL,
      came_out INTEGER NOT NULL,
      problems INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE pending ( -- What the sweep over the whole archive has still to look at; empty after a run.
      kind TEXT NOT NULL, -- source week search unused
      key ANY NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;

    """
}
