import NewsModel

/// Views for common questions in `sqlite3`, datasette or pandas. The comment of each view says what it counts.
enum Views {
  private static let countedZones = Zone.allCases.filter(\.isCounted).sqlList

  static let all = """
    CREATE VIEW v_documents AS -- Documents with their text.
      SELECT document.*, document_text.text FROM document JOIN document_text ON document_text.document = document.id;
    CREATE VIEW v_entity_mentions AS -- Mentions that count: those of names in titles and main text, not those in teasers, menus and footers. The entity is what the name means in the archive as a whole.
      SELECT mention.document, document.source, document.week, document.published, entity.id AS entity, entity.type,
        entity.kind, entity.name, surface.surface, surface.rule, surface.country, mention.zone, mention.start_byte,
        mention.end_byte
      FROM mention
        JOIN surface ON surface.id = mention.surface
        JOIN entity ON entity.id = surface.means
        JOIN document ON document.id = mention.document
      WHERE mention.zone IN (\(countedZones));
    CREATE VIEW v_rejections AS -- Matches that do not count: the rules of the document rejected them, or their words are no name in the archive as a whole.
      SELECT document, zone, start_byte, end_byte, surface, kind, detail, step FROM rejection
      UNION ALL
      SELECT mention.document, mention.zone, mention.start_byte, mention.end_byte, mention.surface, 'no-name',
        identity.reason, identity.step
      FROM mention JOIN surface ON surface.id = mention.surface JOIN identity ON identity.id = surface.identity
      WHERE surface.means IS NULL;
    CREATE VIEW v_facility_mentions AS -- Mentions of facilities that count, with coordinates and the operator of the facility on the document's day.
      SELECT found.*, entity.country AS facility_country, \(FacilityColumns.place),
        \(FacilityColumns.operators(of: "found.entity", on: "found.published")) AS operator
      FROM v_entity_mentions AS found JOIN entity ON entity.id = found.entity
      WHERE found.type = 'facility';
    CREATE VIEW v_weekly_trends AS -- The weekly numbers of all series, with those that are absent and whose absence is news.
      SELECT week, dimension, series, documents, stories, sources, share, expected, change, change_low, change_high, p, q,
        label
      FROM weekly_series
      UNION ALL
      SELECT week, dimension, series, 0, 0, 0, 0.0, expected, change, change_low, change_high, p, q, label
      FROM weekly_absence;
    CREATE VIEW v_weekly_topics AS -- The weekly numbers of each topic, including its narrower topics. As in the reports, share, expected and change are those of stories, or those of documents if the pipeline sets trends: unit: documents.
      SELECT s.week, s.series AS topic, topic.name, s.documents, s.stories, s.sources, s.share, s.expected, s.change,
        s.q, s.label
      FROM v_weekly_trends AS s LEFT JOIN topic ON topic.id = s.series
      WHERE s.dimension = 'topic';
    CREATE VIEW v_weekly_entities AS -- The weekly numbers of each organisation, facility, place and person.
      SELECT s.week, s.dimension AS type, s.series AS entity, entity.name, entity.country, s.documents, s.stories,
        s.sources, s.share, s.expected, s.change, s.q, s.label
      FROM v_weekly_trends AS s LEFT JOIN entity ON entity.id = s.series
      WHERE s.dimension IN ('organisation', 'facility', 'place', 'person');
    CREATE VIEW v_weekly_countries AS -- The weekly numbers of each country; a document counts if it is about or from the country.
      SELECT week, series AS country, documents, stories, sources, share, expected, change, q, label
      FROM v_weekly_trends
      WHERE dimension = 'country';
    CREATE VIEW v_topic_documents AS -- The documents of each topic, without those of its narrower topics.
      SELECT assignment.topic, document.week, document.published, assignment.score, document.publisher, document.title,
        document.source, document.id AS document
      FROM assignment JOIN document ON document.id = assignment.document;
    CREATE VIEW v_stories AS -- Stories with the title of the first document.
      SELECT story.id AS story, story.first_day, story.last_day, story.documents, story.sources, document.title
      FROM story JOIN document ON document.id = story.id;
    CREATE VIEW v_problems AS -- The number of problems of each kind.
      SELECT kind, count(*) AS problems, min(source) AS first_source FROM problem GROUP BY kind;

    """
}
