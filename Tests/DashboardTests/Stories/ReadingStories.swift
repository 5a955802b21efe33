import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// People who come to find something out.
@Suite struct ReadingStories {
  @Test func executiveMemberFindsWhoChairsNowAndNextAndWhen() {
    story(on: .sample) {
      expect(row: "MSCP", "now", "Kent Police", "to 1 Sep 2024")
      expect(row: "next", "NHS K&M", "in 5 months")
      press("2")
      expect(header: "Executive ► MSCP Executive")
      expect(contains: "next NHS K&M  in 5 months 2 days  2 Sep 2024")
      expect(focus: "Terms in the chair")
      expect(row: "now", "Kent Police", "2 Sep 2023")
    }
  }

  @Test func theRowOfAChairLeadsToThatExecutive() {
    story(on: .sample) {
      press("Tab", "Tab", "Tab")
      expect(focus: "Who chairs, now and next")
      press("G", "Enter")
      expect(header: "Executive ► KSCMP")
      press("Esc")
      expect(header: "Overview")
      expect(focus: "Who chairs, now and next")
    }
  }

  @Test func overdueLineLeadsToItsRecordAndEscComesBack() {
    story(on: .sample) {
      expect(selected: "Yearly report on private fostering")
      press("Down", "Down", "Down", "Down")
      expect(selected: "Name the members of the working group")
      press("Enter")
      expect(header: "Action")
      expect(contains: "Name the members of the working group with Medway.", "Fri 1 Mar 2024")
      press("Esc")
      expect(contains: "Needs attention")
      expect(selected: "Name the members of the working group")
    }
  }

  @Test func chairOfASubgroupSeesTheNextAgendaAndTheMissingPapers() {
    story(on: .sample) {
      press("3", "/")
      typing("pmqa")
      press("Enter", "Enter")
      expect(contains: "Next agenda", "4 of 9 papers missing")
      expect(row: "3", "Multi-agency dataset", "! 1 of 3")
      expect(row: "6", "Section 11", "1 of 1")
      expect(row: "8", "Private fostering", "! 0 of 1")
      press("Enter")
      expect(header: "PMQA ► Meeting of 4 Apr")
      press("Tab", "Tab", "Tab", "z")
      expect(focus: "Decisions, papers and outcomes")
      expect(contains: "Dataset report")
    }
  }

  @Test func indicatorIsReadAsChartAndAsTable() {
    story(on: .sample, at: Place(DatasetPane.id, ["cp-plans-per-10000"])) {
      expect(contains: "England", "43.2", "44 is 2% above England and 7% above", "a year older")
      press("v")
      expect(focus: "Values and comparators")
      expect(row: "2022-23", "43.2", "England")
      press("v")
      expect(focus: "Where it stands")
    }
  }

  @Test func everyPartnershipIsShownInTurnAndThenAll() {
    story(on: .sample) {
      press("3")
      expect(header: "Kent and Medway ► Groups")
      expect(contains: "Kent (KSCMP)", "Executive Board")
      press("p")
      expect(header: "MSCP ► Groups")
      expect(lacks: "Executive Board")
      press("p")
      expect(header: "KSCMP ► Groups")
      expect(contains: "Executive Board")
      press("p")
      expect(header: "MSCB ► Groups")
      press("p")
      expect(header: "Kent and Medway ► Groups")
    }
  }

  @Test func aSinglePartnershipNeedsNoChoice() {
    story(on: .empty) {
      expect(header: "MYSCP")
      press("p")
      expect(lastLine: "There is only one partnership here.")
    }
  }
}
