import ArgumentParser
import DataStore
import Glibc

/// Brings a tracker, figures or a newer published list into the data folder.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring a tracker, figures or a newer published list into the data folder.",
    usage: """
      \(TableImportCommand.usage)
             masa import indicators FILE|- [--agency AGENCY] [--quarter QUARTER] [--preview]
             masa import bank-holidays FILE
      """,
    discussion: TableImportCommand.configuration.discussion,
    subcommands: [TableImportCommand.self, FigureImportCommand.self, BankHolidaysCommand.self],
    defaultSubcommand: TableImportCommand.self)
}

/// Adds the bank holidays of a newer download to those of the data folder.
struct BankHolidaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank-holidays",
    abstract: "Add the bank holidays of a newer download from GOV.UK; no old year is dropped.",
    discussion:
      "GOV.UK publishes the list at https://www.gov.uk/bank-holidays.json and takes old years out "
      + "of it. This command adds what is new, moves what has been moved, and keeps the rest.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The file as it was downloaded; - reads it from a pipe.", completion: .file())
  var file: String

  private var isStream: Bool { file == "-" }
  /// What the list is called within a sentence, and where it begins one.
  private var label: String { isStream ? "your file" : file }
  private var heading: String { isStream ? "Your file" : file }

  private static let name = "bank-holidays.json"
  private static let model = "workspace.json"

  func run() throws {
    let newer = try download()
    let place = try DataPlace.chosen(by: options.data)
    try requireData(in: place)
    let merged = try replaceList(in: place.store) { try merge(newer, into: $0) }
    var lines = merged.unknownDivisions.map {
      "warning: The division \"\($0)\" of \(label) is not known; it was left out."
    }
    lines += merged.entries.map(\.sentence)
    Output.write(lines: lines + [merged.summary(of: label)])
  }

  /// Puts the merged list in the place of the one before, while nobody else saves there.
  private func replaceList(
    in store: any SessionStore, merge: ([UInt8]?) throws -> BankHolidaysImport
  ) throws -> BankHolidaysImport {
    var merged: Result<BankHolidaysImport, any Error>?
    try saving {
      try store.replace(Self.name, to: "add the bank holidays of \(label)") { ours in
        let made = Result { try merge(ours) }
        merged = made
        guard case .success(let list) = made, list.hasNews else { return nil }
        return list.bytes
      }
    }
    guard let merged else { throw CommandFailure("Nothing was changed. Run the command again.") }
    return try merged.get()
  }

  private func download() throws -> [UInt8] {
    let largest = BankHolidaysImport.maximumByteCount
    let waiting = isStream ? options.idleMinutes : nil
    guard let bytes = namedInput(file, largest: largest, waiting: waiting) else {
      let advice =
        isStream
        ? "Send the whole file: import bank-holidays - < FILE"
        : "Check the path of the file you downloaded."
      throw CommandFailure(
        "\(heading) could not be read (\(lastError)). Nothing was changed. \(advice)")
    }
    guard bytes.count <= largest else {
      throw CommandFailure(
        "\(heading) is larger than \(largest / 1024) KiB, so it is not GOV.UK's list of bank holidays. "
          + "Nothing was changed. Check which file you named.")
    }
    return bytes
  }

  private func merge(_ newer: [UInt8], into ours: [UInt8]?) throws -> BankHolidaysImport {
    do throws(BankHolidaysImportError) {
      return try BankHolidaysImport(of: newer, named: heading, into: ours)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private func requireData(in place: DataPlace) throws {
    if access("\(place.path)/\(Self.model)", F_OK) == 0 { return }
    throw CommandFailure(
      "There is no data folder at \(place.name): it has no \(Self.model). Nothing was changed. "
        + "Check the path given with --data or in MASA_DATA, or create a new one with: masa init DIR"
    )
  }
}
