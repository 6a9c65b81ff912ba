import Foundation
import NewsModel

/// The countries of mledoze/countries' `countries.json`.
enum MledozeCountries {
  private struct Country: Decodable {
    struct Name: Decodable {
      var common: String
      var official: String
    }
    struct Demonym: Decodable {
      var f: String?
      var m: String?
    }
    var name: Name
    var cca2: String
    var cca3: String
    var altSpellings: [String]?
    var demonyms: [String: Demonym]?
    var capital: [String]?
  }

  static func draft(from text: String, name: String) throws -> DictionaryDraft {
    let countries: [Country]
    do {
      countries = try JSONDecoder().decode([Country].self, from: Data(text.utf8))
    } catch {
      throw DefinitionErrors([.init(file: name, reason: "is not the JSON list of mledoze/countries: \(error)")])
    }
    var draft = DictionaryDraft(
      of: name, stem: "countries", columns: ["iso3", "capital", "source"],
      source: "From mledoze/countries, Open Database License 1.0")
    for country in countries {
      guard country.cca2.utf8.count == 2 else {
        draft.complain(0, "\(country.name.common): “\(country.cca2)” is no code of two letters")
        continue
      }
      let id = draft.add(
        .init(
          id: "country.\(country.cca2.lowercased())", kind: "state", name: country.name.common, country: country.cca2,
          attributes: ["iso3": country.cca3, "capital": country.capital?.first ?? "", "source": "mledoze/countries"],
          context: country.capital?.first ?? ""))
      guard let id else { continue }
      draft.addSurface(country.name.official, of: id, note: "name")
      for other in country.altSpellings ?? [] where other.utf8.count > 3 {
        draft.addSurface(other, of: id, note: "name")
      }
      if let demonym = country.demonyms?["eng"] {
        for word in [demonym.m, demonym.f] {
          if let word, word.utf8.count > 3 { draft.addSurface(word, of: id, note: "nationality") }
        }
      }
    }
    return draft
  }
}
