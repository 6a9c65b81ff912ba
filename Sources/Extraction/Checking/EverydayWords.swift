import NewsModel

extension DictionaryLint {
  /// A word of everyday language that needs no context to be a name: with case `any` wherever it stands, else where a
  /// sentence begins with it or a headline holds it.
  func everydayWords() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.compactMap { surface in
      guard surface.words == 1, surface.requirement < 0 else { return nil }
      let text = dictionary.text(of: surface)
      guard foldedWords(text).allSatisfy(commonWords.contains) else { return nil }
      switch surface.casePolicy {
      case .any: return fault(surface, "“\(text)” is an everyday word: it needs context or a case policy")
      case .exact, .smart:
        // "WHO", "eBay" and "Lloyd's" have what no sentence's beginning gives.
        guard text.dropFirst().allSatisfy({ $0.isLowercase }), !namesFirst.contains(foldedWords(text)) else {
          return nil
        }
        return fault(
          surface,
          "“\(text)” is an everyday word: a sentence that begins with it, or a headline, would name \(entity(of: surface).id); it needs context"
        )
      }
    }
  }

  /// Three letters or fewer that match in several capitals and without context.
  func shortSurfaces() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.compactMap { surface in
      let text = dictionary.text(of: surface)
      guard text.count <= 3, surface.requirement < 0 else { return nil }
      switch surface.casePolicy {
      case .exact: return nil
      // All capitals bind, so that it matches as it is written alone.
      case .smart where !text.contains(where: \.isLowercase): return nil
      case .any, .smart:
        return fault(
          surface,
          "“\(text)” is short: give it the case policy exact (a name, in a surfaces line of its own), or context")
      }
    }
  }
}
