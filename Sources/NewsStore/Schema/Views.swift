/// Views for common questions in `sqlite3`, datasette or pandas. The comment of each view says what it counts.
enum Views {
  static let all = """
    CREATE VIEW v_documents AS -- Documents with their text.
      SELECT document.*, document_text.text FROM document JOIN document_text ON document_text.document = document.id;
    CREATE VIEW v_entity_mentions AS -- Mentions that count: in titles and main text, not in teasers, menus and footers.
      SELECT mention.document, document.source, document.week, document.published, entity.id AS entity, entity.type,
        entity.kind, entity.name, surface.surface, surface.rule, surface.country, mention.zone, mention.start_byte,
        mention.end_byte
      FROM mention
        JOIN surface ON surface.id = mention.surface
        JOIN entity ON entity.id = surface.entity
        JOIN document ON document.id = mention.document
      WHERE mention.zone IN ('title', 'lead', 'body', 'caption', 'table');
    CREATE VIEW v_facility_mentions AS -- Those of facilities, with coordinates and who ran the facility on the document's day.
      SELECT found.*, entity.country AS facility_country, \(FacilityColumns.place),
        \(FacilityColumns.operators(of: "found.entity", on: "found.published")) AS operator
      FROM v_entity_mentions AS found JOIN entity ON entity.id = found.entity
      WHERE found.type = 'facility';
    CREATE VIEW v_weekly_topics AS -- Each topic, those below it included, a week. As in the reports, share, expected and change are of stories; of documents where the pipeline has trends: unit: documents.
      SELECT attention.week, attention.series AS topic, topic.name, attention.documents, attention.stories,
        attention.sources, attention.share, attention.expected, attention.change, attention.q, attention.label
      FROM attention
        LEFT JOIN topic ON topic.id = attention.series
      WHERE attention.dimension = 'topic';
    CREATE VIEW v_weekly_entities AS -- The same of each organisation, facility, place and person.
      SELECT attention.week, attention.dimension AS type, attention.series AS entity, entity.name, entity.country,
        attention.documents, attention.stories, attention.sources, attention.share, attention.expected,
        attention.change, attention.q, attention.label
      FROM attention
        LEFT JOIN entity ON entity.id = attention.series
      WHERE attention.dimension IN ('organisation', 'facility', 'place', 'person');
    CREATE VIEW v_weekly_countries AS -- The same of each country that documents are surely about or from.
      SELECT attention.week, attention.series AS country, attention.documents, attention.stories, attention.sources,
        attention.share, attention.expected, attention.change, attention.q, attention.label
      FROM attention
      WHERE attention.dimension = 'country';
    CREATE VIEW v_topic_documents AS -- The documents of each topic, those of topics below it not included.
      SELECT assignment.topic, document.week, document.published, assignment.score, document.publisher, document.title,
        document.source, document.id AS document
      FROM assignment JOIN document ON document.id = assignment.document;
    CREATE VIEW v_stories AS -- Stories with the title of the first document.
      SELECT story.id AS story, story.first_day, story.last_day, story.documents, story.sources, document.title
      FROM story JOIN document ON document.id = story.id;
    CREATE VIEW v_problems AS -- Problems by kind.
      SELECT kind, count(*) AS problems, min(source) AS first_source FROM problem GROUP BY kind;

    """
}
