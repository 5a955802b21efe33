import Safeguarding

/// The long file as a program would declare it for Foundation's decoder.
struct DecodedActions: Decodable {
  let actions: [DecodedAction]
}

/// The fields of an action, decoded with the same meaning as in the model.
struct DecodedAction: Decodable {
  let id: String
  let group: String
  let origin: DecodedOrigin?
  let number: String?
  let area: String?
  let title: String
  let owners: [DecodedOwner]?
  let due: DecodedDate?
  let status: DecodedStatus
  let doneOn: DecodedDate?
  let raisedOn: DecodedDate?
  let review: String?
  let meeting: String?
  let plan: String?
  let priority: String?
  let evaluatedBy: String?
  let evaluateOn: DecodedDate?
  let progress: [DecodedProgress]?
  let evidence: [String]?
  let impact: [String]?
  let note: String?
  let illustrative: Bool?
  let source: [String]?
}

/// Where an action comes from.
enum DecodedOrigin: String, Decodable {
  case meeting, recommendation, practiceChange, nextStep, plan
}

/// How an action stands.
enum DecodedStatus: String, Decodable {
  case open, started, done, dropped, unknown
}

/// Who has to do something.
struct DecodedOwner: Decodable {
  let agency: String?
  let seat: String?
  let group: String?
  let partnership: String?
  let person: String?
  let name: String?
}

/// A note on how an action is getting on.
struct DecodedProgress: Decodable {
  let on: DecodedDate
  let text: String
  let by: String?
  let source: [String]?
}

/// A date as text or as an object with the printed words.
struct DecodedDate: Decodable {
  let date: ImpreciseDate

  private enum CodingKeys: String, CodingKey {
    case when, printed
  }

  init(from decoder: any Decoder) throws {
    let text: String
    var printed: String?
    do {
      text = try decoder.singleValueContainer().decode(String.self)
    } catch DecodingError.typeMismatch {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      text = try container.decode(String.self, forKey: .when)
      printed = try container.decodeIfPresent(String.self, forKey: .printed)
    }
    guard let date = ImpreciseDate(text, printed: printed) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "\(text) is not a date."))
    }
    self.date = date
  }
}
