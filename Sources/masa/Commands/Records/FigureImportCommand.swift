import ArgumentParser
import DataStore
import Entry
import FigureFiles
import Glibc
import Letters
import Reports
import Safeguarding

extension YearKind: ExpressibleByArgument {}

/// Brings the figures of a file into the dataset.
struct FigureImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "Bring figures of indicators: an agency's return, or a national release as it is.",
    discussion: """
      FILE is CSV as spreadsheets save it (commas, semicolons or tabs), or - for what is piped. What it \
      is tell its columns alone: an agency's return, with a column for each quarter or a row for each \
      figure (masa export template writes one), official statistics, Fingertips, the local authority \
      interactive tool, scorecards. Figures of the partnership's own area become values of indicators; \
      those of England, its region and its statistical neighbours are put beside them to compare with.

      Measures are indicators by id, title or number; of each that is none masa names the nearest, and \
      nothing is changed: say --map 'Label=indicator', --map 'Label=' to leave it out, or --only-known. \
      What you said is kept for the next file. All figures are taken by one change, or none: each fault \
      is named with row and column. The same figure again changes nothing. Where another one is there, \
      it stays and is named, unless the file calls its figure revised or --restate says so: then the new \
      one restates it, and the old one is kept. A list of indicators without figures is another thing: \
      masa import indicator FILE. At most 2,000,000 figures, of which one change can hold some \
      350,000 new ones. A list of statistical neighbours becomes a group to compare with, the tool's \
      dictionary fills in what is not said of indicators yet, and outcomes of inspections are kept.
      """)

  @OptionGroup var options: DataOptions

  @Option(help: "The agency that sends the file, where it does not say so: its id or name.")
  var agency: String?

  @Option(help: "The quarter of the file, where it does not say so: Q1 2024-25.")
  var quarter: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "LABEL=INDICATOR: which indicator a measure is; LABEL= leaves it out. May be given again."
  )
  var map: [String] = []

  @Option(help: "The release of figures to compare with: 2024-25, revised. Else the file's name.")
  var release: String?

  @Option(
    help: "What years a file has that does not say it: financial, academic or calendar.")
  var years: YearKind?

  @Flag(help: "Leave out measures that are no indicators.")
  var onlyKnown = false

  @Flag(help: "Figures that differ restate those that are there.")
  var restate = false

  @Flag(
    name: [.customLong("preview"), .customLong("dry-run")],
    help: "Show what would change, and change nothing.")
  var preview = false

  @OptionGroup var output: EditOptions

  @Argument(help: "The file; - reads it from a pipe.", completion: .file())
  var file: String

  private var name: String {
    file == "-" ? "the file" : file.split(separator: "/").last.map(String.init) ?? file
  }

  func run() throws {
    let edited = try EditedFolder(options)
    let workspace = try edited.read()
    var wishes = FigureImport.Wishes()
    if let agency { wishes.agency = try FigureWords.agency(agency, in: workspace).id }
    (wishes.onlyKnown, wishes.restates, wishes.years) = (onlyKnown, restate, years)
    wishes.release = try release.map { try text($0, of: "--release") } ?? releaseOfName
    let memory = ImportMemory(
      dataFolder: edited.folder.path, kind: Indicator.kind, heading: ["figures"])
    let now = try FigureWords.pairs(map, in: workspace)
    wishes.said = (memory?.said.columns ?? [:]).filter {
      $0.value.isEmpty || workspace.indicators[$0.value] != nil
    }.merging(now) { _, new in new }
    let read = try read(workspace)
    if !now.isEmpty { memory?.keep(ImportMemory.Said(columns: wishes.said)) }
    var found = FigureImport(read, workspace, wishes)
    var beside = try besides(read, workspace, wishes)
    var delivery = delivery(of: read, found, edited.day, wishes)
    var words = FigureImportWords(
      read, found, beside, workspace.lastDelivery(before: delivery), file: name,
      output.format)
    if read.figures.isEmpty, beside.isEmpty, read.isSound, found.isSound {
      throw CommandFailure(nothing(read, workspace))
    }
    guard read.isSound, found.isSound else {
      if preview { words.writeFaultyPreview() }
      throw words.refusal
    }
    if preview {
      words.writePreview()
      return EditedFolder.warn(
        of: Edit(words.title, try changing(found.changesInWords) + beside.changes), isSaved: false)
    }
    try saving {
      var isAgain = false
      let receipt = try edited.save(lookingThrough: workspace) { workspace in
        // Somebody may have brought the same figures just now.
        if isAgain {
          found = FigureImport(read, workspace, wishes)
          beside = try besides(read, workspace, wishes)
          delivery = self.delivery(of: read, found, edited.day, wishes)
          words = FigureImportWords(
            read, found, beside, workspace.lastDelivery(before: delivery), file: name,
            output.format)
          guard found.isSound else { throw words.refusal }
        }
        isAgain = true
        let brought = try changing(found.changes) + beside.changes
        return Edit(words.title, brought.isEmpty ? [] : brought + (try noting(delivery, workspace)))
      }
      words.writeAnswer(receipt)
    }
  }

  /// What is remembered of the file, so that the next one can be told apart from it.
  private func delivery(
    of read: FigureFile, _ found: FigureImport, _ day: CalendarDate, _ wishes: FigureImport.Wishes
  ) -> Delivery {
    var delivery = Delivery()
    (delivery.file, delivery.layout) = (name.shortTitle, read.layout)
    delivery.release = wishes.release
    delivery.agency = wishes.agency.isEmpty ? nil : Reference(wishes.agency)
    delivery.broughtOn = ImpreciseDate(day)
    guard !read.figures.isEmpty else { return delivery }
    delivery.new = found.count { $0 == .new }
    delivery.same = found.count { $0 == .same }
    delivery.restated = found.count { if case .restates = $0 { true } else { false } }
    delivery.different = found.count { if case .differs = $0 { true } else { false } }
    return delivery
  }

  private func noting(_ delivery: Delivery, _ workspace: Workspace) throws -> [Change] {
    guard let stored = delivery.stored else { return [] }
    do throws(NewRecord.Problem) {
      return workspace.changes(adding: try workspace.placing(stored, as: Delivery.self))
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.")
    }
  }

  private func besides(
    _ read: FigureFile, _ workspace: Workspace, _ wishes: FigureImport.Wishes
  ) throws -> ReferenceImport {
    do throws(NewRecord.Problem) {
      return try ReferenceImport(read, workspace, wishes)
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.")
    }
  }

  /// Why a file that can be read holds nothing for the dataset.
  private func nothing(_ read: FigureFile, _ workspace: Workspace) -> String {
    let own = FigureAreas(workspace).ownNames
    let advice =
      own.isEmpty
      ? "No partnership says which area it is for: masa set partnership ID area='Name of the area'."
      : "Looked for: \(own.joined(separator: ", ")), England, regions, and areas that indicators are "
        + "compared with."
    return
      "\(name) is \(read.layout), and holds no figures for the dataset. \(advice) Nothing was changed."
  }

  private var releaseOfName: String {
    if file == "-" { return "" }
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func changing(_ changes: () throws(NewRecord.Problem) -> [Change]) throws -> [Change] {
    do throws(NewRecord.Problem) {
      return try changes()
    } catch {
      throw CommandFailure("\(error.sentence) Nothing was changed.")
    }
  }

  private func read(_ workspace: Workspace) throws -> FigureFile {
    var wanted = FigureOptions()
    wanted.areas = FigureAreas(workspace).names
    if let quarter {
      let period = try FigureWords.period(quarter)
      wanted.quarter = quarter
      wanted.year = period.years.map {
        "\($0.lowerBound)-\(String($0.lowerBound + 1).suffix(2))"
      }
    }
    if file.hasSuffix(".csv") {
      let beside = "\(file.dropLast(4)).meta.csv"
      if access(beside, R_OK) == 0 { wanted.metadata = namedInput(beside, largest: 1 << 22) }
    }
    var reader = FigureReader(wanted)
    let isWhole: Bool
    do throws(FigureRefusal) {
      isWhole = try eachPiece(of: file) { (piece) throws(FigureRefusal) in
        try reader.consume(piece)
      }
      if isWhole { return try reader.finish() }
    } catch {
      let hint =
        error.kind == .unknownLayout
        ? " A list of indicators without figures is brought with masa import indicator \(file)."
        : ""
      throw CommandFailure("\(name) was not brought. \(error.sentence)\(hint) Nothing was changed.")
    }
    throw CommandFailure(
      "\(file) could not be read (\(lastError)). Nothing was changed. Check the path of the file.")
  }
}

/// Hands on what a file holds in pieces, or what comes in for `-`; false when it cannot be read, and
/// `errno` says why.
private func eachPiece(
  of file: String, _ take: (UnsafeRawBufferPointer) throws(FigureRefusal) -> Void
) throws(FigureRefusal) -> Bool {
  let descriptor = file == "-" ? dup(STDIN_FILENO) : open(file, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = uninterrupted { Glibc.read(descriptor, &buffer, buffer.count) }
    if count <= 0 { return count == 0 }
    var refusal: FigureRefusal?
    buffer.withUnsafeBytes { bytes in
      do throws(FigureRefusal) {
        try take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      } catch {
        refusal = error
      }
    }
    if let refusal { throw refusal }
  }
}
