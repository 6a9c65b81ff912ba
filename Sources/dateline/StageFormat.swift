import ArgumentParser

/// The formats of printed documents. Documents are trees; tables are printed by `query`.
enum StageFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, json
}
