package import NewsModel

/// What was found by frequency, each with the first block that has it.
package struct FoundTemplates: Sendable {
  private var templates: [TemplateFingerprint: SiteTemplate] = [:]

  package init() {}

  package mutating func add(_ fingerprint: TemplateFingerprint, _ template: @autoclosure () -> SiteTemplate) {
    if templates[fingerprint] == nil { templates[fingerprint] = template() }
  }

  /// Adds what was found in later pages.
  package mutating func merge(_ later: FoundTemplates) { templates.merge(later.templates) { first, _ in first } }

  /// In order of fingerprint.
  package var sorted: [SiteTemplate] { templates.values.sorted { $0.fingerprint < $1.fingerprint } }
}
