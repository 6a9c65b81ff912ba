import Foundation

/// Maps the English names of countries in tables to codes.
enum CountryNames {
  private static let english = Locale(identifier: "en_US_POSIX")

  /// Codes by folded English name: the names in the system's locale data, and the few that tables write differently.
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

  /// Returns the ISO 3166-1 alpha-2 code, or an empty string if no country has this name.
  static func code(of name: String) -> String { codes[folded(name)] ?? "" }

  private static func folded(_ name: String) -> String {
    name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: english)
      .replacingOccurrences(of: "&", with: "and").replacingOccurrences(of: "’", with: "'")
  }
}
