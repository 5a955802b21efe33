import ArgumentParser
import DataStore
import Safeguarding

/// Reads everything and prints each fault with its place and how to mend it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read everything and print each fault as FILE:LINE:COLUMN: what, and how to mend it.")

  @OptionGroup var options: DataOptions

  func run() throws {
    let place = try DataPlace.chosen(by: options.data)
    let workspace = try readFolder(place.folder)
    let day = workspace.settings.asOf ?? Clock.today
    let personal = try personalDataWarnings(place.folder)
    let faults =
      workspace.faults + personal
      + (workspace.faults.contains { $0.severity == .error }
        ? []
        : workspace.unmatchedOwners(on: day) + workspace.silencedRules()
          + workspace.yearsUnlikeTheirQuarters())
    if !faults.isEmpty { Output.write(lines: faults.map(\.sentence)) }
    for (_, sentence) in workspace.access.closed { Output.complain(Output.oneLine(sentence)) }
    let tally = faults.tally
    let told =
      faults.contains(where: \.isRest)
      ? ", the first \(Fault.toldOfAFile) of each file are told" : ""
    if tally.errors > 0 {
      throw CommandFailure("\(tally.words) in \(place.name)\(told). Nothing was changed.")
    }
    Output.complain(
      "No errors in \(place.name)"
        + (tally.warnings > 0 ? ", \(counted(tally.warnings, "warning"))\(told)." : ".")
        + CheckCommand.undatedWords(
          workspace.actions.all.count(where: \.hasNoDate),
          published: (workspace.published ?? workspace).actions.all.count(where: \.hasNoDate)))
  }

  private static func undatedWords(_ count: Int, published: Int) -> String {
    guard count > 0 else { return "" }
    let madeUp = count == published ? "" : " (\(count - published) of them made up)"
    let (have, they) = count == 1 ? ("has", "it is") : ("have", "they are")
    return
      " \(counted(count, "open action"))\(madeUp) \(have) no date, so \(they) never late: masa deadlines shows \(count == 1 ? "it" : "them") as "
      + "\"no date\"."
  }

  private func personalDataWarnings(_ folder: DataFolder) throws -> [Fault] {
    do throws(FolderError) {
      return try folder.personalDataWarnings()
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
