import ArgumentParser

/// The formats of documents; they are trees, so that tables are left to `query`.
enum StageFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, json
}
