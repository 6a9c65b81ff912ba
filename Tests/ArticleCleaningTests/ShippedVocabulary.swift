import ArticleCleaning
import TestSupport

extension PageVocabulary {
  static let folder = Repository.path + "/Dictionaries/pages"

  static let shipped: PageVocabulary = {
    do { return try PageVocabulary(folders: [folder]) } catch { fatalError("\(error)") }
  }()
}
