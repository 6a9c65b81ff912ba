import TextScanning

extension Tag {
  /// Whether the element flows inside a line of text.
  var isInline: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .basefont, .bdi, .bdo, .big, .blink, .cite, .code, .data, .del, .dfn, .em, .font, .i,
      .ins,
      .kbd, .label, .mark, .nobr, .q, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time,
      .tt,
      .u, .`var`, .wbr, .img, .image, .text, .slot, .other:
      true
    default: false
    }
  }

  /// Whether readers do not see the element's text. `head` is not among them: if a page leaves out `body`, the parser
  /// keeps unknown elements, such as `header`, in `head`.
  var isInvisible: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .object, .svg, .math, .select, .textarea, .title,
      .audio,
      .video, .canvas, .map, .datalist, .noframes, .noembed:
      true
    default: false
    }
  }

  var isHeading: Bool { headingLevel > 0 }

  var isList: Bool { self == .ul || self == .ol || self == .dl }

  /// From 1; 0 if the element is no heading.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }
}
