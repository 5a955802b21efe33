import ArgumentParser
import Entry
import FigureFiles
import Glibc
import Reports
import Safeguarding

/// Prints what was taken along from the dashboard, or an empty return for an agency.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the list that you took along last with E, or an empty return for an agency.",
    discussion: """
      It is printed in the form in which you took it along: masa export last > table.csv

      masa export template --agency police --quarter 'Q1 2024-25' prints a table with a row for each \
      indicator that the agency supplies. Filled in, masa import indicators brings it back.
      """)

  enum Choice: String, CaseIterable, ExpressibleByArgument { case last, template }

  @OptionGroup var options: DataOptions

  @Option(help: "The agency that is to fill in the template: its id or name.")
  var agency: String?

  @Option(help: "The quarter that the template is for: Q1 2024-25.")
  var quarter: String?

  @Argument(help: "Which list: last, or template.")
  var which: Choice

  func validate() throws {
    if which == .template, agency == nil || quarter == nil {
      throw ValidationError(
        "A template is for an agency and a quarter: masa export template --agency police --quarter 'Q1 2024-25'"
      )
    }
    if which == .last, agency != nil || quarter != nil {
      throw ValidationError("--agency and --quarter go with masa export template.")
    }
  }

  func run() throws {
    if let agency, let quarter { return try writeTemplate(agency, quarter) }
    let place = try DataPlace.chosen(by: options.data)
    guard let files = ExportFiles(dataFolder: place.path), let last = files.last
    else {
      throw CommandFailure(
        "You have taken no list along from this data folder yet. Press E on a list of the dashboard "
          + "and choose a file.")
    }
    Output.write(bytes: last)
  }

  private func writeTemplate(_ name: String, _ quarter: String) throws {
    let workspace = try EditedFolder(options).read()
    let agency = try FigureWords.agency(name, in: workspace)
    let period = try FigureWords.period(quarter)
    let template = FigureTemplate(workspace, agency: agency, period: period)
    if template.rows.isEmpty {
      throw CommandFailure(
        "\(agency.label) supplies no indicator, so its return would be empty. Say who supplies an indicator "
          + "in its field suppliers: masa set indicator ID suppliers=\(agency.id)")
    }
    var listing = Listing(columns: FigureTemplate.heading.map { .init($0, $0) })
    for row in template.rows { listing.add(row.map { .text($0) }) }
    Output.write(listing, as: .csv)
  }
}
