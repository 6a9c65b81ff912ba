package import NewsModel

/// The templates that were found on a site, each with the first block that has its fingerprint.
package struct FoundTemplates: Sendable {
  private var templates: [TemplateFingerprint: SiteTemplate] = [:]

  package init() {}

  package mutating func add(_ fingerprint: TemplateFingerprint, _ template: @autoclosure () -> SiteTemplate) {
    if templates[fingerprint] == nil { templates[fingerprint] = template() }
  }

  /// Adds the templates that were found on later pages.
  package mutating func merge(_ later: FoundTemplates) { templates.merge(later.templates) { first, _ in first } }

  /// The templates in order of fingerprint.
  package var sorted: [SiteTemplate] { templates.values.sorted { $0.fingerprint < $1.fingerprint } }
}
