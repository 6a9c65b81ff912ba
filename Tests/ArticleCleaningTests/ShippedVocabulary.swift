import ArticleCleaning
import TestSupport

extension PageVocabulary {
  static let folder = Repository.path + "/Dictionaries/pages"

  static let shipped: PageVocabulary = {
    do { return try PageVocabulary(folder: folder) } catch { fatalError("\(error)") }
  }()
}
