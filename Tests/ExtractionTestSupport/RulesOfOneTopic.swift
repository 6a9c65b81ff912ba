package import NewsModel
import ScannedText
package import Topics

/// Returns a set with one topic `t`, given the keys below its id.
package func topicSet(_ body: String, terms: String = "", entities: [Entity] = []) throws -> TopicSet {
  let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
    separator: "\n")
  return try TopicSet(
    texts: [("pack.yaml", "\(terms)topics:\n  - id: t\n\(indented)\n")], entities: EntityKinds(entities))
}

package func document(_ text: String, title: String? = nil) -> Document {
  Document(
    source: "d", title: title,
    blocks: text.split(separator: "\n").map { Block(zone: .body, text: String($0), reason: "test") })
}

extension TopicSet {
  package func assign(_ text: String, title: String? = nil, mentions: [Mention] = []) -> [TopicAssignment] {
    assign(ScannedDocument(document(text, title: title)), mentions: mentions)
  }

  package func holds(_ text: String, title: String? = nil) -> Bool {
    assign(text, title: title).contains { $0.id == "t" }
  }
}

/// Returns a set with one topic that has a query as its only rule.
package func query(_ query: String) throws -> TopicSet {
  try topicSet("rules: |\n" + query.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
}
