import NewsModel
import Reporting
import Testing

/// Charts also have their colours as plain attributes, for programs without support for `var()`.
@Suite struct ChartColourTests {
  @Test func whatIsDrawnHasAColourWithoutAStyleSheet() throws {
    let charts = ReportPages.files(for: SyntheticReport.report()).filter { $0.path.hasSuffix(".svg") }
    #expect(!charts.isEmpty)
    for chart in charts {
      let text = String(decoding: chart.bytes, as: UTF8.self)
      #expect(text.contains("<svg ") && text.contains(" fill=\"#1f2328\" role=\"img\""), "letters: \(chart.path)")
      for line in text.split(separator: "\n") where line.contains(" class=\"") && !line.hasPrefix("<svg") {
        let isPainted = line.contains(" fill=\"#") || line.contains(" stroke=\"#") || line.contains("class=\"name\"")
        #expect(isPainted, "\(chart.path): \(line)")
      }
    }
  }

  @Test(arguments: [
    ("curve", " fill=\"none\" stroke=\"#0969da\""), ("area", " fill=\"#0969da\""), ("grid", " stroke=\"#d1d9e0\""),
    ("ground", " fill=\"#fff\""),
  ])
  func theColoursAreThoseOfTheLightPage(style: String, attributes: String) throws {
    let chart = try #require(ReportPages.files(for: SyntheticReport.report()).first { $0.path.hasSuffix("topics.svg") })
    let text = String(decoding: chart.bytes, as: UTF8.self)
    #expect(text.contains("class=\"\(style)\"\(attributes)"))
  }
}
