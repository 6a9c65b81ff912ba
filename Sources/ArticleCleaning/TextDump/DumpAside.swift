/// Sentences that stand among an article's and are not its own: who took the picture, what the site wants of the reader.
enum DumpAside: String {
  case picture = "picture caption"
  case appeal = "appeal to the reader"

  /// Longer paragraphs are text about these things.
  static let mostWords = (picture: 70, appeal: 60)

  init?(_ text: [UInt8], words: Int) {
    guard words <= Self.mostWords.picture else { return nil }
    let found = Self.table.firstMatch(in: Scalars.lowered(text))
    guard let found, found == .picture || words <= Self.mostWords.appeal else { return nil }
    self = found
  }

  private static func phrases(_ meaning: DumpAside, _ list: String) -> [(phrase: String, value: DumpAside)] {
    list.split(separator: "|").map { (String($0), meaning) }
  }

  private static let table = PhraseTable(
    phrases(
      .picture,
      "file photo|(photo|[photo|photo by |photos by |(image|image caption|image copyright|photo credit|image credit|(picture|pictured |in this photo|(foto|foto:|bild:|"
        + "(ap photo|ap photo/|/ap)|/afp|getty images|/reuters|reuters/|/epa|shutterstock|istock|courtesy of|credit:|crédit |©|фото:|(credit"
    )
      + phrases(
        .appeal,
        "newsletter|subscribe|sign up|cookie|privacy policy|terms of use|terms of service|all rights reserved|your inbox|your email|log in|javascript|"
          + "datenschutz|abonnieren|politique de confidentialité|abonnez-vous|inscrivez-vous|suscríbete|política de privacidad|política de privacidade|informativa sulla privacy|iscriviti|"
          + "polityk|подпишитесь|подписывайтесь|рассылк"))
}
