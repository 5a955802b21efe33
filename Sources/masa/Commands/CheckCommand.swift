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
    let workspace = try readFolder(place.path)
    let day = workspace.settings.asOf ?? Clock.today
    let personal = try personalDataWarnings(place.path)
    let faults =
      workspace.faults + personal
      + (workspace.faults.contains { $0.severity == .error }
        ? [] : workspace.unmatchedOwners(on: day) + workspace.silencedRules())
    if !faults.isEmpty { Output.write(lines: faults.map(\.sentence)) }
    for (_, sentence) in workspace.access.closed { Output.complain(Output.oneLine(sentence)) }
    let errors = faults.filter { $0.severity == .error }.count
    let warnings = faults.count - errors
    if errors > 0 {
      throw CommandFailure(
        "\(errors) error\(errors == 1 ? "" : "s") and \(warnings) warning\(warnings == 1 ? "" : "s") "
          + "in \(place.path). Nothing was changed.")
    }
    Output.complain(
      "No errors in \(place.path)"
        + (warnings > 0 ? ", \(warnings) warning\(warnings == 1 ? "" : "s")." : ".")
        + CheckCommand.undatedWords(workspace.actions.all.count(where: \.hasNoDate)))
  }

  private static func undatedWords(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return
      " \(count) open action\(count == 1 ? " has" : "s have") no date, so \(count == 1 ? "it is" : "they are") "
      + "never late: masa deadlines shows them as \"no date\"."
  }

  private func personalDataWarnings(_ path: String) throws -> [Fault] {
    do throws(FolderError) {
      return try DataFolder(path: path).personalDataWarnings()
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
