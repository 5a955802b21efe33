import ArgumentParser
import DataStore
import Safeguarding

/// Creates the folder of a group that one group of accounts changes.
struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Create the folder of a group of the partnership.",
    subcommands: [Add.self])

  /// Creates a new folder under `groups`, with its documents, its owners and its readers.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Create the folder of a new group for those who edit it.")

    @OptionGroup var options: DataOptions

    @Argument(help: "The id of the group: small letters, digits and hyphens.")
    var id: String

    @Option(help: "The name of the group.")
    var name: String

    @Option(help: "The id of a partnership it belongs to; may be given several times.")
    var partnership: [String] = []

    @Option(
      name: [.customLong("editors"), .customLong("chairs")],
      help: """
        The group of accounts that may change its files: all who do, not chairs alone. Needed in a folder \
        that several accounts share.
        """)
    var editors: String?

    @Option(help: "A group of accounts that may read them; else those that read the data folder.")
    var readers: [String] = []

    @Flag(help: "Nobody but its editors may read its files.")
    var closed = false

    func validate() throws {
      let isPlain = id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
      guard isPlain, !id.isEmpty, !id.hasPrefix("-") else {
        throw ValidationError(
          "\"\(id)\" cannot be an id. Use small letters, digits and hyphens, such as mscp-pmqa.")
      }
      if partnership.isEmpty {
        throw ValidationError("Name the partnership it belongs to with --partnership ID.")
      }
      if closed, !readers.isEmpty {
        throw ValidationError("Give either --closed or --readers, not both.")
      }
    }

    func run() throws {
      let place = try DataPlace.chosen(by: options.data)
      let root = place.path
      let workspace = try readFolder(place.folder)
      for id in partnership where workspace.partnerships[id] == nil {
        let ids = workspace.orderedPartnerships.map(\.id)
        let near = nearest(to: id, among: ids).map { "Did you mean \($0)? " } ?? ""
        throw CommandFailure(
          "There is no partnership \(id), so nothing was created. \(near)"
            + "Known: \(ids.joined(separator: ", ")).")
      }
      if !place.isDatabase, let refusal = DataFolder(path: root).formatRefusal {
        throw CommandFailure(refusal)
      }
      let folder = "groups/\(id)"
      if !FolderEntry.visibleNames(in: "\(root)/\(folder)").allSatisfy({ $0 == journalName }) {
        throw CommandFailure(
          "\(place.name)/\(folder) is there already, so nothing was created and nothing was changed. "
            + "Choose another id, or look at it with: masa --data \(quotedForShell(place.name)) doctor"
        )
      }
      if place.isDatabase {
        try addToDatabase(place, workspace)
        return
      }
      guard let editors else {
        try addPrivate(root, workspace)
        return
      }
      let wanted = closed ? [] : readers.isEmpty ? SharedCreation.readers(of: root) : readers
      let sharing = try SharedCreation(root: root, group: editors, readers: wanted)
      try saving {
        let new = try placed(in: workspace)
        _ = try EditedFolder(options, laysFolders: true)
          .commit(Edit("Add group: \(name.heading)", workspace.changes(adding: new)))
      }
      try sharing.create([folder])
      Output.write(lines: [
        "Created \(folder) for \(name).",
        "The group \(editors) may change its files"
          + (wanted.isEmpty ? "." : "; \(wanted.joined(separator: ", ")) may read them."),
        "Add every account that edits there: sudo usermod -aG \(quotedForShell(editors)) ACCOUNT",
        "Enter its terms of reference and seats on the screen, under Groups.",
        "Check it with: masa --data \(quotedForShell(root)) doctor",
      ])
    }

    /// Adds the group to an area of a database, open to those to whom the folder above it is.
    private func addToDatabase(_ place: DataPlace, _ workspace: Workspace) throws {
      if editors != nil || closed || !readers.isEmpty {
        throw CommandFailure(
          "\(place.name) is a database, where roles are given rights by its administrator, so nothing was created. Leave out "
            + "--editors, --readers and --closed; then the administrator opens the new folder to a role, or closes it with null: "
            + "select masa.open_folder('AREA', 'groups/\(id)', 'ROLE', true)")
      }
      try saving {
        let new = try placed(in: workspace)
        _ = try EditedFolder(options)
          .commit(Edit("Add group: \(name.heading)", workspace.changes(adding: new)))
      }
      Output.write(lines: [
        "Created groups/\(id) for \(name). Those who may read or change the other groups' folder may read or change it.",
        "Enter its terms of reference and seats on the screen, under Groups.",
      ])
    }

    /// Adds the group to a folder that is one person's own.
    private func addPrivate(_ root: String, _ workspace: Workspace) throws {
      if SharedCreation.isShared(root) {
        throw CommandFailure(
          "Several accounts share \(root), so nothing was created. Say with --editors GROUP which group "
            + "of accounts may change this group's files.")
      }
      if closed || !readers.isEmpty {
        throw CommandFailure(
          "\(root) is not shared, so nobody else reads it and nothing was created. Leave out --closed and "
            + "--readers.")
      }
      try saving {
        let new = try placed(in: workspace)
        _ = try EditedFolder(options, laysFolders: true)
          .commit(Edit("Add group: \(name.heading)", workspace.changes(adding: new)))
      }
      Output.write(lines: [
        "Created groups/\(id) for \(name).",
        "Enter its terms of reference and seats on the screen, under Groups.",
      ])
    }

    /// The record of the group, and where it goes.
    private func placed(in workspace: Workspace) throws -> NewRecord {
      var group = PartnershipGroup()
      (group.id, group.name, group.type) = (id, try text(name, of: "--name"), .subgroup)
      group.parents = partnership.map { id in
        var parent = GroupParent()
        parent.partnership = Reference(id)
        return parent
      }
      do throws(NewRecord.Problem) {
        return try workspace.placing(group.stored ?? .record([]), as: PartnershipGroup.self)
      } catch {
        throw CommandFailure("\(error.sentence) Nothing was changed.")
      }
    }
  }
}
