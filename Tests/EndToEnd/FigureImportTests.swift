import FoundationEssentials
import JSONDocument
import Testing

/// Figures of a file become values of indicators, by the program as it is.
struct FigureImportTests {
  private let folder: EditingFolder
  private let place: TemporaryFolder

  private static let dataset = """
    {"clusters": [{"id": "care", "partnership": "area", "title": "Care"}],
     "indicators": [
      {"id": "plans", "partnership": "area", "cluster": "care", "title": "Protection plans",
       "unit": "children", "suppliers": ["council"]},
      {"id": "repeat", "partnership": "area", "cluster": "care", "title": "Repeat referrals",
       "unit": "%", "suppliers": ["council"]}]}
    """

  init() throws {
    (folder, place) = (try EditingFolder(), try TemporaryFolder())
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/dataset", withIntermediateDirectories: true)
    try Data(Self.dataset.utf8).write(to: URL(filePath: "\(folder.path)/dataset/area.json"))
  }

  private func masa(_ words: String, _ more: [String] = []) throws -> Finished {
    try folder.masa(words, more, home: place.path)
  }

  private func bring(_ text: String, _ more: String...) throws -> Finished {
    try place.write(text, to: "return.csv")
    return try masa("import indicators", ["\(place.path)/return.csv"] + more)
  }

  private static let values = "dataset/values/council-2024.json"

  /// Comments and notes are held against the same signs as every other text, before they are saved and after.
  @Test(arguments: [
    ("born 12/03/2010", "a date of birth"), ("at ME14 1XQ", "a full postcode"),
    ("Jo Bloggs, aged 7", "the name of a child with its age"),
  ])
  func aCommentThatMayTellWhoAChildIsIsNamedBeforeItIsSaved(comment: String, kind: String) throws {
    let filled =
      "Indicator,Period,Value,Analysis\nProtection plans,Q1 2024-25,12,\"\(comment)\"\n"
    let shown = try bring(filled, "--preview", "--agency", "council")
    #expect(shown.status == 0 && shown.messages.contains("would stand what may be \(kind)"))
    #expect(shown.messages.contains("field analysis") && !shown.messages.contains(comment))
    let added = try bring(filled, "--agency", "council")
    #expect(added.status == 0 && added.messages.contains("stands now what may be \(kind)"))
  }

  @Test func aTemplateComesBackFilledInOnceAndIsTakenBackByOneUndo() throws {
    let template = try masa("export template --agency council", ["--quarter", "Q1 2024-25"])
    #expect(template.status == 0, "\(template.messages)")
    let filled = template.text.replacing(
      "Protection plans,children,Q1 2024-25,,,,",
      with: "Protection plans,children,Q1 2024-25,\"1,234\",,,Fewer than before"
    ).replacing(
      "Repeat referrals,%,Q1 2024-25,,,,", with: "Repeat referrals,%,Q1 2024-25,12.5,25,200,")
    let shown = try bring(filled, "--preview")
    #expect(
      shown.status == 0 && shown.text.contains("2 figures would be brought"), "\(shown.messages)")
    #expect(shown.text.contains("passes  numerators are within their denominators"))
    #expect(try bring(filled, "--dry-run").text == shown.text)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/\(Self.values)"))

    let added = try bring(filled)
    #expect(added.status == 0 && added.text.contains("Brought 2 figures"), "\(added.messages)")
    let values = try JSONDocument(text: folder.file(Self.values)).root["values"]?.elements.map {
      $0
    }
    let first = try #require(values?.first)
    #expect(first["id"]?.string == "plans-2024-25-q1" && first["agency"]?.string == "council")
    #expect(first["analysis"]?.string == "Fewer than before")
    #expect(try masa("check").status == 0)

    let after = try folder.file(Self.values)
    let again = try bring(filled)
    #expect(again.status == 0 && again.text.contains("2 the same"), "\(again.messages)")
    let other = try bring(filled.replacing("12.5", with: "13.5"))
    #expect(other.status == 0 && other.text.contains("is 13.5 in the file and 12.5 here"))
    #expect(try folder.file(Self.values) == after)

