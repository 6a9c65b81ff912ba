/// Charts are drawn twice for HTML pages: letters that are scaled down to a phone's width cannot be read.
enum ChartLayout {
  case wide, narrow

  /// Pixels of a phone held upright, less the page's margins.
  static let narrowWidth = 340.0
}
