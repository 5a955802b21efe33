import FigureFiles
import Safeguarding

/// Small files in each layout; areas, codes and numbers are made up.
enum MadeUp {
  static let statistics = """
    time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,referral_count,rereferral_percent
    2099,Reporting year,National,E92000001,England,,,,,,Children in need,5230,22.5
    2099,Reporting year,Regional,E92000001,England,E12000099,Midmarch,,,,Children in need,2610,21
    2099,Reporting year,Regional,E92000001,England,E13000098,Inner Midmarch,,,,Children in need,1310,20.1
    2099,Reporting year,Local authority,E92000001,England,E13000098,Inner Midmarch,991,E06009901,"Norchester, City of",Children in need,1304,c
    2099,Reporting year,Local authority,E92000001,England,E12000099,Midmarch,992,E06009902,Saltby & Tarn,Children in need,u,z
    2098,Reporting year,Local authority,E92000001,England,E13000098,Inner Midmarch,991,E06009901,"Norchester, City of",Children in need,0,low

    """

  static let metadata = """
    col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
    category,Filter,Kind of child,,,,,
    referral_count,Indicator,Referrals in the year,Referrals,,0,,
    rereferral_percent,Indicator,Repeat referrals,Referrals,%,1,,

    """

  static let fingertips = """
    Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Time period Sortable,Time period range
    99901,Made-up admissions per 10000,,,E92000001,England,England,Persons,<15 yrs,,,2098/99,75.25,74.9,75.7,7520,998430,,20980000,1y
    99901,Made-up admissions per 10000,,,E92000001,England,England,Persons,<15 yrs,Deprivation deciles,Most deprived,2098/99,,,,,,Should be treated with caution,20980000,1y
    99901,Made-up admissions per 10000,E12000099,Midmarch,E06009901,Norchester,Counties & UAs,Male,<15 yrs,,,2098/99,,,,,,Value suppressed for disclosure control,20980000,1y

    """

  static let interactiveTool = """
    "Short Desc","Data item","Years","LA and Regions","Values","LA Number","Region"
    "ReRef","Percentage of repeat referrals","2098 (Rev)","Norchester","22.6",991,"Midmarch"
    "ReRef","Percentage of repeat referrals","2099 (prov)","Norchester","-",991,"Midmarch"
    "ReRef","Percentage of repeat referrals","2099 (prov)","England","22.5",970,NA
    "KSI","Three-year average","2096-98","Saltby","12.13",992,"Midmarch"
    "KSI","Three-year average","2096/97-98/99","Saltby","12.30",992,"Midmarch"
    "Fin","Budget","2098-99 (OT)","Inner London","1204.5",,"London"

    """

  static let dictionary = """
    "Measure_code","Topic","Measure","Chart_title","Measure_short","Polarity","y_axis_name","Description","Last Update","Next Update","Methodology","dps","Year_Type","No_Quartile"
    "901","Child Protection","Repeat referrals","Chart","ReRef","Low","% of referrals","What it is.","45809","46174","First line.

    - a ""quoted"" item","0","Financial Year",NA
    "902","Child Protection","Enquiries","Chart","S47","-","Rate","What it is.","NA","",NA,NA,"Academic Year","N"

    """

  static let neighbours2025 = """
    old_la_code,la_name,region_ind,region_name,\(pairs { "SN_\($0),SN_\($0)P" })
    991,Norchester,9,Midmarch,\(pairs { "\(880 + $0),\($0 < 3 ? "Very close" : "Not close")" })
    992,Saltby,9,Midmarch,\(pairs { "\(881 + $0),\($0 < 3 ? "Close " : "Somewhat close")" })

    """

  static let neighbours2021 = """
    Statistical neighbours,,
    ,,
    LA num,LA Name,LA number,GOInd,GOReg,\(pairs { "SN\($0),SNP" }),
    1,Norchester,991,9,Midmarch,\(pairs { "\(880 + $0),Very Close" }),
    ,,,
    Old SNs:,,,
    2,Old Ferrow,993,9,Midmarch,\(pairs { "\(870 + $0),Close" }),

    """

