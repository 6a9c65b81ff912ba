/// The wire agencies that a byline, a dateline or a credit may name.
///
/// Source: the members of the European, Asian, African and American alliances of news agencies, and the world agencies.
enum NewsAgencies {
  /// The agency's usual name, when `text` is an agency's name and nothing else. Names of three letters and fewer must be in their own case.
  static func named(_ text: some StringProtocol) -> String? {
    let name = String(text)
    return exact[name] ?? (name.utf8.count > 3 ? folded[name.lowercased()] : nil)
      ?? (callsItselfAgency(name) ? name : nil)
  }

  /// "Northern Press Agency": an agency that the table does not know, by the last two of its three to five words.
  private static func callsItselfAgency(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (3...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && ["News Agency", "Press Agency", "News Service"].contains(words.suffix(2).joined(separator: " "))
  }

  private static let table: [(String, [String])] = [
    ("Reuters", ["Thomson Reuters", "Agence Reuters"]), ("Associated Press", ["AP", "The Associated Press", "The AP"]),
    ("AFP", ["Agence France-Presse", "Agence France Presse"]), ("dpa", ["DPA", "Deutsche Presse-Agentur", "dpa-AFX"]),
    ("UPI", ["United Press International"]), ("RIA Novosti", ["РИА Новости", "RIA", "RIAN"]),
    ("TASS", ["ТАСС", "ITAR-TASS", "ИТАР-ТАСС"]),
    ("Interfax", ["Интерфакс"]), ("Xinhua", ["Xinhua News Agency", "新华社", "新華社"]), ("Kyodo", ["Kyodo News", "共同通信"]),
    ("Jiji Press", ["Jiji", "時事通信"]),
    ("Yonhap", ["Yonhap News Agency", "연합뉴스"]), ("KCNA", []), ("ANSA", []), ("EFE", ["Agencia EFE"]),
    ("Lusa", ["Agência Lusa"]),
    ("PAP", ["Polska Agencja Prasowa"]), ("ČTK", ["CTK"]), ("MTI", []), ("APA", ["Austria Presse Agentur"]),
    ("Keystone-SDA", ["SDA", "sda", "ATS", "ats"]),
    ("Belga", []), ("ANP", []), ("TT", ["TT Nyhetsbyrån"]), ("NTB", []), ("Ritzau", []), ("STT", []),
    ("PA", ["Press Association", "PA Media"]),
    ("PTI", ["Press Trust of India"]), ("ANI", []), ("IANS", ["Indo-Asian News Service"]), ("IRNA", []), ("ISNA", []),
    ("Fars", ["Fars News Agency"]),
    ("Mehr", ["Mehr News Agency"]), ("Tasnim", ["Tasnim News Agency"]),
    ("Anadolu", ["AA", "Anadolu Agency", "Anadolu Ajansı"]), ("SANA", []),
    ("WAM", []), ("SPA", ["Saudi Press Agency"]), ("KUNA", []), ("MENA", []), ("Petra", []),
    ("UNIAN", ["УНИАН", "УНІАН"]),
    ("Ukrinform", ["Укринформ", "Укрінформ"]), ("BelTA", ["БелТА"]), ("Kazinform", []), ("AzerTac", ["AZERTAC"]),
    ("Armenpress", []),
    ("Agerpres", ["AGERPRES"]), ("BTA", []), ("Tanjug", []), ("Hina", ["HINA"]), ("SRNA", []), ("ANA-MPA", []),
    ("Bernama", []), ("Antara", []), ("VNA", []),
    ("APP", ["Associated Press of Pakistan"]), ("Télam", ["Telam"]), ("Notimex", []), ("Prensa Latina", []),
    ("Agência Brasil", ["Agencia Brasil"]),
    ("Dow Jones Newswires", ["Dow Jones"]), ("Bloomberg", ["Bloomberg News"]),
    ("Canadian Press", ["The Canadian Press"]), ("AAP", ["Australian Associated Press"]),
    ("Inter Press Service", ["IPS"]), ("epd", []), ("KNA", []), ("SID", []), ("Europa Press", []), ("Adnkronos", []),
    ("AGI", []), ("Askanews", []),
  ]

  private static let exact: [String: String] = {
    var names: [String: String] = [:]
    for (name, others) in table { for spelling in [name] + others { names[spelling] = name } }
    return names
  }()
  private static let folded: [String: String] = {
    var names: [String: String] = [:]
    for (name, others) in table {
      for spelling in [name] + others where spelling.utf8.count > 3 { names[spelling.lowercased()] = name }
    }
    return names
  }()
}
