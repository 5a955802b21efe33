/// An event in the life of a review.
public enum ReviewEvent: String, Choice {
  case incidentKnown, notified, rapidReviewSent, panelReplied, decided, endorsed
  case publicationPlanned, advanceCopySent, published, paused, delayNotified, criteriaNotMet

  /// The event in words.
  public var title: String {
    switch self {
    case .incidentKnown: "incident known"
    case .notified: "notified"
    case .rapidReviewSent: "rapid review sent"
    case .panelReplied: "panel replied"
    case .decided: "decision"
    case .endorsed: "report endorsed"
    case .publicationPlanned: "publication planned"
    case .advanceCopySent: "advance copy sent"
    case .published: "published"
    case .paused: "paused"
    case .delayNotified: "delay notified"
    case .criteriaNotMet: "criteria found not to be met"
    }
  }
}

/// The period in which something is owed once or so many times.
public enum RulePeriod: String, Choice {
  case month, quarter, financialYear, calendarYear
  /// The reporting year of the partnership, from April where it says nothing.
  case reportingYear

  /// The period in words.
  public var title: String { inWords(rawValue).lowercased() }

  /// How many months it lasts.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .financialYear, .calendarYear, .reportingYear: 12
    }
  }
}

/// Whose bank holidays are no working days.
public enum Division: String, Choice {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"
  case unitedKingdom = "united-kingdom"

  /// The division in words.
  public var title: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    case .unitedKingdom: "any part of the United Kingdom"
    }
  }
}

/// Which day a count calls the first.
public enum DayOne: String, Choice {
  case nextWorkingDay, trigger

  /// The convention in words.
  public var title: String {
    switch self {
    case .nextWorkingDay: "the day after the event is the first that can count"
    case .trigger: "the day of the event counts as the first"
    }
  }
}

/// Where a due date goes that is no working day.
public enum WeekendRule: String, Choice {
  case stays, nextWorkingDay, previousWorkingDay

  /// The convention in words.
  public var title: String {
    switch self {
    case .stays: "a due date on a weekend or bank holiday stays there"
    case .nextWorkingDay: "a due date on a weekend or bank holiday moves to the next working day"
    case .previousWorkingDay:
      "a due date on a weekend or bank holiday moves to the working day before"
    }
  }
}

/// Where a count of months or years ends.
public enum MonthConvention: String, Choice {
  case correspondingDay, endOfMonth

  /// The convention in words.
  public var title: String {
    switch self {
    case .correspondingDay:
      "the corresponding day; a shorter month ends with its last day"
    case .endOfMonth: "the end of the month"
    }
  }
}

/// Whether a rule makes one deadline or several.
public enum RuleDivision: String, Choice {
  case all, eachOwner, eachRecipient

  /// The division in words.
  public var title: String {
    switch self {
    case .all: "one for all"
    case .eachOwner: "one for each who owes it"
    case .eachRecipient: "one for each who receives it"
    }
  }
}

/// How sure it is that a rule says what is recorded.
public enum RuleConfidence: String, Choice {
  case confirmed, partly, unconfirmed

  /// The confidence in words.
  public var title: String {
    switch self {
    case .confirmed: "confirmed"
    case .partly: "partly confirmed"
    case .unconfirmed: "unconfirmed"
    }
  }
}

/// What sort of thing is owed.
public enum DeadlineForm: String, Choice {
  case notification, rapidReview, review, publication, report, audit, meeting, papers, minutes
  case data, funding, event, appointment, handover, action, evaluation, training, policy

  /// The sort in words.
  public var title: String { self == .rapidReview ? "rapid review" : rawValue }
}
