import Foundation

/// The codes of countries that a table names in English.
enum CountryNames {
  private static let english = Locale(identifier: "en_US_POSIX")

  /// By folded English name, as the system's own locale data has them, and the few that tables write otherwise.
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for region in Locale.Region.isoRegions where region.identifier.utf8.count == 2 {
      if let name = english.localizedString(forRegionCode: region.identifier) {
        codes[folded(name)] = region.identifier
      }
    }
    let others = [
      "burma": "MM", "myanmar": "MM", "cote d'ivoire": "CI", "ivory coast": "CI", "congo (kinshasa)": "CD",
      "congo (brazzaville)": "CG",
      "czech republic": "CZ", "macedonia": "MK", "swaziland": "SZ", "east timor": "TL", "hong kong": "HK",
      "macau": "MO",
      "turkey": "TR", "cape verde": "CV", "palestine": "PS", "brunei": "BN", "virgin islands": "VI",
      "trinidad and tobago": "TT",
    ]
    return codes.merging(others, uniquingKeysWith: { _, new in new })
  }()

  /// ISO 3166-1 alpha-2; empty when no country is called so.
  static func code(of name: String) -> String { codes[folded(name)] ?? "" }

  private static func folded(_ name: String) -> String {
    name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: english)
      .replacingOccurrences(of: "&", with: "and").replacingOccurrences(of: "’", with: "'")
  }
}
