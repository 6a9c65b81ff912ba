import ArticleCleaning
import NewsModel
import Testing

@Suite struct DateScannerTests {
  private func dates(_ text: String, _ order: DateScanner.Order = .monthFirst) -> [String] {
    let bytes = Array(text.utf8)
    return DateScanner(.shipped, order: order).dates(in: bytes, 0..<bytes.count).map {
      "\($0.day)\($0.isAmbiguous ? "?" : "")"
    }
  }

  @Test(arguments: [
    "2013-02-13", "2013/02/13", "2013.2.13", "20130213", "2013-02-13T10:00:00Z", "13.02.2013", "13/02/2013",
    "02/13/2013", "13-02-13", "13. 2. 2013",
    "February 13, 2013", "Feb. 13th, 2013", "FEB 13 2013", "Wed, 13 Feb 2013 10:00:00 GMT",
    "Wed Feb 13 10:00:00 EST 2013", "13-Feb-2013", "13-FEB-13", "13 Feb '13", "13th of February, 2013",
    "2013 February 13", "13. Februar 2013", "13 février 2013", "13 de febrero de 2013", "13 febbraio 2013",
    "13 de fevereiro de 2013", "13 februari 2013", "13 lutego 2013",
    "13 февраля 2013 г.", "13 лютого 2013", "13. února 2013", "13 Şubat 2013", "13 Φεβρουαρίου 2013",
    "13. helmikuuta 2013", "2013年2月13日", "2013 年 2 月 13 日", "2013년 2월 13일",
    "13 فبراير 2013", "١٣ فبراير ٢٠١٣", "１３/０２/２０１３", "(13/02/2013)", "le mercredi 13 février 2013 à 12h30",
    "Stand: 13.02.2013, 10:15 Uhr", "Publicado el 13 de febrero del 2013",
  ])
  func oneDayInManySpellings(text: String) {
    #expect(dates(text) == ["2013-02-13"])
  }

  @Test(arguments: [
    "Selasa, 12 Maret 2019 14:05 WIB", "12 במרץ 2019", "12 מרץ 2019", "12 มีนาคม 2562", "12 มี.ค. 2562",
    "วันที่ 12 มีนาคม พ.ศ. 2562", "๑๒ มีนาคม ๒๕๖๒", "۲۱ اسفند ۱۳۹۷", "21 اسفند 1397", "۱۳۹۷/۱۲/۲۱",
    "۱۲ مارس ۲۰۱۹", "١٢ آذار/مارس ٢٠١٩", "12 मार्च 2019", "१२ मार्च २०१९", "Ngày 12 tháng 3 năm 2019", "12 tháng 3, 2019",
    "12 Mart 2019 Salı", "12 মার্চ 2019", "12 مارچ 2019",
  ])
  func oneDayInManyCalendars(text: String) {
    #expect(dates(text, .dayFirst) == ["2019-03-12"])
  }

  @Test func buddhistYearOfDigits() { #expect(dates("25/03/2562") == ["2019-03-25"]) }

  @Test func monthsOfTwoWords() {
    #expect(dates("12 كانون الثاني 2019") == ["2019-01-12"])
    #expect(dates("12 كانون الأول 2019") == ["2019-12-12"])
  }

  /// The first days of years of the Solar Hijri calendar, and days that it does not have.
  @Test func solarYears() {
    #expect(dates("1 فروردین 1400, 30 اسفند 1399, 1403/01/01") == ["2021-03-21", "2021-03-20", "2024-03-20"])
    #expect(dates("31 مهر 1400, 1397/13/01, 1440/07/05, 1350/01/01") == [])
  }

  @Test(arguments: [
    "13", "2013", "February 2013", "13 February", "1.2.3.4", "192.168.10.12", "30/30/2013", "31 February 2013", "13/02",
    "version 10.2.2013.4", "12345678", "$13/02/13", "7 May be 2013", "00/00/0000",
    "at 10:20:30", "13:02:2013",
  ])
  func noDay(text: String) {
    #expect(dates(text) == [])
  }

  @Test func theOrderOfTheLanguageReadsDigits() {
    #expect(dates("03/02/2013", .monthFirst) == ["2013-03-02?"])
    #expect(dates("03/02/2013", .dayFirst) == ["2013-02-03?"])
    #expect(dates("03.02.2013", .monthFirst) == ["2013-02-03"])
    #expect(dates("03/03/2013") == ["2013-03-03"])
  }

  @Test func severalDaysInOneText() {
    #expect(
      dates("From 1 May 2010 to June 2, 2011, and on 2012-07-03 again; 04.08.2013.") == [
        "2010-05-01", "2011-06-02", "2012-07-03", "2013-08-04",
      ])
  }
}
