/// Charts are drawn twice for HTML pages, because text that is scaled down to the width of a phone is unreadable.
enum ChartLayout {
  case wide, narrow

  /// The width of an upright phone in pixels, minus the page's margins.
  static let narrowWidth = 340.0
}
