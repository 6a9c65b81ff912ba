import Names
import NewsModel

extension DictionaryLint {
  /// Words of everyday language that need no context to be a name.
  func everydayWords() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.compactMap { surface in
      guard surface.words == 1, surface.requirement < 0 else { return nil }
      let text = dictionary.text(of: surface)
      guard doubtful.isEverydayWord(text, surface.casePolicy) else { return nil }
      return fault(
        surface,
        surface.casePolicy == .any
          ? "“\(text)” is an everyday word: it needs context or a case policy"
          : "“\(text)” is an everyday word: a sentence that begins with it, or a headline, would name \(entity(of: surface).id); it needs context"
      )
    }
  }

  /// Three letters or fewer that match in several capitals and without context.
  func shortSurfaces() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.compactMap { surface in
      // A longer one, as most are, costs no text.
      guard surface.requirement < 0, surface.end - surface.start <= Surface.shortBytes else { return nil }
      let text = dictionary.text(of: surface)
      guard DoubtfulSurfaces.isShort(text, surface.casePolicy) else { return nil }
      return fault(
        surface,
        "“\(text)” is short: give it the case policy exact (a name, in a surfaces line of its own), or context")
    }
  }
}
