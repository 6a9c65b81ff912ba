package import NewsModel

/// A file of a reports folder.
package struct ReportFile: Sendable, Equatable {
  /// The path inside the folder, `/`-separated.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The CSV files over all weeks, which are written in pieces, and the description with which other programs read them.
package enum ReportTables {
  /// The first line of each file.
  package static var headers: [ReportFile] {
    TableSchema.all.map { schema in piece(of: schema, [schema.fields.map { .text($0.name) }]) }
  }

  /// Returns the lines that a week adds to the end of each file.
  package static func rows(of report: WeeklyReport) -> [ReportFile] {
    TableSchema.all.map { piece(of: $0, $0.rows(report)) }.filter { !$0.bytes.isEmpty }
  }

  static func path(of dimension: SeriesKey.Dimension) -> String {
    "csv/\(RowWriting.plural(dimension).lowercased()).csv"
  }

  private static func piece(of schema: TableSchema, _ rows: [[Cell]]) -> ReportFile {
    var format = CSVFormat(neutralisesFormulas: true)
    var bytes: [UInt8] = []
    for row in rows { format.append(row, into: &bytes) }
    return ReportFile(path: schema.path, bytes: bytes)
  }

  /// `datapackage.json`: Data Package 1.0 of Frictionless Data, with the type of every column.
  package static func description(archive: String) -> ReportFile {
    var json = JSONWriter()
    json.raw("{\n\"profile\":\"tabular-data-package\",\n\"name\":\"dateline-reports\",\n\"title\":")
    json.string("Weekly tables of \(archive)")
    json.raw(",\n\"resources\":")
    json.array(TableSchema.all) { json, schema in
      json.raw("\n{\"profile\":\"tabular-data-resource\",\"name\":")
      json.string(schema.name)
      json.raw(",\"title\":")
      json.string(schema.title)
      json.raw(",\"path\":")
      json.string("\(schema.name).csv")
      json.raw(",\"format\":\"csv\",\"mediatype\":\"text/csv\",\"encoding\":\"utf-8\",\n\"schema\":{\"fields\":")
      json.array(schema.fields) { json, field in
        json.raw("\n{\"name\":")
        json.string(field.name)
        json.raw(",\"type\":")
        json.string(field.kind.rawValue)
        if !field.description.isEmpty {
          json.raw(",\"description\":")
          json.string(field.description)
        }
        json.raw("}")
      }
      json.raw(",\n\"primaryKey\":")
      json.array(schema.key) { $0.string($1) }
      json.raw(",\"missingValues\":[\"\"]}}")
    }
    json.raw("\n}\n")
    return ReportFile(path: "csv/datapackage.json", bytes: json.bytes)
  }
}