    let restated = try bring(filled.replacing("12.5", with: "13.5"), "--restate")
    #expect(restated.status == 0, "\(restated.messages)")
    #expect(try folder.file(Self.values).contains("\"supersedes\": \"repeat-2024-25-q1\""))

    // What was brought when is remembered, and said when the next file comes.
    #expect(restated.text.contains("Brought last on ") && restated.text.contains("return.csv"))
    #expect(!added.text.contains("Brought last on "))
    let deliveries = try masa("list delivery")
    #expect(deliveries.text.contains("2 new") && deliveries.text.contains("1 restated"))

    let entries = [restated, added].compactMap {
      $0.text.split(whereSeparator: \.isWhitespace).last
    }
    for entry in entries {
      let undone = try masa("undo \(entry)")
      #expect(undone.status == 0, "\(undone.messages)")
    }
    #expect(try !folder.file(Self.values).contains("repeat"))
  }

  /// Returns that are brought in the same second: each figure is there once, and whoever comes later is told
  /// what is there.
  @Test(arguments: [false, true])
  func figuresBroughtAtOnceAreThereOnce(differ: Bool) async throws {
    let count = 6
    let answers = try await withThrowingTaskGroup(of: Finished.self) { group in
      for number in 1...count {
        let share = differ ? "1\(number).5" : "12.5"
        let file = "return-\(number).csv"
        try place.write(
          "Agency,Indicator,Unit,Period,Value\ncouncil,plans,children,Q1 2024-25,1234\n"
            + "council,repeat,%,Q1 2024-25,\(share)\n", to: file)
        group.addTask { try masa("import indicators", ["\(place.path)/\(file)"]) }
      }
      return try await group.reduce(into: [Finished]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.messages))")
    #expect(answers.count { $0.text.contains("Brought 2 figures") } == 1)
    let told = differ ? "1 the same" : "2 the same"
    #expect(answers.count { $0.text.contains(told) } == count - 1, "\(answers.map(\.text))")
    let document = try JSONDocument(text: folder.file(Self.values))
    let values = Array(try #require(document.root["values"]).elements)
    #expect(values.compactMap { $0["id"]?.string } == ["plans-2024-25-q1", "repeat-2024-25-q1"])
    if differ {
      // The one that stands is the one that was brought whole; the others name it beside their own.
      let text = try folder.file(Self.values)
      let kept = try #require((1...count).map { "1\($0).5" }.first { text.contains($0) })
      #expect(answers.count { $0.text.contains("and \(kept) here") } == count - 1)
    }
    #expect(try masa("journal verify").text.contains("1 entry in 1 journal, chain intact"))
  }

  /// Returns of different agencies in the same second are all there.
  @Test func figuresOfDifferentAgenciesBroughtAtOnceAreAllThere() async throws {
    let periods = ["Q1 2022-23", "Q2 2022-23", "Q3 2022-23", "Q4 2022-23"]
    let answers = try await withThrowingTaskGroup(of: Finished.self) { group in
      for agency in ["council", "police"] {
        for (number, period) in periods.enumerated() {
          let file = "\(agency)-\(number).csv"
          try place.write(
            "Agency,Indicator,Unit,Period,Value\n\(agency),plans,children,\(period),\(number + 7)\n",
            to: file)
          group.addTask { try masa("import indicators", ["\(place.path)/\(file)"]) }
        }
      }
      return try await group.reduce(into: [Finished]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.messages))")
    for agency in ["council", "police"] {
      let text = try [2022, 2023].map { "dataset/values/\(agency)-\($0).json" }
        .filter { FileManager.default.fileExists(atPath: "\(folder.path)/\($0)") }
        .map { try folder.file($0) }.joined()
      let values = text.split(separator: "\n").filter { $0.contains("\"value\": ") }
      #expect(values.map { $0.filter(\.isNumber) }.sorted() == ["10", "7", "8", "9"], "\(text)")
    }
    #expect(try masa("check").status == 0)
    #expect(try masa("journal verify").text.contains("8 entries in 1 journal, chain intact"))
  }

  @Test func twentyFaultsAreAllNamedAndNothingChanges() throws {
    var rows = ["Agency,Indicator,Sex,Unit,Period,Value,Numerator,Denominator"]
    var faulty: [Int] = []
    func add(_ row: String, isFaulty: Bool = true) {
      rows.append(row)
      if isFaulty { faulty.append(rows.count) }
    }
    add("council,plans,,children,Q1 2024-25,5,,", isFaulty: false)
    for word in ["many", "12 or so", "#DIV/0!", "see email", "five", "1-2"] {
      add(
        "council,plans,,children,Q\(rows.count % 4 + 1) 201\(rows.count)-1\(rows.count + 1),\(word),,"
      )
    }
    add("council,plans,,children,Q1 2024-25,6,,")
    add("council,plans,,children,Q2 2024-25,,,", isFaulty: false)
    add("council,repeat,,%,Q1 2024-25,140,,")
    add("council,repeat,,%,Q2 2024-25,100.5,,")
    add("council,repeat,,%,Q3 2024-25,12,30,20")
    add("council,repeat,,%,Q4 2024-25,12,9,8")
    add("council,plans,,children,,7,,")
    add("council,plans,,children,,8,,")
    add("fire,plans,,children,Q3 2024-25,7,,")
    add("navy,plans,,children,Q4 2024-25,7,,")
    add("council,plans,,children,Q1,9,,")
    add("council,plans,,children,Quarter 2,9,,")
    add("council,Unheard of,,children,Q1 2024-25,9,,")
    add("council,Not known,,children,Q1 2024-25,9,,")
    add("council,repeat,,children,Q1 2023-24,9,,", isFaulty: false)
    add("council,repeat,,referrals,Q2 2023-24,9,,")
    try #require(faulty.count == 20)
    let before = try folder.file("dataset/area.json")
    let finished = try bring(rows.joined(separator: "\n") + "\n")
    #expect(finished.status == 1)
    for row in faulty {
      #expect(
        finished.messages.contains("Row \(row),") || finished.messages.contains("Row \(row):"),
        "\(row): \(rows[row - 1])")
    }
    #expect(
      finished.messages.contains("Nothing was changed, because of 20 faults."),
      "\(finished.messages)")
    #expect(try folder.file("dataset/area.json") == before)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/\(Self.values)"))
  }

  @Test func whatIsSaidOfAMeasureIsKept() throws {
    let text = "Measure,Period,Value\nPlans held,Q1 2024-25,5\n"
    let asked = try bring(text)
    #expect(asked.status == 1 && asked.messages.contains("--map 'Plans held="))
    #expect(try bring(text, "--map", "Plans held=plans", "--preview").status == 0)
    #expect(try bring(text).text.contains("Brought 1 figure"))
    #expect(try bring(text, "--map", "Plans held=plan").status == 64)
  }

  @Test(arguments: [
    ("Child ID,DOB,Ethnicity\n1,2010-01-01,x\n", "tells single children or single events apart"),
    ("Title,Unit,Definition\nPlans,children,Open plans\n", "masa import indicator "),
    ("Indicator,Value\nplans,5\n", "no column says which period"),
    (
      "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\nx,plans,2024,Elsewhere,4,991,y\n",
      "No partnership says which area it is for"
    ),
  ])
  func whatIsNoFileOfFiguresIsRefused(_ text: String, _ said: String) throws {
    let finished = try bring(text)
    #expect(finished.status == 1 && finished.messages.contains(said), "\(finished.messages)")
    #expect(finished.messages.contains("Nothing was changed"))
  }

  @Test func aFileOfOneQuarterIsToldWhichAndWhose() throws {
    let finished = try bring(
      "Indicator,Value\nplans,5\n", "--quarter", "Q2 2024-25", "--agency", "Area Council")
    #expect(finished.status == 0, "\(finished.messages)")
    #expect(try folder.file(Self.values).contains("\"periodLabel\": \"Q2 2024-25\""))
  }
}
