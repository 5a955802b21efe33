import ArgumentParser
import DataStore

/// Brings a data folder to the current version of the file format, or back.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring a data folder to the file format of this version of Masa, or back.")

  @Argument(
    help: "The data folder; else the one of --data, MASA_DATA or the sample.",
    completion: .directory)
  var folder: String?

  @OptionGroup var options: DataOptions

  @Flag(help: "Put the files back as they were before the last migration.")
  var back = false

  func run() throws {
    let path = try DataPlace.chosen(by: folder ?? options.data).folder(for: "masa migrate")
    let migration = FolderMigration(path: path)
    let (from, now) = (migration.from, DataFolder.currentVersion)
    do throws(FolderError) {
      if back {
        let files = try migration.goBack()
        Output.write(lines: ["Put back as it was before the migration:"] + files.map { "  \($0)" })
        return
      }
      if from == now {
        Output.write(lines: [
          "\(path) is written in version \(now) of the file format already. Nothing was changed."
        ])
        return
      }
      let files = try migration.migrate()
      Output.write(
        lines: ["\(path) was brought from version \(from) to version \(now) of the file format:"]
          + migration.sentences.map { "  \($0)" } + ["Changed files:"] + files.map { "  \($0)" }
          + [
            "As they were they are kept beside, in hidden folders called .version-\(from).",
            "Back: masa migrate \(quotedForShell(path)) --back",
          ])
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
