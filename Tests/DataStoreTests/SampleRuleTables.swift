extension SampleRuleCase {
  /// Statutory and national rules.
  static let national: [SampleRuleCase] = [
    // Good Friday and Easter Monday do not count.
    .init(
      "N01", "serious-incident-notification", ["2024-03-28"], on: "2024-04-02",
      ["2024-04-08 running"]),
    .init(
      "N02", "looked-after-child-death-notification", ["2023-12-21"], on: "2023-12-27",
      ["2024-01-02 due soon"]),
    .init("N03", "rapid-review", ["2023-12-20"], on: "2023-12-21", ["2024-01-15 running"]),
    // Day 1, 10, 12, 14 and 15 around Easter 2023.
    .init(
      "N03a", "rapid-review-copy-and-letters", ["2023-04-03"], on: "2023-04-03",
      ["2023-04-04 due soon"]),
    .init(
      "N03a", "rapid-review-agency-summaries", ["2023-04-03"], on: "2023-04-03",
      ["2023-04-19 not started"]),
    .init(
      "N03a", "rapid-review-panel-meeting", ["2023-04-03"], on: "2023-04-03",
      ["2023-04-21 not started"]),
    .init(
      "N03a", "rapid-review-executive-huddle", ["2023-04-03"], on: "2023-04-03",
      ["2023-04-25 not started"]),
    .init(
      "N03a", "rapid-review-sign-off", ["2023-04-03"], on: "2023-04-03", ["2023-04-26 not started"]
    ),
    // For information: four days late, and not overdue.
    .init("N04", "panel-response", ["2024-02-20"], on: "2024-03-05", ["2024-03-01 running"]),
    .init(
      "N05", "local-review-publication", ["2023-08-31"], on: "2023-09-29", ["2024-02-29 running"]),
    .init(
      "N06", "local-review-advance-copy", ["2024-04-09"], on: "2024-03-01", ["2024-03-27 running"]),
    .init(
      "N07", "local-review-delay-notified", ["2024-02-05"], on: "2024-02-06",
      ["2024-02-05 overdue"]),
    .init(
      "N08", "yearly-report-copies", ["2024-09-30"], on: "2024-10-01",
      Array(repeating: "2024-10-07 due soon", count: 2)),
    .init(
      "N09", "yearly-report-every-twelve-months", ["2024-09-30"], on: "2024-10-01",
      ["2025-09-30 not started"]),
    .init("N09a", "yearly-report", on: "2024-04-01", ["2024-09-30 not started"]),
    // A Saturday and a Sunday, as printed.
    .init(
      "N10", "arrangements-first-published", ["2018-06-29"], on: "2019-06-01",
      ["2019-06-29 due soon"]),
    .init(
      "N10", "arrangements-first-implemented", ["2019-06-29"], on: "2019-07-01",
      ["2019-09-29 not started"]),
    .init("N11", "arrangements-republished", on: "2024-11-30", ["2024-12-31 not started"]),
    .init(
      "N11", "arrangements-reviewed-yearly", ["2024-12-17"], on: "2025-12-18",
      ["2025-12-17 overdue", "2024-12-17 done"]),
    .reminder("N12", "arrangements-working-together-2026", on: "2026-04-01"),
    .horizon("N13", "multi-agency-child-protection-teams"),
    .init("N14", "grant-2023-24", on: "2024-03-31", ["2024-03-31 due soon"]),
    .definition("N15", "initial-conference", "2026-03-24", "2026-04-16"),
    .definition("N16", "first-review-conference", "2023-11-30", "2024-02-29"),
    .definition("N17", "later-review-conferences", "2024-08-31", "2025-02-28"),
    .definition("N18", "unborn-child-first-review", "2024-03-28", "2024-04-15"),
    .definition("N19", "referral-decision", "2024-05-03", "2024-05-07"),
    .definition("N19", "assessment-completed", "2024-01-08", "2024-03-11"),
    .reminder("N20", "section-11-audit"),
    .init("N21", "restraint-review", on: "2024-01-01", ["2024-03-31 not started"]),
    // Five clear working days before a meeting on Thu 9 May.
    .init(
      "N22", "council-committee-papers", ["2024-05-09"], on: "2024-04-25", ["2024-04-30 due soon"]),
    .reminder("N23", "child-death-review"),
    .horizon("N24", "child-protection-team-nominations", count: 4),
    .horizon("N25", "threshold-document-refreshed"),
    .horizon("N26", "information-sharing-agreement-reviewed"),
    .horizon("N27", "education-agencies-designated"),
    .init(
      "N02a", "care-leaver-death-notification", ["2026-05-01"], on: "2026-05-05",
      ["2026-05-11 not started"]),
  ]

  /// Rules of the Medway partnership.
  static let medway: [SampleRuleCase] = [
    .init(
      "M01", "mscp-executive-chair", ["2019-09-02"], on: "2024-03-31", ["2024-09-02 not started"]),
    .init(
      "M02", "mscp-accountable-officers-chair", ["2024-04-01"], on: "2024-05-01",
      ["2025-04-01 not started"]),
    .init("M03", "mscp-executive-meets", ["2024-01-15"], on: "2024-03-31", ["2024-03-15 overdue"]),
    .init(
      "M04", "mscp-accountable-officers-meet", ["2023-06-01", "2023-11-30"], on: "2024-03-31",
      ["2024-03-31 done on time"]),
    .init(
      "M05", "mscp-leadership-group-meets", ["2023-06-01"], on: "2024-04-01",
      ["2024-03-31 overdue", "2025-03-31 not started"]),
    .init(
      "M06", "mscp-secure-estate-meets", ["2024-01-16"], on: "2024-04-01",
      ["2024-03-31 done on time", "2024-06-30 not started"]),
    // Ten agencies, four quarters.
    .init(
      "M07", "mscp-dataset-return", on: "2024-04-01",
      Array(repeating: "2024-04-30 due soon", count: 10)
        + Array(repeating: "2024-07-30 not started", count: 10)
        + Array(repeating: "2024-10-30 not started", count: 10)
        + Array(repeating: "2025-01-31 not started", count: 10)),
    .init(
      "M08", "mscp-performance-report", on: "2024-04-01",
      [
        "2024-05-31 not started", "2024-08-30 not started", "2024-11-30 not started",
        "2025-02-28 not started",
      ]),
    // Kent, for which no audit is recorded, waits.
    .init(
      "M09", "mscp-section-11-audit", ["2022-11-30"], on: "2024-03-31",
      ["2024-11-30 not started", "2022-11-30 done", "no day waiting for a date"]),
    .init("M10", "mscp-section-175-157-audit", on: "2024-03-31", ["2024-12-31 not started"]),
    .reminder("M11", "mscp-case-audit-themes"),
    .init(
      "M12", "mscp-yearly-report-presented", ["2024-12-19"], on: "2024-12-20",
      Array(repeating: "2025-12-19 not started", count: 3)),
    .init(
      "M13", "mscp-scrutineer-to-scrutiny-committee", on: "2024-01-01", ["2024-03-31 not started"]),
    .reminder("M14", "mscp-scrutineer-to-executive"),
    .init(
      "M15", "mscp-scrutineer-vacancy", ["2024-02-26"], on: "2024-03-31", ["2024-02-26 overdue"]),
    .init("M16", "mscp-secure-estate-scrutiny-review", on: "2026-01-01", ["2025-12-31 overdue"]),
    .init("M17", "mscp-funding-review", on: "2026-04-01", ["2026-03-31 overdue"]),
    .init(
      "M18", "mscp-contributions", on: "2024-04-01",
      ["2024-04-01 due soon", "2025-04-01 not started"]),
    .init("M19", "mscp-isabel-practice-audit", on: "2024-12-01", ["2024-11-30 overdue"]),
    .init(
      "M20", "mscp-exploitation-champions-meet", on: "2024-05-15",
      ["2024-03-31 overdue", "2024-06-30 not started"]),
    .init(
      "M21", "mscp-custody-concordat-meets", ["2024-02-01"], on: "2024-03-01",
      ["2024-03-31 done on time"]),
    .init(
      "M22", "mscp-child-exploitation-group-meets", ["2024-07-09"], on: "2024-08-15",
      ["2024-07-31 done on time", "2024-08-31 due soon"]),
    // Not yet for the year 2023-24.
    .init("M23", "mscp-neglect-conference", on: "2024-03-31", ["2025-03-31 not started"]),
    .init("M24", "mscp-joint-protocol-refresh", on: "2024-12-01", ["2024-12-31 due soon"]),
    .reminder("M25", "mscp-relevant-agencies-review"),
  ]

  /// Rules of the Kent partnership.
  static let kent: [SampleRuleCase] = [
    .init("K01", "kscmp-forum-meets", ["2023-05-10"], on: "2023-10-01", ["2024-03-31 running"]),
    .init("K02", "kscmp-funding", on: "2024-03-02", ["2024-04-01 due soon"]),
    .reminder("K03", "kscmp-disputes"),
    .init(
      "K04", "kscmp-decision-between-meetings", ["2024-02-01", "2024-03-12"], on: "2024-02-02",
      ["2024-03-12 not started"]),
    .reminder("K05", "kscmp-yearly-report-approval"),
    .init("K06", "kscmp-child-death-report", on: "2024-04-02", ["2025-03-31 not started"]),
    .init("K07", "kscmp-scrutiny-review", on: "2024-03-30", ["2024-03-31 due soon"]),
    .init(
      "K08", "kscmp-rapid-review-fifteen-days", ["2024-03-01"], on: "2024-03-20",
      ["2024-03-16 running"]),
    .init("K09", "kscmp-revised-arrangements", on: "2022-12-31", ["2022-12-31 due soon"]),
  ]

  /// Rules of the Medway board of 2007.
  static let board: [SampleRuleCase] = [
    .init("B01", "mscb-board-meets", ["2007-04-17"], on: "2007-06-30", ["2007-06-30 done on time"]),
    .init(
      "B02", "mscb-management-group-meets", ["2007-04-02"], on: "2007-05-15", ["2007-05-14 overdue"]
    ),
    // The Board agrees them, so the next meeting of the group itself is no date for them.
    .init(
      "B02", "mscb-management-group-minutes", ["2007-04-02", "2007-05-14"], on: "2007-04-03",
      ["no day waiting for a date"]),
    // Five working days before Thu 10 May; Mon 7 May is a bank holiday.
    .init("B03", "mscb-papers", ["2007-05-10"], on: "2007-04-30", ["2007-05-02 due soon"]),
    .init(
      "B04", "mscb-terms-reviewed", ["2007-03-15"], on: "2007-04-01", ["2008-03-15 not started"]),
    .init("B05", "mscb-business-plan", on: "2007-03-31", ["2007-04-01 due soon"]),
    .init("B05", "mscb-annual-report", on: "2007-12-01", ["2008-03-31 not started"]),
    .init("B05", "mscb-annual-conference", on: "2007-12-01", ["2008-03-31 not started"]),
    .init("B06", "mscb-performance-report", on: "2007-04-01", quarters),
    .init("B06", "mscb-performance-targets", on: "2008-03-01", ["2008-03-31 due soon"]),
    .init(
      "B07", "mscb-review-recommendations-audit", ["2007-06-29"], on: "2007-07-02",
      Array(repeating: "2007-12-29 not started", count: 2)),
    .init(
      "B07", "mscb-review-outcomes-fed-back", ["2007-06-29"], on: "2007-07-02",
      ["2007-12-29 not started", "2007-06-29 done"]),
    .init(
      "B07", "mscb-action-plans-reviewed", ["2007-08-31"], on: "2007-09-01",
      ["2008-02-29 not started", "2007-08-31 done"]),
    .init("B08", "mscb-casework-audits", on: "2007-04-01", quarters),
    .init("B09", "mscb-survey-evaluation", on: "2008-03-01", ["2008-03-31 due soon"]),
    .init("B10", "mscb-allegations-statistics", on: "2007-04-01", quarters),
    .init("B11", "mscb-section-11-standing-item", on: "2009-04-01", ["2009-03-31 overdue"]),
    .init(
      "B12", "mscb-practitioner-fora", on: "2007-06-01", quarters.dropFirst().map { $0 }),
    .init("B13", "mscb-underspend", on: "2008-03-31", ["2008-04-01 due soon"]),
    .reminder("B14", "mscb-subgroup-membership", on: "2007-06-01"),
    .definition("B15", "mscb-social-worker-allocated", "2007-05-01", "2007-05-26"),
    .definition("B15", "mscb-re-registration", "2007-02-28", "2008-02-28"),
    .definition("B15", "mscb-supervision", "2007-12-31", "2008-02-29"),
    .definition("B15", "mscb-review-plans-within-six-months", "2007-08-31", "2008-02-29"),
    .definition("B15", "mscb-six-month-review-attendance", "2007-06-30", "2007-12-30"),
    .init("B16", "mscb-child-death-functions", on: "2008-04-02", ["2008-04-01 overdue"]),
  ]

  /// June, September, December and March.
  private static let quarters = [
    "2007-06-30 not started", "2007-09-30 not started", "2007-12-31 not started",
    "2008-03-31 not started",
  ]
}
