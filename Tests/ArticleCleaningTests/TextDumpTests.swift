import ArticleCleaning
import Foundation
import NewsModel
import TestSupport
import Testing

/// Pages saved as text in the layouts of several renderers. All are invented.
@Suite struct TextDumpTests {
  private func clean(_ text: String) -> Document {
    TextFileCleaner(.shipped).clean(source: "a.txt", text: Array(text.utf8))
  }

  static let savedAsText = """
    Home\u{A0} \u{A0} \u{A0} Archive\u{A0} \u{A0} \u{A0} About us
    GridWatch.org


    Northern Reactor Returns to Service after Repairs

    Interfax, PUBLISHED March 05, 2012

    The northern reactor went back to full power on Monday, two weeks after its operator had found a leak in a valve.

    “We have replaced the valve and tested the whole circuit,” the plant's director told reporters in the control room.

    The regulator had sent two inspectors to the reactor, and they found nothing that would speak against a start.

    Neighbouring countries were told about the leak in time, the ministry said, as the convention asks for.

    Topics: Energy, Safety


    Other news:

    Minister Opens a New Power Line

    The line joins two provinces and took four years to build.

    Wind Farm Sold to a Pension Fund

    The fund paid less than half of what the farm had cost.


    Person of the week

    Anna Example

    Anna Example: I never liked the dark

    We asked her about her childhood, about her first lamp, and about why she thinks that the lights will stay on.


    Search:


    Counter 100
    """

  @Test func aPageSavedAsTextIsTakenApart() {
    let document = clean(Self.savedAsText)
    #expect(document.title == "Northern Reactor Returns to Service after Repairs")
    #expect(document.published == PublicationDate(day: Day(year: 2012, month: 3, day: 5)!, method: .byline))
    #expect(document.agency == "Interfax")
    #expect(document.author == nil)
    #expect(document.publisher == "GridWatch.org")
    #expect(document.tags == ["Energy", "Safety"])
    let lines = Self.savedAsText.split(separator: "\n")
    #expect(document.text == lines[4...7].joined(separator: "\n"))
    #expect(document.text(of: .teaser) == lines[9..<18].joined(separator: "\n"))
    #expect(document.text(of: .tags) == "Topics: Energy, Safety")
    #expect(document.text(of: .footer) == "Search:\nCounter 100")
    #expect(document.text(of: .navigation).hasPrefix("Home"))
  }

