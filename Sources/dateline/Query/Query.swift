import ArgumentParser

/// The parent command of the queries. Each noun has its own file in this folder.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a database.",
    discussion: """
      The database is --database, else DATELINE_DATABASE, else the only .sqlite file in this folder. Rows go to \
      standard output: a table on a terminal, CSV into a pipe.
      """,
    subcommands: [
      QueryDocuments.self, QueryEntities.self, QueryMentions.self, QueryTopics.self, QueryTrend.self, QueryPairs.self,
      QueryProblems.self, QuerySQL.self,
    ])
}
