/// Sentences that stand among an article's and are not its own: who took the picture, what the site wants of the reader.
enum DumpAside: String {
  case picture = "picture caption"
  case appeal = "appeal to the reader"

  /// Longer paragraphs are text about these things.
  static let mostWords = (picture: 70, appeal: 60)

  init?(_ text: [UInt8], words: Int) {
    guard words <= Self.mostWords.picture else { return nil }
    let lowered = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if Self.pictureWords.contains(where: { lowered.contains($0) }) {
      self = .picture
    } else if words <= Self.mostWords.appeal, Self.appealWords.contains(where: { lowered.contains($0) }) {
      self = .appeal
    } else {
      return nil
    }
  }

  private static func words(_ list: String) -> [[UInt8]] { list.split(separator: "|").map { Array($0.utf8) } }

  private static let pictureWords = words(
    "file photo|(photo|[photo|photo by |photos by |(image|image caption|image copyright|photo credit|image credit|(picture|pictured |in this photo|(foto|foto:|bild:|"
      + "(ap photo|ap photo/|/ap)|/afp|getty images|/reuters|reuters/|/epa|shutterstock|istock|(ap)|courtesy of|credit:|crédit |©|фото:|(credit")
  private static let appealWords = words(
    "newsletter|subscribe|sign up|cookie|privacy policy|terms of use|terms of service|all rights reserved|your inbox|your email|log in|javascript|"
      + "datenschutz|abonnieren|politique de confidentialité|abonnez-vous|inscrivez-vous|suscríbete|política de privacidad|política de privacidade|informativa sulla privacy|iscriviti|"
      + "polityk|подпишитесь|подписывайтесь|рассылк")
}