  @Test func wrappedLinesBecomeParagraphsAgain() {
    let document = clean(
      """
         [1]Home
         [2]News
         (BUTTON) Menu
           * [3]World
           * [4]Energy
           * [5]Sport
           * [6]Weather

      Two Grids Are Joined

         By Anna Example - 3 May 2014

         Engineers joined the grids of two [7]neighbouring countries on Friday, and
         the current flowed for the first time since the line was cut forty years
         ago, a spokesman said.

         The line can carry eight hundred megawatts. It was paid for by a [8]bank
         and by the two governments, which had quarrelled over the costs for a long
         time.

           * [9]Share
           * [10]Print

      References

         1. http://example.org/
         2. http://example.org/news
      """)
    #expect(document.title == "Two Grids Are Joined")
    #expect(document.author == "Anna Example")
    #expect(document.published?.day == Day(year: 2014, month: 5, day: 3))
    #expect(
      document.text == """
        Engineers joined the grids of two neighbouring countries on Friday, and the current flowed for the first time since the line was cut forty years ago, a spokesman said.
        The line can carry eight hundred megawatts. It was paid for by a bank and by the two governments, which had quarrelled over the costs for a long time.
        """)
  }

  private static let paragraphs = """
    The harbour was closed before dawn on Monday, the port office said, because of a storm from the west.

    Three ferries waited outside for hours, and some of the passengers, among them a school class, were ill.
    """

  /// Returns the text of a page with a menu above some lines and notices below them.
  private func textOfPage(_ lines: String) -> String {
    clean("Skip to content\nPrivacy policy\n\nStorm Closes Harbour\n\n\(lines)\n\n\n© The Island Post\n").text
  }

  @Test func aListBelongsToTheSentenceThatIntroducesIt() {
    let list =
      "The office, which had met on the day before, named these ships, all of them from the island:\n\n"
      + "  * The Helga\n  * The Anna\n  * The Old Bear"
    let text = textOfPage(Self.paragraphs + "\n\n" + list + "\n\nBack to the first page")
    #expect(text.hasSuffix("from the island:\nThe Helga\nThe Anna\nThe Old Bear"))
  }

  @Test func linesThatDifferInANumberAreKept() {
    let prices = (1...3).map { "\(Self.paragraphs)\n\nA ticket for boat \($0) now costs \($0)0 crowns" }
    #expect(textOfPage(prices.joined(separator: "\n\n")).contains("A ticket for boat 2 now costs 20 crowns"))
  }

  @Test func noticesBehindTheCopyrightAreNoArticle() {
    let notice = "\n\n" + Self.paragraphs.replacing("The harbour", with: "The site of the port")
    let page = "Skip to content\nPrivacy policy\n\nStorm Closes Harbour\n\n" + Self.paragraphs
    #expect(clean(page + "\n\nMore\n\nShips\n\n© The Port" + notice + notice).text.hasPrefix("The harbour"))
  }

  /// Lynx breaks lines after 75 characters, even if each of them has two columns.
  @Test func wideCharactersAreJoined() {
    let half = String(repeating: "港口因風暴關閉", count: 10)
    #expect(textOfPage("   \(half)\n   \(half)。\n\n   \(half)。").hasPrefix(half + half + "。"))
  }

  @Test(arguments: [
    // The word occurs elsewhere without a hyphen or with one, or many lines are hyphenated.
    (
      "The government of the island met on Monday, and afterwards the govern-\nment said",
      "and afterwards the government said"
    ),
    (
      "The low-carbon plan was read out, and then all of them praised the low-\ncarbon future",
      "praised the low-carbon future"
    ),
  ])
  func hyphensAtLineEnds(broken: String, joined: String) {
    let tail =
      " that nothing would change for a long while, or so it seemed to those who\nhad come to listen in the cold and narrow hall by the old harbour that day,\nwhere nothing else was said about it in the whole of the following week.\n"
    #expect(clean(broken + tail).text.contains(joined))
  }

  @Test func cleanTextIsKeptWhole() {
    let text = """
      Minister resigns over dam

      The minister for water resigned on Tuesday after the dam was found to leak.

      She said that she had known nothing about it.

      "I was told that everything was dry," she told a crowd of journalists.
      """
    let document = clean(text)
    #expect(document.title == "Minister resigns over dam")
    #expect(document.blocks.map(\.zone) == [.lead, .body, .body])
    #expect(document.text == text.split(separator: "\n").dropFirst().joined(separator: "\n"))
  }

  @Test(arguments: [
    "", "\n\n\n", " ", "   * \n   * \n", "One word", "____ ____\n[ ]\n", "\u{2028}\u{2028}", "[[[[[[[[", "1. ) 2.)",
  ])
  func littleIsNoError(text: String) {
    #expect(clean(text).problems.isEmpty)
  }

  @Test func longInputTakesLinearTime() {
    func seconds(_ text: String) -> Double { processorSeconds { _ = clean(text) } }
    let line = "The council met on 3 May 2014 and spoke about the bridge for a long time. "
    for shape in [
      line, line + "\n\n", "* [1]item\n", "a-\n", "[", "____ ", "12.12.", "  ", "**a** ",
      "12 March 2019\n", "Q: a\n", "Subject: a\n", "\nGo on\nand\n",
    ] {
      let small = seconds(String(repeating: shape, count: 40_000 / shape.utf8.count))
      let large = seconds(String(repeating: shape, count: 320_000 / shape.utf8.count))
      #expect(large < max(0.1, small * 40), "\(shape)")
    }
  }

  @Test func theSeedComesOutExactly() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places = ["../shared/data/seed", "../../shared/data/seed"].map {
      root.appendingPathComponent($0).standardizedFileURL.path
    }
    guard let folder = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return }
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".txt") })
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    let document = clean(text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    #expect(document.title == String(lines[2]))
    #expect(document.published == PublicationDate(day: Day(year: 2013, month: 2, day: 3)!, method: .byline))
    #expect(document.agency == "RIA Novosti")
    #expect(document.publisher == String(lines[1]))
    #expect(document.tags == ["Russia"])
    #expect(document.text == lines[4..<12].joined(separator: "\n"))
    #expect(document.text(of: .teaser) == lines[13..<(lines.count - 2)].joined(separator: "\n"))
    #expect(document.text(of: .footer) == lines.suffix(2).joined(separator: "\n"))
  }
}