  static let scorecard = """
    Ref,Key Performance Indicator,Q1,Q2,Q3,Q4,Year
    1.1,% Children living in poverty,-,-,-,-,-
    3.1,Notifications from police (Total),"1,095",454,562,539,"2,650"
    3.4(a),Children missing from home (Total),92,72,86,78,330
    3.5,% with a return interview (Average),76.9,73.4,79.1,82.6,78
    3.7,Episodes open (Month End),31,30,30,35,35
    4.5(b),% with outcome of early help,8%,7.1 %,10.3,n/a,9.1

    """

  static let inspections = """
    Inspections of local authorities,,,
    As at 31 March 2099,,,
    Web link,Local authority area code,Local authority name,Ofsted region,Inspection date,Publication date,Overall effectiveness,The impact of leaders on social work practice,"Help and protection"
    https://example.invalid/1,E06009901,Norchester,Midmarch,01/02/2098,15/03/2098,Good,Good,Requires improvement
    https://example.invalid/2,E06009902,Saltby,Midmarch,2098-05-01,73000,Outstanding,Outstanding,Good

    """

  static let agencyGrid = """
    Indicator;Unit;Q1 2098-99;Q2 2098-99;Q3 2098-99;Q4 2098-99;Comment
    Referrals;number;1.234;1 301;1,288;~1300;"Two lines
    in one cell"
    Repeat referrals;%;22,6 %;21.9%;n/a;;late
    Children missing;number;500+;<5;*;..;
    Strategy discussions;%;91.0;[c];[x];90;

    """

  static let agencyList = """
    Agency,Indicator,Period,Value,Numerator,Denominator,Sex,Note,Analysis
    Police,Children missing,Q1 2098-99,12,,,Female,,More in May
    Police,Children missing,Q1 2098-99,9,,,Male,,
    Police,Children missing,Q1 2098-99,21,,,Total,,
    Health,Seen within five days %,Q1 2098-99,75%,15,20,,Two clinics closed,

    """

  /// Each layout with the file that is made up for it.
  static let all: [(layout: String, text: String)] = [
    ("official statistics", statistics), ("health indicators", fingertips),
    ("interactive tool (long", interactiveTool), ("interactive tool (dictionary", dictionary),
    ("neighbours (2025", neighbours2025), ("neighbours (April 2021", neighbours2021),
    ("scorecard", scorecard), ("Ofsted", inspections), ("each quarter", agencyGrid),
    ("each figure", agencyList),
  ]

  private static func pairs(_ pair: (Int) -> String) -> String {
    (1...10).map(pair).joined(separator: ",")
  }
}

/// Reads a text as a file.
func read(
  _ text: String, _ change: (inout FigureOptions) -> Void = { _ in }
) throws(FigureRefusal) -> FigureFile {
  var options = FigureOptions()
  change(&options)
  return try FigureReader.read(Array(text.utf8), options)
}

/// Why a text is refused; empty where it is read.
func refusal(of text: String) -> String {
  do throws(FigureRefusal) {
    _ = try read(text)
    return ""
  } catch {
    return error.sentence
  }
}

extension FigureFile {
  /// The figures, one line each.
  var lines: [String] {
    figures.map { figure in
      let who = figure.breakdown.value.map { "\($0.name)=\($0.member)" }.joined(separator: " ")
      return
        "\(figure.measure.key)|\(figure.area.name)|\(figure.period.printed)|\(figure.value.words)"
        + (who.isEmpty ? "" : "|\(who)")
    }
  }

  /// The figures with their places, one line each.
  var places: [String] {
    zip(figures, lines).map { "\($0.row):\($0.column) \($1)" }
  }

  /// What a check found: places and sentences.
  func found(_ name: FigureCheck.Name) -> [String] {
    (checks.first { $0.name == name }?.faults ?? []).map {
      "\($0.row ?? 0):\($0.column ?? 0) \($0.outcome)"
    }
  }
}

extension ReadValue {
  /// The value in words.
  var words: String {
    switch self {
    case .exact(let number, let decimals): "\(number)/\(decimals)"
    case .atLeast(let number, _): "at least \(number)"
    case .about(let number, _): "about \(number)"
    case .missing(let reason): reason.rawValue
    }
  }
}
