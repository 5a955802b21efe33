/// Whoever does something with each kind of record.
public protocol KindVisitor {
  /// Does it with one kind.
  mutating func visit<E: Entity>(_ type: E.Type)
}

/// Every kind of record that a data folder holds.
public enum Kinds {
  /// Visits the kinds in the order in which people read of them; a new kind is one line here.
  ///
  /// Each is named by its type, so that what is done with very many records of a kind is built for that
  /// kind: read through a type that is only known while the program runs, a file takes half as long again.
  @inlinable
  public static func visit(_ visitor: inout some KindVisitor) {
    visitor.visit(WorkspaceSettings.self)
    visitor.visit(SourceDocument.self)
    visitor.visit(Rule.self)
    visitor.visit(Agency.self)
    visitor.visit(Person.self)
    visitor.visit(Partnership.self)
    visitor.visit(RelevantAgency.self)
    visitor.visit(Plan.self)
    visitor.visit(Risk.self)
    visitor.visit(RatingScale.self)
    visitor.visit(Statement.self)
    visitor.visit(Consultation.self)
    visitor.visit(PublishedDocument.self)
    visitor.visit(SignOff.self)
    visitor.visit(Event.self)
    visitor.visit(Relation.self)
    visitor.visit(Audit.self)
    visitor.visit(Inspection.self)
    visitor.visit(Evaluation.self)
    visitor.visit(Survey.self)
    visitor.visit(AuditCycle.self)
    visitor.visit(AuditReturn.self)
    visitor.visit(ScrutinyActivity.self)
    visitor.visit(Recommendation.self)
    visitor.visit(Establishment.self)
    visitor.visit(Presentation.self)
    visitor.visit(ProtocolParty.self)
    visitor.visit(Dispute.self)
    visitor.visit(EscalationCount.self)
    visitor.visit(Delegation.self)
    visitor.visit(MemberConcern.self)
    visitor.visit(Obligation.self)
    visitor.visit(ContentItem.self)
    visitor.visit(PartnershipGroup.self)
    visitor.visit(Seat.self)
    visitor.visit(ChairTerm.self)
    visitor.visit(Meeting.self)
    visitor.visit(ActionItem.self)
    visitor.visit(UrgentDecision.self)
    visitor.visit(WorkItem.self)
    visitor.visit(GroupReport.self)
    visitor.visit(Cluster.self)
    visitor.visit(ComparatorGroup.self)
    visitor.visit(Indicator.self)
    visitor.visit(Observation.self)
    visitor.visit(Submission.self)
    visitor.visit(Challenge.self)
    visitor.visit(Delivery.self)
    visitor.visit(Review.self)
    visitor.visit(ReviewTotal.self)
    visitor.visit(Referral.self)
    visitor.visit(NationalReview.self)
    visitor.visit(LinkedReview.self)
    visitor.visit(ComplaintCount.self)
    visitor.visit(VoiceActivity.self)
    visitor.visit(ThresholdModel.self)
    visitor.visit(Contact.self)
    visitor.visit(Programme.self)
    visitor.visit(Course.self)
    visitor.visit(CourseDelivery.self)
    visitor.visit(CompetencyLevel.self)
    visitor.visit(TrainingNeed.self)
    visitor.visit(Contribution.self)
    visitor.visit(Budget.self)
    visitor.visit(Grant.self)
    visitor.visit(InKind.self)
    visitor.visit(Abbreviation.self)
  }

  /// The kinds in the order in which people read of them.
  public static let all: [any Entity.Type] = {
    var list = KindList()
    visit(&list)
    return list.types
  }()

  /// The type of a kind of record, by the kind's name; nil for a kind that this version does not know.
  public static func type(named name: String) -> (any Entity.Type)? {
    positions[name].map { all[$0] }
  }

  /// The position of each kind in the list, by its name.
  private static let positions = Dictionary(
    all.enumerated().map { ($0.element.kind.name, $0.offset) },
    uniquingKeysWith: { first, _ in first })

  /// The position of each kind in the list, by its type.
  private static let slots = Dictionary(
    all.enumerated().map { (ObjectIdentifier($0.element), $0.offset) },
    uniquingKeysWith: { first, _ in first })

  /// The position of a kind in the list; nil for a type that is not in it.
  static func slot<E: Entity>(of type: E.Type) -> Int? { slots[ObjectIdentifier(type)] }

  /// The position of a kind in the list, by its name.
  static func slot(named name: String) -> Int? { positions[name] }

  /// Whether the program itself brings a record along.
  public static func bringsAlong(_ kind: RecordKind, _ id: String) -> Bool {
    func has<E: Entity>(_ type: E.Type) -> Bool { E.builtIn[id] != nil }
    return type(named: kind.name).map { has($0) } ?? false
  }

  /// Whether records of a kind are ticked as done.
  public static func ticks(_ kind: RecordKind) -> Bool {
    func ticks<E: Entity>(_ type: E.Type) -> Bool { E.tick != nil }
    return type(named: kind.name).map { ticks($0) } ?? false
  }

