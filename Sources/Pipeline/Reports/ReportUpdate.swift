import Foundation
import NewsModel
import NewsStore
import ReportBuilding
import Reporting
import TextScanning
import Trends

/// Brings a folder of reports up to date. It makes the pages and the rows of those weeks again whose inputs changed since
/// the folder was written, and whose files are missing or have another size. The result is the same as if all were made.
struct ReportUpdate {
  private let files: ReportFiles
  private let folder: String
  private let builder: ReportBuilder
  /// What the folder was made from before.
  private let old: ReportManifest
  /// The weeks whose files stay as they are.
  private let fresh: Set<Week>
  private let settings: ByteHash
  private let hasTables: Bool

  init(_ files: ReportFiles, folder: String) throws {
    self.files = files
    self.folder = folder
    let builder = try files.builder()
    self.builder = builder
    let settings = Self.settings(of: files, builder)
    self.settings = settings
    let manifest = ReportManifest(folder: folder)
    hasTables = TableDrafts.matchOld(manifest, in: folder)
    old = hasTables ? manifest : ReportManifest()
    let stored = files.storesTrends ? try files.store.inputsOfTrends() : nil
    fresh = Set(
      old.weeks.lazy.filter { entry in
        guard let inputs = builder.inputs[entry.week] else { return false }
        return entry.inputs == Self.text(settings, inputs) && (stored.map { $0[entry.week] == inputs } ?? true)
          && ReportManifest.has(entry.files, in: folder)
      }.map(\.week))
  }

  /// - Parameter whole: the hash of everything that the folder as a whole depends on, for the manifest.
  func run(whole: String) throws -> ReportManifest {
    if files.storesTrends { try files.store.replaceBursts(builder.bursts) }
    var manifest = ReportManifest()
    manifest.whole = whole
    manifest.weeks =
      hasTables && fresh.count == builder.weeks.count && fresh.count == old.weeks.count ? old.weeks : try writeWeeks()
    var index = WeekIndex(builder.facts)
    for week in manifest.weeks { index.add(week.line) }
    for file in index.files + [ReportTables.description(archive: files.definition.name)] {
      try ReportFolder.save(file, in: folder)
      manifest.files[file.path] = file.bytes.count
    }
    try manifest.write(to: folder)
    manifest.removeOthers(from: folder)
    return manifest
  }

  /// Writes the weeks that are not fresh, and the tables.
  private func writeWeeks() throws -> [ReportManifest.Entry] {
    var drafts = try TableDrafts(folder: folder, copies: !old.weeks.isEmpty)
    var waiting = old.weeks[...]
    var entries: [ReportManifest.Entry] = []
    /// Processes the old weeks before a week, or all.
    func finishOld(before week: Week?) throws {
      while let entry = waiting.first, week.map({ entry.week < $0 }) ?? true {
        waiting.removeFirst()
        if fresh.contains(entry.week) {
          try drafts.copy(entry)
          entries.append(entry)
        } else {
          drafts.skip(entry)
        }
      }
    }
    let fresh = fresh
    try files.eachWeek(of: builder, where: { !fresh.contains($0) }) { made in
      try finishOld(before: made.week)
      let pages = Dictionary(uniqueKeysWithValues: made.pages.map { ($0.path, $0.bytes.count) })
      if waiting.first?.week == made.week { drafts.skip(waiting.removeFirst()) }
      for page in made.pages { try ReportFolder.save(page, in: folder) }
      entries.append(
        .init(
          inputs: Self.text(settings, builder.inputs[made.week] ?? 0), files: pages,
          tables: try drafts.add(made.tables),
          line: made.line))
    }
    try finishOld(before: nil)
    try drafts.replaceOld()
    return entries
  }

  /// The hash of what all pages depend on besides the numbers of their weeks.
  private static func settings(of files: ReportFiles, _ builder: ReportBuilder) -> ByteHash {
    var hash = ByteHash()
    let facts = builder.provenance.flatMap { [$0.name, $0.value] }
    for part in [Version.text, files.definition.name, "\(files.definition.report)"] + facts {
      hash.add(part.utf8)
      hash.add(number: UInt64(part.utf8.count))
    }
    return hash
  }

  private static func text(_ settings: ByteHash, _ inputs: UInt64) -> String {
    var hash = settings
    hash.add(number: inputs)
    return String(hash.mixed, radix: 16)
  }
}
