import Dashboard
import Testing

/// What the documents print of each system of a partnership stands on the pane that is there for it.
@Suite struct SystemsOnScreenTests {
  /// Says which of the phrases a place of the sample does not show, in plain lines.
  private func expect(
    _ pane: any Pane.Type, _ path: [String] = [], shows phrases: [String],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let rows = Fixture.sample.dashboard(at: Place(pane.id, path)).plainLines.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for phrase in phrases {
      // The parts of a phrase stand in one row, in whatever order its columns have.
      let parts = phrase.split(separator: ", ")
      #expect(
        rows.contains { row in parts.allSatisfy { row.contains($0) } },
        "\(phrase): \(pane.title) \(path)", sourceLocation: location)
    }
  }

  @Test func partnersWhoLeadsAndWhoActs() {
    expect(
      ExecutivePane.self, ["of", "mscp"],
      shows: [
        "Medway Council, Leads: Richard Hicks, Chief Executive, Acts for them: Lee-Anne Farach",
        "Kent Police, Leads: Tim Smith, Chief Constable, Acts for them: Simon Wilson, ACC",
        "NHS K&M, Leads: Paul Bentley, Chief Executive, Acts for them: Paul Lumsdom",
        "Medway CCG, Leads: no partner any more", "Medway Secondary Head teacher representative",
      ])
    expect(
      ExecutivePane.self, ["agreed"],
      shows: ["Agreed by: Accountable Officers, Agreed: 2023-24"])
    expect(
      ExecutivePane.self, ["of", "kscmp"],
      shows: ["David Cockburn, Head of Paid Service", "Matt Dunkley"])
  }

  @Test func theChairPassesOn() {
    expect(
      ExecutivePane.self, ["of", "mscp"],
      shows: [
        "Holder: Ian Sutherland, From: 2 Sep 2019, To: Sep 2020, Status: held",
        "Holder: Paula Wilkins, From: Sep 2021, To: Sep 2022, Status: planned",
        "Kent Police, Holder: no name recorded, From: 2 Sep 2023, To: 1 Sep 2024",
      ])
  }

  @Test func moneyAsPrintedAndAsWorkedOut() {
    expect(
      ExecutivePane.self, ["money"],
      shows: [
        "Medway Council, Printed: 69.5, Worked out: 69.53, Amount: £146,799",
        "National Probation Service, Printed: 2.5, Worked out: 2.48, Amount: £5,235",
        "99.9 per cent, not 100", "Total printed £212,117", "Short £29,600",
        "Spent, by that £241,717",
        "HMYOI Cookham Wood, Printed: 3.3, Worked out: 3.31, Amount: £6,996, ends Mar 2024",
        "Given by: Department for Education, Amount: 47,300", "Left, pounds: not known",
        "Learning management system",
        "Conducting audits", "Kent, Surrey & Sussex Community Rehabilitation Company",
      ])
  }

  @Test func relevantAgenciesListByList() {
    expect(
      ExecutivePane.self, ["agencies"],
      shows: [
        "lists of 2022, 2023-24",
        "Oasis Restore, Of: MSCP, Heading: Secure Estate, Before: Leadership Group, Subgroups,",
        "NSPCC, Of: MSCP, Heading: Voluntary Sector, Before: Leadership Group, Subgroups, "
          + "Now: not listed, Differs: no longer listed",
        "Public Health, Of: MSCP, Heading: Other Agencies, Before: Leadership Group, Subgroups, "
          + "Now: Executive, Subgroups, Differs: changed",
        "BTP, Of: MSCP, Heading: Other Agencies, Before: Leadership Group, Now: Leadership Group",
        "Kent districts, Of: KSCMP",
      ])
  }

  @Test func peopleAndShortForms() {
    expect(ExecutivePane.self, ["people"], shows: ["Rory Patterson", "John Drew", "Alison Broom"])
    expect(ExecutivePane.self, ["words"], shows: ["MELA", "JAR", "SARC"])
  }

  @Test func everyGroupOfEveryTime() {
    expect(
      GroupsPane.self,
      shows: [
        "MASH Board", "Early Help Operational", "Custody Concordat", "Health Safeguarding",
        "Child Death Overview", "Champions, Meets: quarterly",
        "Leadership Group, Meets: twice a year",
        "Child Exploitation, Meets: every month", "Management Group, MSCB, Meets: every 6 weeks",
        "District Councils", "Partnership Forum, Meets: twice a year", "Case Review Panel, MSCB",
      ])
  }

  @Test func whoSitsWhereAndWhoseTermsAreReviewed() {
    expect(
      GroupsPane.self, ["membership"],
      shows: [
        "CPS, Of: MSCB, Executive: yes, Subgroups: ! on no subgroup",
        "Oasis Restore, Of: MSCP, Subgroups: Secure Estate",
        "Agreed by: Chief Officers of the three safeguarding partners", "no review recorded",
        "1 statutory member incomplete",
        "NHS K&M, Of: KSCMP, ! no seat on Executive Board, where K&M CCG before it has one",
        "Cafcass, Of: MSCB, Basis: statutory member of a board, Missing: nothing",
        "Kent Police, Of: MSCP, Basis: safeguarding partner, Missing: nothing",
      ])
  }

  /// A joint group decides for one of its partnerships, or for all.
  @Test func decisionsOfJointGroupsSayForWhom() {
    expect(
      MeetingPane.self, ["joint-exploitation-2024-01-30"],
      shows: [
        "The toolkits are reviewed with the strategy., For: MSCP",
        "Partners promote the intelligence portal to their staff., For: MSCP, KSCMP",
      ])
    expect(
      GroupsPane.self, ["joint-policy-and-procedures"],
      shows: ["The draft policy is approved with changes, For: KSCMP"])
  }

  @Test func workProgrammesAndReportsUp() {
    expect(
      GroupsPane.self, ["work"],
      shows: [
        "Annual report on private fostering", "Annual report on missing children",
        "Section 11 audit, a standing item for two years", "Draft of the audit calendar",
        "Figures of the designated officer on allegations",
        "Whether improvements from reviews last and make a difference",
      ])
    expect(GroupsPane.self, ["reports-up"], shows: ["What the groups report", "Asks for:"])
  }

  @Test func promisedPublicationsAndWhoAgreesThem() {
    expect(
      GroupsPane.self, ["documents"],
      shows: [
        "Quality Assurance Framework", "Escalation Policy",
        "Safeguarding Children Competency Framework",
        "Case file referral process", "Introductory threshold video",
        "Promised", "Document: Joint working protocol with the Health and Wellbeing Board",
        "Agreed by: Cabinet of Medway Council, Agreed: 9 Apr 2019",
      ])
  }

  @Test func eventsAndNeighbours() {
    expect(
      GroupsPane.self, ["events"],
      shows: [
        "development day, When: 27 Sep 2019", "leadership event, When: 24 Jan 2020", "90+",
        "Exploitation Awareness Conference", "Annual Conference", "Annual neglect conference",
        "When: 1 Jul 2022, Event: Planning meetings of the three partners",
        "When: 2 Sep 2019, Came to: It replaced the Safeguarding Children Board",
      ])
    expect(
      GroupsPane.self, ["neighbours"],
      shows: [
        "London Borough Councils", "East Sussex County Council", "Surrey County Council",
        "Looked after children whom they place in Kent",
        "Children and Young People Strategic Partnership",
      ])
  }

  @Test func plansTheirActionsAndWhatIsToCome() {
    expect(
      PlansPane.self,
      shows: [
        "MSCP Strategic Plan 2023-25 (2023-2025, in force) 6",
        "No: 4, Priority: Violence against Women and Girls",
        "MSCB Business Plan 2007-2008 (2007/08) 7",
        "No: 7, Priority: Performance management framework",
      ])
    expect(
      PlansPane.self, ["actions"],
      shows: ["0 of 45 done", "By: Quarterly June-Sept- Dec- March, Lead: LADO", "4+5.11"])
    expect(
      PlansPane.self, ["next-steps"],
      shows: [
        "Review the Contextual Safeguarding Strategy and the exploitation toolkits",
        "Set up the Education Safeguarding Group again",
      ])
    expect(
      PlansPane.self, ["time"],
      shows: ["3 pairs overlap", "Parents, carers and young people, When: Aug 2019"])
  }

  @Test func risksAndStatements() {
    expect(PlansPane.self, ["risks"], shows: ["24 risks", "Trainers are poor or not qualified"])
    expect(
      PlansPane.self, ["values"],
      shows: [
        "There are no specific risks identified", "What success looks like",
        "No agency is asked for figures beyond those that it collects already",
        "Face-to-face training was on hold", "Each child is an individual like no other",
        "Every key strategic plan", "Red, amber, green",
      ])
  }

  @Test func whatWasCheckedAndByWhichLine() {
    expect(
      AssurancePane.self,
      shows: ["Lines of assurance, year by year", "Rapid review", "Self-assessment cycle"])
    expect(
      AssurancePane.self, ["audits"],
      shows: [
        "Children with a child protection plan, where domestic abuse was a concern",
        "Casework audit, quarter 1 of 2007-08", "Cases: 0 of 5",
        "Hybrid child protection conferences",
        "Outcome: \"in crisis after six years of decline\"",
        "AWARE framework of Kent Police on neglect",
        "Model: University of Bedfordshire", "Scores: 49 to 75 of 100",
        "Implementation, per cent, Score: 75 of 100, When: Apr 2024, Before: 49, Change: +26",
        "Leadership, Score: 3 of 4",
        "Survey of parents, children and young people",
        "assurance by a delegated lead, Stands: no date",
      ])
    expect(
      AssurancePane.self, ["self-assessments"],
      shows: [
        "Section 11 audit 2020-22", "Opened on: Feb 2020", "section 175/157, Education Act 2002",
        "Whistle blowing procedures", "Section 11 self-evaluation 2007",
      ])
  }

  @Test func scrutinyItsRecommendationsAndTheSecureEstate() {
    expect(
      AssurancePane.self, ["scrutiny"],
      shows: [
        "Independent Scrutineer vacant", "By: Rory Patterson", "From: In January 2020",
        "From: since 2019", "Quarterly secure estate meetings attended",
        "Quarterly secure estate meetings chaired",
      ])
    expect(
      AssurancePane.self, ["recommendations"],
      shows: [
        "Make immediate changes to the prison", "Asked of: Prison Service",
        "Take the recommendations of the NSPCC on GCP2 into the review of the Threshold of Need",
      ])
    expect(
      AssurancePane.self, ["secure-estate"],
      shows: [
        "Oasis Restore, Kind: secure school", "Youth Justice Board, Sent: not sent",
        "HMP Cookham Wood", "Police custody in Kent and Medway", "HM Government, Sent: not sent",
        "Secure Estate, Meets: quarterly, Last met: 8 Feb, Next meets: Thu 2 May",
        "Custody Concordat, Meets: quarterly, Last met: 9 Jan, Next meets: Tue 30 Apr",
      ])
  }

  @Test func presentedChallengedAndDisputed() {
    expect(
      AssurancePane.self, ["presented"],
      shows: [
        "To: Medway Council, Cabinet, When: 9 Apr 2019, Said: Approved",
        "Board: Medway CSP, Safeguarding in its plan: not known",
        "Agreed on: 2014, Refreshed on: 2020",
      ])
    expect(
      AssurancePane.self, ["challenges"],
      shows: [
        "Do hospital partners learn in time which children are missing?", "Came to: changed",
        "Is Cookham Wood safe for the children held there?", "Members who do not do their part",
      ])
    expect(
      AssurancePane.self, ["disputes"],
      shows: [
        "before the Chief Officers", "levels of need and thresholds", "One partner acts for all",
      ])
  }

  @Test func reviewsAndHowTheirLearningWasSpread() {
    expect(
      ReviewsPane.self,
      shows: [
        "Faith, Kind: SCR", "Jones family, Kind: LLR", "Open for: 51 months",
        "Rapid reviews, 2021-22: 2, 2022-23: 0, 2023-24: 3", "Domestic homicide reviews: 1",
      ])
    expect(
      ReviewsPane.self, ["illustration-c"],
      shows: [
        "audit of recommendations, NHS Kent and Medway 7 days late (due Wed 6 Mar)",
        "progress: The training has been changed.", "difficulties: Few places on the courses.",
        "delays: The audit came a week late.",
        "audit of recommendations, Probation Service due Wed 6 Mar, 25 days late",
      ])
    expect(ReviewsPane.self, ["referrals"], shows: ["Put forward by:", "criteria not met"])
    expect(
      ReviewsPane.self, ["learning"],
      shows: [
        "When: Sep 2023, Reach: 140 views, as at Apr 2024", "Reach: 25 professionals",
        "By: autumn 2024, Who: audit, Effect: not yet",
      ])
    expect(
      ReviewsPane.self, ["national"],
      shows: [
        "National review of safeguarding in the secure estate", "domestic homicide review",
        "About: Child protection processes",
      ])
  }

  @Test func voicesThresholdsProgrammesAndTraining() {
    expect(
      PracticePane.self, ["voice"],
      shows: ["Reached: 90,000", "Reached: 8,399", "Reached: 1,946, Came to: 2 things changed"])
    expect(
      PracticePane.self, ["thresholds"],
      shows: [
        "Model: Kent Support Levels Guidance, Partnership: KSCMP, Level 3 Intensive Support",
        "Model: Continuum of Need (Medway), Partnership: MSCP, Level 3 Statutory Intervention",
        "Level: Level 3, Called: Intensive Support",
      ])
    expect(
      PracticePane.self, ["programmes"],
      shows: [
        "Graded Care Profile 2 (GCP2) and neglect", "AWARE framework of Kent Police",
        "Exploitation portal, toolkits and champions", "Sharing information on missing children",
        "Start for Life and Family Hubs", "Management of allegations", "Domestic abuse programme",
      ])
    expect(
      PracticePane.self, ["training"],
      shows: [
        "Mode: in person, Completed: 290", "Completed: 450+", "Completed: 7,197",
        "Level: Level 5", "Level: Masterclass/specialist", "Training needs analysis",
      ])
    expect(
      PracticePane.self, ["contacts"],
      shows: ["Telephone: 01634 334466", "LinkedIn and YouTube of the partnership", "LADO"])
  }

  @Test func figuresOf2007AndOfToday() {
    expect(
      DatasetPane.self,
      shows: [
        "Latest: 44, Unit: per 10,000", "above England 43.2, 2022-23", "Latest: about 70",
        "Number of private fostering arrangements known to children's services",
        "Number of children under 5 per health visitor", "low number", "Who has sent",
        "Latest: 500+", "Latest: 1,946",
      ])
  }
}
