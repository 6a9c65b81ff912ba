import ArticleCleaning
import Testing

@Suite struct PageTreeTests {
  /// Returns the tree in one line: `p(text "a", b(text "c"))`.
  private func outline(_ html: String) -> String {
    let tree = PageTree.parse(Array(html.utf8)).tree
    func outline(_ node: PageTree.Node) -> String {
      if tree.isText(node) { return "\"\(tree.string(tree.textRange(node)))\"" }
      let inside = tree.children(of: node).map(outline).joined(separator: " ")
      return "\(tree.tag(node))" + (inside.isEmpty ? "" : "(\(inside))")
    }
    return tree.children(of: PageTree.root).map(outline).joined(separator: " ")
  }

  @Test(arguments: [
    ("<p>one<p>two <b>three</b>", #"html(body(p("one") p("two " b("three"))))"#),
    ("<ul><li>a<li>b &amp; c</ul>", #"html(body(ul(li("a") li("b & c"))))"#),
    ("<p>a<script>if (a < b) '</p>'</script>b", #"html(body(p("a" script("if (a < b) '</p>'") "b")))"#),
    ("<p>a<!-- <b>no</b> -->c", #"html(body(p("ac")))"#),
    ("<p>a<style>p > b { }</style><script></script>c", #"html(body(p("a" style("p > b { }") script "c")))"#),
    ("<p>a<script src='x'/>b <b>c</b></script>d", #"html(body(p("a" script "b " b("c") "d")))"#),
    ("<p title='<script>x</script>'>a", #"html(body(p("a")))"#),
    // As in browsers, a script with the mark of a comment may write other scripts.
    (
      "<p>a<script><!-- w('<script></script>')//--></script>b",
      #"html(body(p("a" script("<!-- w('<script></script>')//-->") "b")))"#
    ),
    ("<p>a<script><!-- b = 1; </script>c", #"html(body(p("a" script("<!-- b = 1; ") "c")))"#),
    ("<p>a<script><!-- w('<script>') </script>c", #"html(body(p("a" script("<!-- w('<script>') ") "c")))"#),
    // The marks of word processors are comments.
    ("<p><![if !supportLists]>1.<![endif]> one", #"html(body(p("1. one")))"#),
    // An element that is never closed does not keep others open.
    ("<div>a<noscript><div></noscript>b</div>c", #"html(body(div("ab") "c"))"#),
    ("<aside><div>a</aside><p>b", #"html(body(aside(div("a")) p("b")))"#),
    ("<ul><li><div>a</ul>b", #"html(body(ul(li(div("a"))) "b"))"#),
    // The end of a line of text does not end the elements in it.
    ("<div><div><b>a<div></b>c</div></div>d</div>e", #"html(body(div(div(b("a" div("c"))) "d") "e"))"#),
    ("<div><table><tr><td><div>a</td></tr></table>b</div>c", #"html(body(div(table(tr(td(div("a")))) "b") "c"))"#),
    ("", ""),
  ])
  func shape(html: String, expected: String) { #expect(outline(html) == expected) }

  @Test func attributes() throws {
    let html = "<DIV Class='a b' data-published=\"2013 &quot;x\" id=c><my-tag hidden>x</my-tag></DIV>"
    let tree = PageTree.parse(Array(html.utf8)).tree
    let div = try #require(tree.first(.div))
    #expect(tree.value(div, .class) == "a b")
    #expect(tree.value(div, .id) == "c")
    #expect(tree.value(div, .href) == nil)
    #expect(tree.attribute(div, named: "data-published").map(tree.string) == "2013 \"x")
    let other = try #require(tree.first(.other, in: div))
    #expect(tree.value(other, .tagName) == "my-tag")
    #expect(tree.attribute(other, .hidden) != nil)
    #expect(tree.parent(other) == div)
    #expect(tree.isInside(other, div) && !tree.isInside(div, other))
  }

  @Test(arguments: [
    ("before <!-- never closed <p>after", ["unclosed comment; the text behind it kept"]),
    ("before <script>var a = 1; <p>after", ["unclosed script; the text behind it kept"]),
    ("before <style>a {} <p>after", ["unclosed style; the text behind it kept"]),
    ("before <![CDATA[ in <p>after", ["unclosed CDATA section; the text behind it kept"]),
    ("before <![CDATA[ in <b>x</b> ]]> <p>after", []),
    ("before <a href=\"x>y</a> <p>after", ["unclosed tag; the text behind it kept"]),
    ("before <p", ["unclosed tag; the text behind it kept"]),
  ])
  func whatNeverCloses(html: String, faults: [String]) {
    let (tree, found) = PageTree.parse(Array(html.utf8))
    let text = tree.text(of: PageTree.root)
    #expect(text.hasPrefix("before "))
    #expect(html.hasSuffix("after") == text.hasSuffix("after"))
    #expect(found == faults)
  }

  @Test func tooManyAttributes() throws {
    let html = "<p>before <b " + (0..<60_000).map { "a\($0)=\"\($0)\" " }.joined() + "class=z>inside</b> after"
    let (tree, faults) = PageTree.parse(Array(html.utf8))
    #expect(tree.text(of: PageTree.root) == "before inside after")
    let b = try #require(tree.first(.b))
    #expect(tree.attribute(b, named: "a255") != nil && tree.attribute(b, named: "a256") == nil)
    #expect(faults == ["1 tags with more than 256 attributes; the first of them kept"])
  }

  @Test(arguments: [1_000, 15_000, 100_000])
  func nesting(depth: Int) {
    let html =
      "before " + String(repeating: "<div>", count: depth) + "inside" + String(repeating: "</div>", count: depth)
      + " after"
    let (tree, faults) = PageTree.parse(Array(html.utf8))
    #expect(tree.text(of: PageTree.root) == "before inside after")
    #expect(faults.count == (depth > 20_000 ? 1 : 0))
    // The elements after the divs are their siblings, not their descendants.
    #expect(tree.parent(tree.count - 1) < 3)
  }
}
