import NewsModel

/// Tab-separated lines of the user's own under a line of column names.
enum PlainTable {
  /// `name` is needed; `id`, `kind`, `country` and `surfaces` (parted by ";") are known; others become attributes.
  static func draft(from text: String, name: String, target: DictionaryImport.Target?) throws -> DictionaryDraft {
    let (columns, records) = DelimitedText.records(of: text, separator: 9)
    try DictionaryImport.require(["name"], in: columns, of: name)
    guard let target else {
      throw DefinitionErrors([.init(file: name, reason: "needs the type and kind of its entities")])
    }
    let others = columns.filter { !["id", "kind", "name", "country", "surfaces"].contains($0) }
    var draft = DictionaryDraft(stem: target.type.fileStem, columns: others, source: "From \(name)")
    for record in records {
      let text = record["name"] ?? ""
      let given = record["id"] ?? ""
      let kind = record["kind"] ?? ""
      let id = draft.add(
        .init(
          id: given.isEmpty ? "\(target.type.idPrefix).\(DictionaryDraft.slug(text))" : given,
          kind: kind.isEmpty ? target.kind : kind, name: text, country: record["country"] ?? "", attributes: record))
      guard let id else { continue }
      for surface in (record["surfaces"] ?? "").split(separator: ";") { draft.addSurface(String(surface), of: id) }
    }
    return draft
  }
}
