import ArticleCleaning
import NewsModel
import Testing

/// The lists that belong to the article of a page saved as text. All pages are invented.
@Suite struct ArticleSpanTests {
  private static let paragraphs = """
    The harbour was closed before dawn on Monday, the port office said, because of a storm from the west.

    Three ferries waited outside for hours, and some of the passengers, among them a school class, were ill.
    """

  private static let numbered = """
    These are the things that a passenger should have in a bag when a storm comes:

    1) A warm coat of wool
    2) Bread and two apples
    http://example.org/bread
    3) A book about harbours
    """

  private static let programme = """
    Concerts in the Old Harbour

    June 9 – Rivertown Brass at the Long Mole

    June 10 – Anna Example and her Band, Ferry Hall

    June 14 – The Lighthouse Singers, Fish Market

    July 2 – Choir of the Port Office, Ferry Hall

    July 19 – Rivertown Brass in the Cold Store
    """

  @Test(arguments: [numbered, programme])
  func aListBelowTheTextBelongsToIt(list: String) {
    let document = clean(list)
    #expect(document.text == Self.lines(Self.paragraphs) + "\n" + Self.lines(list))
  }

  @Test(arguments: [
    // Headlines and a menu have no number in each line.
    "Latest news\n\nCouncil wants to build a longer mole\nMinister of transport visits the island\nFerry of 1912 is found",
    "About us\nContact the editors of this paper\nJobs at the paper\nArchive of the paper",
  ])
  func aMenuBelowTheTextDoesNot(menu: String) {
    #expect(clean(menu).text == Self.lines(Self.paragraphs))
  }

  private func clean(_ end: String) -> Document {
    TextFileCleaner(.shipped).clean(
      source: "a.txt",
      text: Array(
        """
        Skip to content
        Home
        News
        Storm Closes Harbour

        By Ann Other, 3 May 2014

        \(Self.paragraphs)

        \(end)

        Privacy policy
        © 2014 The Island Post
        """.utf8))
  }

  private static func lines(_ text: String) -> String { text.split(separator: "\n").joined(separator: "\n") }
}
