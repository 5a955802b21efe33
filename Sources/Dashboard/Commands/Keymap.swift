import Safeguarding
import TerminalUI

/// Which keys each command has: those it comes with, or those that a person gave it.
package struct Keymap: Sendable {
  /// What a person wants the keys of a command to be.
  package struct Wish: Sendable {
    package let command: String
    /// The keys by the names that the help gives them; nil where no list of names stands there.
    package let keys: [String]?
    /// The line in which it stands.
    package let line: Int

    package init(_ command: String, keys: [String]?, line: Int) {
      (self.command, self.keys, self.line) = (command, keys, line)
    }
  }

  /// Why a wish is left out, and the line in which it stands.
  package struct Fault: Hashable, Sendable {
    package let line: Int
    package let sentence: String
  }

  /// Every command with its keys, in the order of the manual.
  package private(set) var commands = Command.all
  /// The commands that have a hint, the most important first.
  let hinted: [Command]
  /// Every key with the position of its command; few enough to be looked through.
  private let owners: Late<[(key: Key, command: Int)]>
  /// What is wrong with the wishes; what the commands come with holds there.
  package private(set) var faults: [Fault] = []

  /// The keys that the commands come with.
  package static let standard = Keymap([])

  /// Gives commands the keys that somebody wants for them, as far as no two mean the same key.
  package init(_ wishes: [Wish]) {
    var granted: [(wish: Wish, keys: [Key])] = []
    for wish in wishes {
      switch Keymap.keys(for: wish, granted.map(\.wish.command)) {
      case .success(let keys): granted.append((wish, keys))
      case .failure(let problem): faults.append(Fault(line: wish.line, sentence: problem.sentence))
      }
    }
    // Who gives way gets back keys that another may have taken, so all are looked at again.
    while let clash = Keymap.clash(among: Keymap.commands(with: granted), granted.map(\.wish)) {
      granted.removeAll { $0.wish.command == clash.wish.command }
      faults.append(Fault(line: clash.wish.line, sentence: clash.sentence))
    }
    commands = Keymap.commands(with: granted)
    hinted = commands.filter { $0.hint != nil }.sorted { $0.rank < $1.rank }
    owners = Late { [commands] in
      commands.enumerated().flatMap { command in
        command.element.keys.map { ($0, command.offset) }
      }
    }
    faults.sort { $0.line < $1.line }
  }

  /// The commands that have a key, in the order of the manual.
  func commands(of key: Key) -> [Command] {
    owners.now.filter { $0.key == key }.map { commands[$0.command] }
  }

  /// The first key of a command, as help names it; nothing where it has none.
  func label(for command: String) -> String {
    commands.first { $0.id == command }?.keys.first?.label ?? ""
  }

  private struct Problem: Error {
    let sentence: String
  }

  /// The commands without whose keys one cannot find or leave anything.
  private static let needed = ["help", "quit"]
  /// Does its work whatever one is doing, so nothing else can have it.
  private static let redrawing = Key.control("l")

  private static func keys(for wish: Wish, _ before: [String]) -> Result<[Key], Problem> {
    func no(_ reason: String) -> Result<[Key], Problem> {
      .failure(Problem(sentence: "\(reason) What it comes with holds."))
    }
    let id = wish.command
    guard let command = Command.all.first(where: { $0.id == id }) else {
      let near = nearest(to: id, among: Command.all.map(\.id)).map { " Did you mean \"\($0)\"?" }
      return .failure(
        Problem(
          sentence: "there is no command \"\(id)\", so this is left out."
            + "\(near ?? " masa keys --ids lists them.")"))
    }
    if before.contains(id) {
      return .failure(
        Problem(sentence: "\"\(id)\" stands here twice; what stands first holds."))
    }
    guard let names = wish.keys else {
      return no("the keys of \"\(id)\" are a list of names, such as [\"E\", \"F5\"].")
    }
    if names.isEmpty, needed.contains(id) {
      return no("\"\(id)\" needs a key, or nobody finds the way.")
    }
    var keys: [Key] = []
    for name in names {
      guard let key = Key(label: name) else {
        return no(
          "there is no key \"\(name)\" for \"\(id)\". Keys are called as the help calls them: "
            + "e, E, Space, Ctrl-R, F5, PgDn.")
      }
      if key == redrawing, command.id != "redraw" {
        return no(
          "\(key.label) draws the screen anew wherever one is, so \"\(id)\" cannot have it.")
      }
      if !keys.contains(key) { keys.append(key) }
    }
    return .success(keys)
  }

  private static func commands(with granted: [(wish: Wish, keys: [Key])]) -> [Command] {
    if granted.isEmpty { return Command.all }
    let keys = Dictionary(
      granted.map { ($0.wish.command, $0.keys) }, uniquingKeysWith: { first, _ in first })
    return Command.all.map { command in
      var command = command
      if let wanted = keys[command.id] { command.keys = wanted }
      return command
    }
  }

  /// A wish that wants the key of another command: the last one, as it may have overlooked the others.
  private static func clash(
    among commands: [Command], _ wishes: [Wish]
  ) -> (wish: Wish, sentence: String)? {
    var owners: [Key: [Command]] = [:]
    for command in commands { for key in command.keys { owners[key, default: []].append(command) } }
    for wish in wishes.reversed() {
      guard let own = commands.first(where: { $0.id == wish.command }) else { continue }
      for key in own.keys {
        // Kinds may share a key: the selected record tells which is meant.
        let other = owners[key]?.first { other in
          other.id != own.id
            && (other.kind == nil || own.kind == nil || other.kind == own.kind)
        }
        guard let other else { continue }
        return (
          wish,
          "\(key.label) is the key of \"\(other.id)\" (\(other.title)), so \"\(own.id)\" keeps what it "
            + "comes with. Give \"\(other.id)\" another key as well, or choose another one here."
        )
      }
    }
    return nil
  }
}
