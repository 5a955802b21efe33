import ArgumentParser
import DataStore
import JSONDocument
import Reports
import Safeguarding

/// Prints the JSON Schema of each kind of file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema (2020-12) of a kind of file.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The name of a kind of file; else the names are listed.")
  var name: String?

  @Flag(help: "Print the schemas of every kind in one object, by name.")
  var all = false

  @Flag(help: "Print every field in words with an example from the data folder, as Markdown.")
  var markdown = false

  func validate() throws {
    if markdown, all || name != nil {
      throw ValidationError("--markdown prints every kind; leave out the name and --all.")
    }
    if all, name != nil {
      throw ValidationError("Name one kind of file, or ask for --all, not both.")
    }
  }

  func run() throws {
    if markdown {
      let guide = FieldGuide(try options.open().workspace)
      Output.write(markdown: guide.markdown.joined(separator: "\n") + "\n")
    } else if all {
      write(DocumentKind.schemas)
    } else if let name {
      guard let kind = DocumentKind.all.first(where: { $0.name == name }) else {
        let names = DocumentKind.all.map(\.name)
        let near = nearest(to: name, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
        throw CommandFailure(
          "No kind of file is called \"\(name)\". \(near)Known: \(names.joined(separator: ", ")).")
      }
      write(kind.schema)
    } else {
      var listing = Listing(columns: [
        .init("name", "Name"), .init("path", "File"), .init("help", "What it holds"),
      ])
      for kind in DocumentKind.all {
        listing.add([.text(kind.name), .text(kind.path), .text(kind.help)])
      }
      Output.write(listing.written(as: .text))
    }
  }

  private func write(_ schema: JSONLiteral) {
    Output.write(json: schema.write(indentation: 2) + "\n")
  }
}
