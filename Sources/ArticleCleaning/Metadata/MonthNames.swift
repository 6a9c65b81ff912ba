/// The names of the months, full and short, in the cases that dates use them in.
///
/// Source: the month names of CLDR, and the abbreviations that newsrooms use beside them.
enum MonthNames {
  /// 1 to 12; nil for any other word. `word` is one word of valid UTF-8, its full stop left out.
  static func month(_ bytes: [UInt8], _ word: Range<Int>) -> Int? {
    guard (2...24).contains(word.count) else { return nil }
    return table[key(bytes, word)]
  }

  /// FNV-1a, 64 bits, over the scalars in lower case. Source: Fowler, Noll, Vo.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = Scalars.decode(bytes, at, range.upperBound)
      hash = (hash ^ UInt64(Scalars.lowered(scalar.value))) &* 0x100_0000_01b3
      at += scalar.length
    }
    return hash
  }

  private static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (month, names) in names.enumerated() {
      for name in names.split(separator: " ") {
        let bytes = Array(name.utf8)
        table[key(bytes, 0..<bytes.count)] = month + 1
      }
    }
    return table
  }()

  /// One line a month; where two languages disagree on a word (Croatian `listopad` is October, Polish November), the more spoken one has it.
  private static let names = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв січня січень ledna leden led januára január jan ocak oca ianuarie ian ιανουαρίου ιαν "
      + "tammikuuta tammikuu tammi siječnja siječanj januara januarja يناير كانون janvāris sausio januára ژانویه जनवरी",
    "february feb febr februar februari feber février févr fév febrero febbraio fevereiro fev lutego luty lut февраля февраль фев лютого лютий února únor února februára február şubat şub februarie φεβρουαρίου φεβ "
      + "helmikuuta helmikuu helmi veljače veljača februara februarja فبراير شباط vasario फ़रवरी फरवरी",
    "march mar märz mrz mär maerz mars marzo março marco maart mrt marca marzec марта март мар березня березень března březen marec március márc mart martie μαρτίου μαρ "
      + "maaliskuuta maaliskuu maalis ožujka ožujak مارس آذار kovo मार्च",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр квітня квітень dubna duben apríla apríl április ápr nisan nis aprilie απριλίου απρ "
      + "huhtikuuta huhtikuu huhti travnja travanj aprila أبريل ابريل إبريل نيسان balandžio अप्रैल",
    "may mai mayo maggio mag maio mei maja maj мая май травня травень května květen mája máj május máj mayıs μαΐου μάιος μαι toukokuuta toukokuu touko svibnja svibanj مايو أيار gegužės मई",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня червень června červen júna jún június jún haziran haz iunie ιουνίου ιουν "
      + "kesäkuuta kesäkuu kesä lipnja lipanj juna junija يونيو حزيران birželio जून",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня липень července červenec júla júl július júl temmuz tem iulie ιουλίου ιουλ "
      + "heinäkuuta heinäkuu heinä srpnja srpanj jula julija يوليو تموز liepos जुलाई",
    "august aug août aout agosto ago augustus sierpnia sierpień sie августа август авг серпня серпень srpna srpen augusta augusztus ağustos ağu αυγούστου αυγ "
      + "elokuuta elokuu elo kolovoza kolovoz avgusta أغسطس اغسطس آب rugpjūčio अगस्त",
    "september sept sep septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сентябрь сен сент вересня вересень září zář septembra szeptember szept eylül eyl septembrie σεπτεμβρίου σεπ "
      + "syyskuuta syyskuu syys rujna rujan سبتمبر أيلول rugsėjo सितंबर सितम्बर",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт жовтня жовтень října říjen októbra október ekim eki octombrie οκτωβρίου οκτ "
      + "lokakuuta lokakuu loka oktobra أكتوبر اكتوبر تشرين spalio अक्टूबर अक्तूबर",
    "november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб листопада листопад listopadu novembra november kasım kas noiembrie νοεμβρίου νοε "
      + "marraskuuta marraskuu marras studenoga studenog studeni نوفمبر lapkričio नवंबर नवम्बर",
    "december dec dez dezember décembre déc diciembre dic dicembre dezembro grudnia grudzień gru декабря декабрь дек грудня грудень prosince prosinec decembra aralık ara decembrie δεκεμβρίου δεκ "
      + "joulukuuta joulukuu joulu prosinca prosinac ديسمبر gruodžio दिसंबर दिसम्बर",
  ]
}
