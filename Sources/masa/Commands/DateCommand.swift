import ArgumentParser
import Reports
import Safeguarding

/// Answers which day it is so many working days after another, and which bank holidays did not count.
struct DateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Work out a day, such as 28 mar + 15wd.",
    discussion: """
      A day is written as 2024-03-28, 28 mar 2024, 28/3/2024, today, next fri or end of march. A \
      distance is a number and d, wd (working days), cwd (clear working days), w, m or y, or these \
      as words; +15wd and -7wd count from today.
      """)

  @OptionGroup var options: DataOptions

  @Argument(
    parsing: .allUnrecognized,
    help: "The day: 28 mar 2024, +15wd, 15 working days after 28 mar.")
  var expression: [String]

  @Option(
    help: "Whose bank holidays are left out: \(DateCommand.divisions).",
    transform: DateCommand.division)
  var division = Division.englandAndWales

  @Option(help: "How it is written.")
  var format = DateReport.Format.text

  func validate() throws {
    let words = expression.prefix { $0 != "--" }
    if let option = words.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("The option \(option) is not known.")
    }
  }

  func run() throws {
    let (holidays, day) = try options.openBankHolidays()
    do throws(DateProblem) {
      let reading = try DateExpression.read(
        expression.filter { $0 != "--" }.joined(separator: " "), today: day,
        calendars: { holidays.workingDays(in: $0.rawValue) }, division: division)
      let report = DateReport(reading, division: division)
      let text = report.written(as: format)
      switch format {
      case .text: Output.write(text)
      case .json: Output.write(json: text)
      }
    } catch {
      throw CommandFailure(error.sentence, status: 64)
    }
  }
}

extension DateCommand {
  fileprivate static var divisions: String {
    Division.allCases.map(\.rawValue).joined(separator: ", ")
  }

  fileprivate static func division(_ name: String) throws -> Division {
    if let division = Division(rawValue: name) { return division }
    throw ValidationError("Write --division with one of \(divisions).")
  }
}

extension DateReport.Format: ExpressibleByArgument {}
