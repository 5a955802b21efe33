import Safeguarding
import Testing

/// A record with the fields that a test cares about.
func made<R: Record>(_ type: R.Type, _ fill: (inout R) throws -> Void) rethrows -> R {
  var record = R()
  try fill(&record)
  return record
}

/// A day written as in a file; the test fails when there is no such day.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A date written as in a file; the test fails when there is no such date.
func date(_ text: String) throws -> ImpreciseDate { try #require(ImpreciseDate(text)) }
