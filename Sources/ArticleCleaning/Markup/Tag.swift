import TextScanning

/// The kind of a node: a known HTML element, an element with another name, or text.
package enum Tag: UInt8, Sendable, CaseIterable {
  case text, other
  case a, abbr, acronym, address, applet, area, article, aside, audio
  case b, base, basefont, bdi, bdo, big, blink, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins, isindex
  case kbd, keygen, label, legend, li, link
  case main, map, mark, marquee, math, menu, meta, meter
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, pre, progress
  case q, rp, rt, ruby
  case s, samp, script, section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video, wbr, xmp

  /// Whether the element is always empty.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .br, .col, .embed, .frame, .hr, .img, .image, .input, .isindex, .keygen, .link, .meta,
      .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether the parser closes the element when the next of its kind opens, so that a sequence of them adds no depth.
  var closesItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .option, .optgroup, .tr, .td, .th, .thead, .tbody, .tfoot, .colgroup, .head, .body, .html:
      true
    default: false
    }
  }

  /// Whether the end tag of the element ends the `div` elements that are open inside it, as in browsers. The parser would
  /// ignore the end tag.
  var endsDivs: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .form, .header, .hgroup, .main, .menu, .nav, .ol, .pre, .section, .summary, .table,
      .ul:
      true
    default: hidesContent
    }
  }

  /// Whether the content of the element is not text of the page, so that a missing end tag would hide the rest of the
  /// page.
  var hidesContent: Bool {
    switch self {
    case .audio, .canvas, .datalist, .iframe, .math, .noembed, .noframes, .noscript, .object, .select, .svg, .template,
      .textarea, .video:
      true
    default: false
    }
  }

  /// Whether the element may be in a title by mistake: formatting, and words in angle brackets.
  var standsInTitles: Bool {
    switch self {
    case .other, .text, .abbr, .acronym, .b, .big, .br, .cite, .code, .em, .font, .i, .ins, .mark, .nobr, .q, .s,
      .small,
      .span, .strike, .strong, .sub, .sup, .tt, .u, .wbr:
      true
    default: false
    }
  }

  static let names = NameTable(Tag.allCases.dropFirst(2).map { ("\($0)", $0) })
}

/// An attribute that some step looks for by name.
package enum AttributeName: UInt8, Sendable, CaseIterable {
  /// Any other attribute; the tree has its name.
  case other
  /// The name of an element whose tag is `other`, kept as its first attribute.
  case tagName
  case `class`, id, href, src, content, property, name, itemprop, itemtype, itemscope, role, datetime, type, rel, lang
  case title, alt, style, hidden, charset, data, value, pubdate
  case ariaHidden, ariaLabel, httpEquiv, xmlLang

  static let names = NameTable(AttributeName.allCases.dropFirst(2).map { ($0.spelling, $0) })

  private var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    default: "\(self)"
    }
  }
}
