import JSONDocument
import Testing

/// Data that tries to command the terminal or the spreadsheet of whoever reads it.
struct HostileDataTests {
  static let commands = [
    "check", "status", "deadlines", "rotation", "indicators", "actions list",
    "agenda mscp-executive", "agenda mscp-executive --format markdown",
    "agenda mscp-executive --format json", "--plain", "--plain executive", "--plain groups",
    "--plain dataset", "--plain reviews", "--plain deadlines", "doctor",
    "deadlines --format json", "rotation --format json", "indicators --format json",
    "actions list --format json", "agenda no-such-group",
  ]
  static let listings = ["deadlines", "rotation", "indicators", "actions list"]

  /// Escape, bell, the C1 form of escape and bracket, a turn of direction, a line end, a formula.
  private static let attack =
    #"=cmd()\u001b[31m\u001b]52;c;AAAA\u0007\u009b2J\u007f\u202eTRAP\r\n\u200b"#

  @Test(arguments: ["C.UTF-8", "C"])
  func noOutputCommandsTheTerminal(_ locale: String) throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for command in Self.commands {
      let finished = try Masa.run(command, data: data, with: ["LC_ALL": locale], home: place.path)
      #expect(finished.status == (command.hasSuffix("no-such-group") ? 1 : 0), "\(command)")
      let written = finished.output + Array(finished.messages.utf8)
      #expect(dangerousCharacters(in: written).isEmpty, "\(command)")
      #expect(locale != "C" || written.allSatisfy { $0 < 0x80 }, "\(command)")
      if command.hasSuffix("json") { _ = try JSONDocument(bytes: finished.output) }
    }
  }

  @Test(arguments: ["C.UTF-8", "C"])
  func noCellOfACSVIsAFormula(_ locale: String) throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for listing in Self.listings {
      let finished = try Masa.run(
        "\(listing) --format csv", data: data, with: ["LC_ALL": locale], home: place.path)
      #expect(finished.status == 0 && dangerousCharacters(in: finished.output).isEmpty)
      let rows = csvRows(finished.text)
      let formulas = rows.joined().filter { cell in
        "=+-@\t\r".contains { cell.hasPrefix(String($0)) } && Double(cell) == nil
      }
      #expect(formulas.isEmpty, "\(listing)")
      #expect(rows.joined().contains { $0.hasPrefix("'=cmd()") }, "\(listing)")
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(listing)")
    }
  }

  @Test func aLineEndInATitleMakesNoLineInAListing() throws {
    let place = try TemporaryFolder()
    let data = try Self.hostileSample(in: place)
    for listing in Self.listings {
      let json = try Masa.run("\(listing) --format json", data: data)
      let records = try JSONDocument(bytes: json.output).root.count
      let lines = try Masa.run(listing, data: data).lines.filter { !$0.isEmpty }
      #expect(lines.count == records + 1, "\(listing)")
    }
  }

  private static func hostileSample(in place: TemporaryFolder) throws -> String {
    try place.copySample(to: "data") { _, text in
      var changed = text
      for key in ["title", "name", "note", "text", "shortName"] {
        changed = changed.split(separator: "\"\(key)\": \"", omittingEmptySubsequences: false)
          .joined(separator: "\"\(key)\": \"\(attack)")
      }
      return changed
    }
  }
}
