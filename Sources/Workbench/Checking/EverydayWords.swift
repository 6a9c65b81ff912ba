import Names
import NewsModel

extension DictionaryLint {
  /// Everyday words that are names without required context.
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

  /// Surfaces of three letters or fewer that match more than one spelling with capitals and require no context.
  func shortSurfaces() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.compactMap { surface in
      // Most surfaces are longer, and for them no text is created.
      guard surface.requirement < 0, surface.end - surface.start <= Surface.shortBytes else { return nil }
      let text = dictionary.text(of: surface)
      guard DoubtfulSurfaces.isShort(text, surface.casePolicy) else { return nil }
      return fault(
        surface,
        "“\(text)” is short: give it the case policy exact (a name, in a surfaces line of its own), or context")
    }
  }
}
