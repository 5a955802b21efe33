import ArgumentParser
import DataStore
import Glibc
import Safeguarding

extension DoctorCommand {
  /// Mends what was found, where that is asked for and meant; else says how it is mended.
  mutating func mend(_ found: [Mendable], in path: String) throws {
    let count = counted(found.count, "thing")
    guard isMending else {
      demand(
        found.isEmpty, "nothing in the folder has to be mended by masa doctor --mend",
        otherwise: "\(count) of these can be mended with: sudo masa --data \(quotedForShell(path)) "
          + "doctor --mend")
      return
    }
    if found.isEmpty {
      say(true, "there is nothing that can be mended here")
      return
    }
    guard try isMeant(count) else {
      demand(false, "nothing was mended")
      return
    }
    for item in found {
      if let refusal = item.examined.mend(item.mending) {
        demand(false, refusal)
      } else {
        say(true, "mended: \(item.finding.what)")
      }
    }
    say(true, "that was all; masa doctor says how it stands now")
  }

  /// Asks once; without a terminal it has to be said beforehand.
  private func isMeant(_ count: String) throws -> Bool {
    if isAgreed { return true }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(
        "Nothing was mended, as nobody can be asked here. Read what was found, and run it again with "
          + "--yes to have \(count) mended.")
    }
    Output.write("Mend \(count) as told above? y for yes: ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  /// Whom the folder that is named shall be for; by its path in the data folder.
  func wish() throws -> [String: FolderExamination.Wish] {
    guard let folder = wished.folder else { return [:] }
    func number(_ name: String) throws -> UInt32 {
      guard let group = AccountGroup(named: name) else {
        throw CommandFailure(
          "This server has no group \(name), so nothing was mended. An administrator can make it: "
            + "sudo groupadd \(quotedForShell(name))")
      }
      return group.number
    }
    let readers = wished.closed ? [] : try wished.readers.map(number)
    let isSaid = wished.closed || !readers.isEmpty
    let place = folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return [
      place: .init(editors: try wished.editors.map(number), readers: isSaid ? readers : nil)
    ]
  }
}

/// Whom one folder shall be for, where nothing in it says so any more.
struct FolderWish: ParsableArguments {
  @Option(help: "With --mend: the folder that the next options are about, such as groups/board.")
  var folder: String?

  @Option(help: "The group of accounts that changes that folder.")
  var editors: String?

  @Option(help: "A group of accounts that may read that folder; may be given several times.")
  var readers: [String] = []

  @Flag(help: "Nobody but its editors may read that folder.")
  var closed = false

  /// Whether something is said of a folder without naming it, or the other way round.
  var isHalf: Bool {
    let isSaid = editors != nil || !readers.isEmpty || closed
    return isSaid != (folder != nil) || closed && !readers.isEmpty
  }
}
