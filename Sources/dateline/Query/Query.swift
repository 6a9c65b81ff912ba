import ArgumentParser

/// The parent command of the queries. Each noun has its own file in this folder.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Query a database.",
    discussion: """
      The database is the one given by --database, or else by DATELINE_DATABASE, or else the only .sqlite file in this \
      folder. Rows are printed to standard output: as a table on a terminal, as CSV in a pipe.
      """,
    subcommands: [
      QueryDocuments.self, QueryEntities.self, QueryMentions.self, QueryTopics.self, QueryTrend.self, QueryPairs.self,
      QueryProblems.self, QuerySQL.self,
    ])
}