  /// The field with the name by which a record of a kind can be added where another one names it; nil
  /// for what has no name of its own, or lies inside another record.
  package static func nameField(of kind: RecordKind) -> String? {
    func name<E: Entity>(_ type: E.Type) -> String? {
      let liesAlone = E.homes.contains { home in
        switch home.form {
        case .list, .own: true
        case .single, .inside: false
        }
      }
      guard liesAlone else { return nil }
      return RecordShape(E.self).fields.first { field in
        guard case .text = field.shape, field.presence == .required else { return false }
        return field.name == "name" || field.name == "title"
      }?.name
    }
    return type(named: kind.name).flatMap { name($0) }
  }

  /// Whether Space ticks records of a type that lie in a field of others.
  public static func ticksParts(of type: any Record.Type) -> Bool {
    func ticks<Part: Record>(_ type: Part.Type) -> Bool { Part.partTick != nil }
    return ticks(type)
  }

  /// What the parts of records are called that Space ticks, in the order of the alphabet.
  public static let tickedParts: [String] = {
    func words<Part: Record>(_ type: Part.Type) -> String? { Part.partTick?.words }
    return records.values.compactMap { words($0) }.sorted()
  }()

  /// What several records of a kind are called, as a person reads it: "Relevant agencies".
  public static func plural(of type: any Entity.Type) -> String {
    func key<E: Entity>(_ type: E.Type) -> String? {
      E.homes.lazy.compactMap { home in
        switch home.form {
        case .list(let key), .inside(let key, _): key.description
        case .own: home.path.split(separator: "/").first.map(String.init)
        case .single: nil
        }
      }.first
    }
    return key(type).map { inWords($0) } ?? type.kind.title
  }

  /// The kinds whose records have a folder each, by the folder in which all of those lie.
  static let folders: [String: RecordKind] = {
    func folder<E: Entity>(_ type: E.Type) -> String? {
      E.homes.lazy.compactMap { home in
        guard case .own = home.form, home.path.contains("*/") else { return nil }
        return home.path.split(separator: "/").first.map(String.init)
      }.first
    }
    let found = all.compactMap { type in folder(type).map { ($0, type.kind) } }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a data folder holds one record of a kind, in the only file of its name.
  static func isSingle(_ type: any Entity.Type) -> Bool {
    func isSingle<E: Entity>(_ type: E.Type) -> Bool {
      E.homes.contains { if case .single = $0.form { true } else { false } }
    }
    return isSingle(type)
  }

  /// The kinds whose records lie inside records of a kind.
  static func insiders(of holder: any Entity.Type) -> [any Entity.Type] {
    insidersByHolder[ObjectIdentifier(holder)] ?? []
  }

  private static let insidersByHolder: [ObjectIdentifier: [any Entity.Type]] = {
    var found: [ObjectIdentifier: [any Entity.Type]] = [:]
    func note<E: Entity>(_ type: E.Type) {
      for home in E.homes {
        if case .inside(_, let holder) = home.form {
          found[ObjectIdentifier(holder), default: []].append(type)
        }
      }
    }
    for type in all { note(type) }
    return found
  }()

  /// The types of all records, those that only lie in a field of others as well, by their names.
  package static let records: [String: any Record.Type] = {
    var found: [String: any Record.Type] = [:]
    var open: [any Record.Type] = all
    while let type = open.popLast() {
      guard found[type.kind.name] == nil else { continue }
      found[type.kind.name] = type
      for field in RecordShape(of: type).fields { open += field.shape.records.map(\.type) }
    }
    return found
  }()
}

/// Gathers the kinds in a list.
private struct KindList: KindVisitor {
  var types: [any Entity.Type] = []

  mutating func visit<E: Entity>(_ type: E.Type) { types.append(type) }
}

extension ValueShape {
  /// The kinds of records that such a value may hold.
  var records: [RecordShape] {
    switch self {
    case .record(let shape): [shape]
    case .list(let element): element.records
    case .anyOf(let shapes): shapes.flatMap(\.records)
    case .object(let members): members.flatMap(\.shape.records)
    case .text, .boolean, .whole, .number, .choice, .pattern, .reference, .value: []
    }
  }
}

extension RecordShape {
  /// The fields that name one other record, with its kind.
  package var references: [(field: String, kind: RecordKind)] {
    fields.compactMap { field in
      if case .reference(let kind) = field.shape { (field.name, kind) } else { nil }
    }
  }

  /// The first field that holds records of a kind, and whether it holds several; nil where none does.
  package func field(holding kind: RecordKind) -> (name: String, isList: Bool)? {
    for field in fields {
      switch field.shape {
      case .record(let shape) where shape.kind == kind: return (field.name, false)
      case .list(.record(let shape)) where shape.kind == kind: return (field.name, true)
      default: continue
      }
    }
    return nil
  }

  /// The shape of a type of record of which only that is known.
  public init(of type: any Record.Type) {
    func shape<R: Record>(_ type: R.Type) -> RecordShape { RecordShape(type) }
    self = shape(type)
  }
}

extension StoredValue {
  /// The record that a value is, read as a type of which only that is known.
  package static func entity(_ value: StoredValue, as type: any Entity.Type) -> (any Entity)? {
    func read<E: Entity>(_ type: E.Type) -> (any Entity)? { E.read(from: StoredSource(value)) }
    return read(type)
  }
}
