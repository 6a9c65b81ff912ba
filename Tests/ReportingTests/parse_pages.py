#!/usr/bin/env python3
"""Reads the folder that ParserTests writes with parsers of other people: markdown-it-py for Markdown, html5lib for HTML,
the standard library's for XML. Prints a line for each fault and exits 1 if there is any; exits 77 where a parser is missing.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

try:
    import html5lib
    from markdown_it import MarkdownIt
except ImportError as error:
    print(error)
    sys.exit(77)

FAULTS = []
TARGET = re.compile(r"#[a-z0-9-]+|csv/[a-z]+\.csv|csv/datapackage\.json|(\d{4}-W\d\d|index)\.(md|html)|(?i:https?)://[\x21-\x7e]+")


def fault(place, *what):
    FAULTS.append(f"{place}: " + " ".join(str(part) for part in what))


def read(path):
    """Line ends as they are."""
    return path.read_bytes().decode()


def markdown():
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown_in_html(text):
    """HTML and XML have no place for what Unicode calls no character: it is shown as an escape."""
    return "".join(f"\\u{{{ord(c):X}}}" if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF else c for c in text)


def plain(inline):
    """The text of a piece of Markdown that is nothing but text; None where it is more."""
    if all(child.type in ("text", "text_special") for child in inline.children or []):
        return "".join(child.content for child in inline.children or [])
    return None


def check_texts(folder):
    """Ten thousand texts: as table cells, paragraphs, headings and list items of Markdown, and as HTML."""
    texts = json.loads((folder / "texts.json").read_text())
    # Parsers differ in which white space they take from the ends of a line.
    trimmed = [text.strip() for text in texts]
    for name, unit in [("cells", "td_open"), ("paragraphs", "paragraph_open"), ("headings", "heading_open"), ("items", "paragraph_open")]:
        tokens = markdown().parse(read(folder / f"texts-{name}.md"))
        found = [plain(tokens[i + 1]) for i, token in enumerate(tokens) if token.type == unit]
        found = [text if text is None else text.strip() for text in found]
        if name == "cells":
            # Beside each text stands a number.
            found = found[::2]
        expected = trimmed if name == "cells" else [short for short, text in zip(trimmed, texts) if text]
        if len(found) != len(expected):
            fault(name, len(found), "texts, not", len(expected))
        for text, other in zip(expected, found):
            if text != other:
                fault(name, repr(text), "came out as", repr(other))
                break
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(read(folder / "texts.html"))
    for kind, found in [("text", [p.text or "" for p in document.iter("p")]), ("attribute", [p.get("title") for p in document.iter("p")])]:
        expected = [shown_in_html(text) for text in texts]
        if found != expected:
            fault("texts.html", kind, next((repr(a) + " came out as " + repr(b) for a, b in zip(expected, found) if a != b), "count"))


def shape_of_markdown(path):
    """The blocks of a page; what stands in a line is checked."""
    empty, front, body = read(path).split("---\n", 2)
    blocks = []
    for line in front.splitlines():
        key, value = line.split(": ", 1)
        # A scalar of JSON is one of YAML.
        if not re.fullmatch("[a-z-]+", key) or not isinstance(json.loads(value), (str, int)):
            fault(path, "front matter", line)
        blocks.append(key)
    tokens = markdown().parse(body)
    for token in tokens:
        if token.type == "html_block":
            fault(path, "HTML", repr(token.content[:60]))
        blocks.append(token.type)
        for child in token.children or []:
            if child.type == "html_inline" and not re.fullmatch(r'<a id="[a-z0-9-]+">|</a>', child.content):
                fault(path, "HTML", repr(child.content[:60]))
            if child.type == "link_open" and not TARGET.fullmatch(child.attrGet("href")):
                fault(path, "link to", child.attrGet("href"))
            if child.type == "image" and not re.fullmatch(r"charts/[A-Za-z0-9-]+\.svg", child.attrGet("src")):
                fault(path, "image", child.attrGet("src"))
            if child.type not in ("text", "text_special", "html_inline", "link_open", "link_close", "image", "strong_open", "strong_close"):
                fault(path, child.type)
    return blocks


def shape_of_html(path):
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(read(path))
    shape = []
    for element in document.iter():
        if not isinstance(element.tag, str):
            fault(path, "comment")
            continue
        tag = re.sub(r"\{.*\}", "", element.tag)
        if tag in ("script", "iframe", "object", "embed", "link", "base", "form", "img"):
            fault(path, "element", tag)
        for name, value in element.attrib.items():
            if str(name).startswith("on") or name in ("src", "srcset", "action", "formaction", "{http://www.w3.org/1999/xlink}href"):
                fault(path, "attribute", name)
            if name == "href" and not TARGET.fullmatch(value):
                fault(path, "link to", value)
        # Text of another direction is wrapped; an address that is none is no link.
        if tag not in ("bdi", "a"):
            shape.append(tag)
    return shape


def shape_of_svg(path):
    text = read(path)
    shape = []
    for element in ElementTree.fromstring(text).iter():
        tag = element.tag.split("}")[-1]
        if tag in ("script", "image", "use", "foreignObject", "a"):
            fault(path, "element", tag)
        for name in element.attrib:
            if name.lower().startswith("on") or name.endswith("href"):
                fault(path, "attribute", name)
        shape.append(tag)
    if "url(" in re.sub(r">[^<]*<", "><", text):
        fault(path, "url()")
    return shape


def check_pages(folder):
    """A page of hostile texts has the shape of one of harmless texts."""
    shapes = {".md": shape_of_markdown, ".html": shape_of_html, ".svg": shape_of_svg}
    count = 0
    for harmless in sorted((folder / "harmless").rglob("*.*")):
        name = harmless.relative_to(folder / "harmless")
        expected = shapes[harmless.suffix](harmless)
        for hostile in sorted(folder.glob(f"hostile/*/{name}")):
            count += 1
            if shapes[hostile.suffix](hostile) != expected:
                fault(hostile, "another shape")
    return count


def main():
    folder = pathlib.Path(sys.argv[1])
    check_texts(folder)
    pages = check_pages(folder)
    print("\n".join(FAULTS[:20]) or f"{pages} pages and {len(json.loads((folder / 'texts.json').read_text()))} texts")
    sys.exit(1 if FAULTS or not pages else 0)


main()
