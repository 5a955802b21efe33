import FoundationEssentials
import Glibc
import Testing

/// Days and times are those of London, whatever zone the server keeps.
@Suite(.enabled(if: access("/usr/bin/faketime", X_OK) == 0, "faketime is not installed"))
struct ZoneTests {
  private func today(at moment: String, zone: String?) throws -> String {
    var variables = Masa.environment(home: "/nonexistent")
    variables["MASA_DATA"] = Masa.sample
    let zoned = zone.map { ["/usr/bin/env", "TZ=\($0)"] } ?? []
    let finished = try ChildProcess(
      program: "/usr/bin/faketime", arguments: [moment] + zoned + [Masa.path, "doctor"],
      environment: variables
    ).run()
    return finished.text
  }

  @Test(arguments: [
    ("2024-07-01 23:30:00", "Tue 2 Jul 2024"), ("2024-07-01 22:30:00", "Mon 1 Jul 2024"),
    ("2024-12-31 23:30:00", "Tue 31 Dec 2024"), ("2024-03-31 23:30:00", "Mon 1 Apr 2024"),
  ])
  func aServerInUTCHasLondonsDay(moment: String, day: String) throws {
    let doctor = try today(at: moment, zone: nil)
    #expect(doctor.contains("today is \(day)"), "\(doctor)")
    #expect(doctor.contains("ok    days and times are those of London"), "\(doctor)")
  }

  @Test func aZoneThatIsChosenCounts() throws {
    let doctor = try today(at: "2024-07-01 23:30:00", zone: "UTC0")
    #expect(doctor.contains("today is Mon 1 Jul 2024"), "\(doctor)")
    #expect(doctor.contains("look  days and times are those of TZ=UTC0"), "\(doctor)")
  }
}
