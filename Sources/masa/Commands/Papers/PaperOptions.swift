import ArgumentParser
import Glibc
import Letters
import Papers
import Safeguarding

/// The forms that a paper is written in.
enum PaperFormat: String, CaseIterable, ExpressibleByArgument {
  case html, markdown, docx

  /// The form that the ending of a file's name asks for.
  init?(endingOf path: String) {
    let ending = path.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    switch ending {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "docx": self = .docx
    default: return nil
    }
  }
}

/// Where a paper goes, and how it is written.
struct PaperOptions: ParsableArguments {
  @Option(
    help:
      "How it is written: html, markdown or docx; without it as the file's name ends, else html.")
  var format: PaperFormat?

  @Option(
    help: "The file to write, which must not be there yet; else it is printed.", completion: .file()
  )
  var output: String?

  @Option(help: "Who may see it; without it the handling label of the workspace.")
  var label: String?

  /// The label that stands on each page.
  func label(_ workspace: Workspace) -> String { label ?? workspace.settings.handlingLabel }

  /// Writes a paper into its file, or prints it.
  func write(_ paper: WrittenPaper) throws {
    for (heading, kind) in paper.personalData {
      Output.complain(
        "Under \"\(heading)\" stands what may be \(kind.title). Take it out of the records before the paper "
          + "leaves, if it tells who a child is.")
    }
    let format = format ?? output.flatMap { PaperFormat(endingOf: $0) } ?? .html
    let bytes =
      switch format {
      case .html: Array(paper.html.utf8)
      case .markdown: Array(paper.markdown.utf8)
      case .docx: try document(paper)
      }
    guard let output else { return Output.write(bytes: bytes) }
    guard access(output, F_OK) != 0 else {
      throw CommandFailure(
        "\(Output.visible(output)) is there already and was left as it is. Name another file, or remove it first."
      )
    }
    guard writeFile(bytes, to: output) else {
      throw CommandFailure(
        "\(Output.visible(output)) could not be written (\(lastError)). The data is unchanged. Name a file in a "
          + "folder that is yours.")
    }
    Output.write(lines: ["Wrote \(paper.title) to \(output)."])
  }

  private func document(_ paper: WrittenPaper) throws -> [UInt8] {
    guard output != nil || isatty(STDOUT_FILENO) == 0 else {
      throw CommandFailure(
        "A document for Word is no text for a terminal. Name a file: --output report.docx")
    }
    guard let bytes = paper.docx else {
      throw CommandFailure(
        "The document could not be packed, as there is no memory for it. Nothing was written; try it again."
      )
    }
    return bytes
  }
}
