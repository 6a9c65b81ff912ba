import NewsModel
import ScannedText
import TextScanning

/// Reads dictionary folders into a `NameDictionary` and collects all errors in them.
package struct DictionaryReader {
  private(set) var faults: [DefinitionErrors.Fault] = []
  private var files: [TableFile] = []
  private var entities: [Entity] = []
  private var entityIndices: [UInt64: Int32] = [:]
  /// For each entity, the file that contains its line, and the index of its name among the surfaces.
  private var entityFiles: [Int32] = []
  private var nameSurfaces: [Int32] = []
  private var surfaces: [Surface] = []
  /// Maps a hash of id and surface to the index in `surfaces`.
  private var surfaceIndices: [UInt64: Int32] = [:]
  private var notes: [String] = [""]
  private var noteIndices: [String: Int32] = ["": 0]
  private var contexts = ContextSets.Builder()
  private var requirementTexts: [String: Int32] = [:]
  private var requirementFirstUse: [(text: String, file: Int32, line: Int32)] = []

  /// Lines in later folders replace those in earlier ones. The returned phrases are the names in the dictionary.
  static func read(
    folders: [DictionaryFolder], faults: inout [DefinitionErrors.Fault]
  ) -> (dictionary: NameDictionary, phrases: PhraseAutomaton.Builder) {
    var reader = DictionaryReader()
    for folder in folders { reader.readEntities(folder) }
    reader.readOperators(folders)
    for folder in folders { reader.readContexts(folder) }
    for folder in folders { reader.readSurfaces(folder) }
    let result = reader.build(vetoFiles: folders.map { $0.path(of: DictionaryFolder.File.vetoes.rawValue) })
    faults += reader.faults
    return result
  }

  // MARK: Entities

  private mutating func readEntities(_ folder: DictionaryFolder) {
    guard folder.exists else {
      faults.append(.init(file: folder.path, reason: "no such dictionary folder"))
      return
    }
    let inFolder = Int32(files.count)
    for name in folder.entityFiles {
      let table = folder.table(name, faults: &faults)
      files.append(table)
      readEntities(table, file: Int32(files.count - 1), firstFileOfFolder: inFolder)
    }
  }

  private mutating func readEntities(_ table: TableFile, file: Int32, firstFileOfFolder: Int32) {
    guard let id = table.column("id"), let name = table.column("name") else {
      // Other tables are allowed; `check` reports that they are not read.
      if !table.columns.isEmpty, DictionaryFolder.entityFiles.contains(where: table.path.hasSuffix) {
        faults.append(.init(file: table.path, reason: "needs the columns id and name"))
      }
      return
    }
    let columns = EntityColumns(table)
    for row in table.rows {
      let idRange = table.range(row, id)
      let nameRange = table.range(row, name)
      guard !idRange.isEmpty, !nameRange.isEmpty else {
        faults.append(table.fault(row, "a line needs an id and a name"))
        continue
      }
      guard let entity = columns.entity(row, faults: &faults) else { continue }
      let key = FoldedHash.of(table.bytes[idRange])
      var surface = Surface(
        entity: 0, file: file, line: row.line, start: Int32(nameRange.lowerBound), end: Int32(nameRange.upperBound),
        note: note("name"))
      surface.casePolicy = .standard(for: table.bytes[nameRange])
      if let validFrom = entity.validFrom { surface.validFrom = Int32(validFrom.ordinal) }
      if let validTo = entity.validTo { surface.validTo = Int32(validTo.ordinal) }
      if let known = entityIndices[key] {
        if entityFiles[Int(known)] >= firstFileOfFolder {
          faults.append(table.fault(row, "the id \(entity.id) is taken by \(place(of: nameSurfaces[Int(known)]))"))
          continue
        }
        // The user's line replaces the shipped line, including its name.
        entities[Int(known)] = entity
        entityFiles[Int(known)] = file
        surface.entity = known
        let old = nameSurfaces[Int(known)]
        surfaceIndices[surfaceKey(surfaces[Int(old)], id: key)] = nil
        surfaces[Int(old)] = surface
        surfaceIndices[surfaceKey(surface, id: key)] = old
        continue
      }
      surface.entity = Int32(entities.count)
      entityIndices[key] = surface.entity
      entities.append(entity)
      entityFiles.append(file)
      nameSurfaces.append(Int32(surfaces.count))
      surfaceIndices[surfaceKey(surface, id: key)] = Int32(surfaces.count)
      surfaces.append(surface)
    }
  }

  /// Must be called after all entities have been read, because a line may refer to an organisation in any folder.
  private mutating func readOperators(_ all: [DictionaryFolder]) {
    let indices = entityIndices
    func place(of id: String) -> Int? { indices[FoldedHash.of(id.utf8)].map(Int.init) }
    var operators = OperatorFile()
    for (number, folder) in all.enumerated() {
      guard let table = folder.table(.operators, faults: &faults) else { continue }
      operators.read(table, folder: number, entities: entities, entity: place)
      files.append(table)
    }
    faults += operators.faults
    let folders = files.map { file in
      all.lastIndex { file.path == $0.path(of: String(file.name.dropFirst($0.prefix.count))) } ?? 0
    }
    let ofEntities = entityFiles
    operators.apply(to: &entities, folders: { folders[Int(ofEntities[$0])] }, entity: place)
  }

  // MARK: Surfaces

  private mutating func readSurfaces(_ folder: DictionaryFolder) {
    let firstOfFolder = Int32(files.count)
    for name in folder.surfaceFiles {
      let table = folder.table(name, faults: &faults)
      files.append(table)
      readSurfaces(table, file: Int32(files.count - 1), firstFileOfFolder: firstOfFolder)
    }
  }

  private mutating func readSurfaces(_ table: TableFile, file: Int32, firstFileOfFolder: Int32) {
    guard let id = table.column("id"), let text = table.column("surface") else {
      if !table.columns.isEmpty { faults.append(.init(file: table.path, reason: "needs the columns id and surface")) }
      return
    }
    let policy = table.column("case")
    let requires = table.column("requires")
    let from = table.column("valid_from")
    let to = table.column("valid_to")
    let noteColumn = table.column("note")
    surfaces.reserveCapacity(surfaces.count + table.rows.count)
    surfaceIndices.reserveCapacity(surfaces.count + table.rows.count)
    for row in table.rows {
      let key = FoldedHash.of(table.bytes[table.range(row, id)])
      let range = table.range(row, text)
      guard let entity = entityIndices[key] else {
        faults.append(table.fault(row, "no dictionary has the id \(table.text(row, id))"))
        continue
      }
      guard !range.isEmpty else {
        faults.append(table.fault(row, "an empty surface"))
        continue
      }
      var surface = Surface(
        entity: entity, file: file, line: row.line, start: Int32(range.lowerBound), end: Int32(range.upperBound),
        note: note(in: table, row, noteColumn))
      let policyRange = table.range(row, policy)
      if !policyRange.isEmpty {
        if let known = CasePolicy(column: table.text(row, policy)) {
          surface.casePolicy = known
        } else {
          faults.append(table.fault(row, CasePolicy.fault(table.text(row, policy))))
        }
      } else {
        surface.casePolicy = .standard(for: table.bytes[range])
      }
      if let day = table.day(row, from, faults: &faults) { surface.validFrom = Int32(day.ordinal) }
      if let day = table.day(row, to, faults: &faults) { surface.validTo = Int32(day.ordinal) }
      if !table.range(row, requires).isEmpty {
        surface.requirement = requirement(table.text(row, requires), file: file, line: row.line)
      }
      let surfaceKey = surfaceKey(surface, id: key)
      if let known = surfaceIndices[surfaceKey] {
        let old = surfaces[Int(known)]
        if old.file >= firstFileOfFolder {
          faults.append(table.fault(row, "the same surface is in \(files[Int(old.file)].path):\(old.line)"))
          continue
        }
        surfaces[Int(known)] = surface
      } else {
        surfaceIndices[surfaceKey] = Int32(surfaces.count)
        surfaces.append(surface)
      }
    }
  }

  /// The file and line of a surface, such as `folder/organisations.tsv:3`.
  private func place(of surface: Int32) -> String {
    let surface = surfaces[Int(surface)]
    return "\(files[Int(surface.file)].path):\(surface.line)"
  }

  private func surfaceKey(_ surface: Surface, id: UInt64) -> UInt64 {
    let bytes = files[Int(surface.file)].bytes[Int(surface.start)..<Int(surface.end)]
    return FoldedHash.of(bytes) &* ByteHash.goldenRatio ^ id
  }

  private mutating func note(in table: TableFile, _ row: TableFile.Row, _ column: Int?) -> Int32 {
    table.range(row, column).isEmpty ? 0 : note(table.text(row, column))
  }

  private mutating func note(_ text: String) -> Int32 {
    if let known = noteIndices[text] { return known }
    notes.append(text)
    noteIndices[text] = Int32(notes.count - 1)
    return Int32(notes.count - 1)
  }

  private mutating func requirement(_ text: String, file: Int32, line: Int32) -> Int32 {
    if let known = requirementTexts[text] { return known }
    let index = Int32(requirementFirstUse.count)
    requirementTexts[text] = index
    requirementFirstUse.append((text, file, line))
    return index
  }

  // MARK: Contexts

  private mutating func readContexts(_ folder: DictionaryFolder) {
    guard let table = folder.table(.contexts, faults: &faults) else { return }
    guard let name = table.column("name"), let phrase = table.column("phrase") else {
      faults.append(.init(file: table.path, reason: "needs the columns name and phrase"))
      return
    }
    for row in table.rows {
      if contexts.add(table.text(row, phrase), toSet: table.text(row, name)) != .added {
        faults.append(table.fault(row, "“\(table.text(row, phrase))” is no phrase that can be searched for"))
      }
    }
  }

  // MARK: Build

  private mutating func build(
    vetoFiles: [String]
  ) -> (dictionary: NameDictionary, phrases: PhraseAutomaton.Builder) {
    let order = entities.indices.sorted { entities[$0].id < entities[$1].id }
    var place = [Int32](repeating: 0, count: entities.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    for index in surfaces.indices { surfaces[index].entity = place[Int(surfaces[index].entity)] }
    let indices = entityIndices.mapValues { place[Int($0)] }
    let sorted = order.map { entities[$0] }

    var requirements: [Requirement] = []
    for use in requirementFirstUse {
      let table = files[Int(use.file)].path
      var parser = RequirementParser { id in indices[FoldedHash.of(id.utf8)].map(Int.init) }
      requirements.append(parser.parse(use.text, &contexts))
      for reason in parser.reasons { faults.append(.init(file: table, line: Int(use.line), reason: reason)) }
    }
    var vetoes = VetoReader()
    for file in vetoFiles {
      vetoes.read(path: file, contexts: &contexts) { id in
        indices[FoldedHash.of(id.utf8)].map(Int.init)
      }
    }
    faults += vetoes.faults

    surfaces.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    var words = SurfaceWords(count: surfaces.count)
    for file in files.indices { words.add(&surfaces, of: files[file], file: Int32(file), faults: &faults) }
    let dictionary = NameDictionary(
      entities: sorted, surfaces: surfaces, files: files, requirements: requirements, notes: notes,
      capitals: words.capitals, automaton: words.builder.build(), contexts: contexts.build(),
      vetoes: vetoes.vetoes, indices: indices)
    return (dictionary, words.builder)
  }
}
