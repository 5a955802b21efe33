/// What a cell of a list of records is ordered by.
public enum ListColumnOrder: Hashable, Sendable, Comparable {
  case nothing
  case number(Double)
  case text(String)

  /// The order of days, by the last possible one.
  public init(_ date: ImpreciseDate?) {
    self = date?.last.map { .number(Double($0.dayNumber)) } ?? .nothing
  }
}

/// How what stands in a cell is meant, where a colour can say it as well.
public enum ColumnTone: Hashable, Sendable {
  case plain, good, fair, poor, done

  /// The tone of the words in which records say how they stand.
  public init(standing words: String) {
    let parts = words.split { !$0.isLetter }.map { $0.lowercased() }
    func has(_ some: String...) -> Bool { some.contains { parts.contains($0[...].lowercased()) } }
    self =
      if has("overdue") {
        .poor
      } else if has("without", "not", "no", "owed", "open", "promised") {
        .fair
      } else if has("impact", "changed", "settled") {
        .good
      } else if has("done", "published", "reported", "answered", "finished") {
        .done
      } else {
        .plain
      }
  }
}

/// One column of a list of records of a kind.
public struct ListColumn<E>: Sendable {
  /// What a cell is ordered by.
  public typealias Order = ListColumnOrder

  /// The key in JSON, and in the head of a CSV file.
  public let name: String
  /// The head of the column.
  public let title: String
  /// Whether it says what the record is: it takes the room that the others leave.
  public let isMain: Bool
  /// What stands in a cell.
  public let text: @Sendable (E, RecordContext) -> String
  /// What a cell is ordered by.
  public let order: @Sendable (E, RecordContext) -> Order
  /// Whether its words say how the record stands.
  public let isStanding: Bool
  /// Whether it holds sentences that a reader looks for, and so is wide and among the last to go.
  public let isLong: Bool
  /// Whether it says by when, or when: days are never cut.
  public private(set) var isDate = false
  /// Whether it says whose it is.
  public private(set) var isOwner = false
  /// What a person reads where nothing stands in a cell; files have nothing there.
  public private(set) var unknown = ""

  /// Declares a column; it is ordered by its text unless something else is said.
  public init(
    _ name: String, _ title: String, isMain: Bool = false, isStanding: Bool = false,
    isLong: Bool = false,
    order: (@Sendable (E, RecordContext) -> Order)? = nil,
    text: @escaping @Sendable (E, RecordContext) -> String
  ) {
    self.name = name
    self.title = title
    self.isMain = isMain
    self.text = text
    self.order = order ?? { .text(text($0, $1)) }
    self.isStanding = isStanding
    self.isLong = isLong
  }
}

extension ListColumn {
  /// Declares a column of days, by which it is ordered, as every list says them.
  public init(
    _ name: String, _ title: String,
    date: @escaping @Sendable (E, RecordContext) -> ImpreciseDate?
  ) {
    self.init(
      name, title,
      order: { Order(date($0, $1)) },
      text: { record, context in date(record, context)?.wholeInList(on: context.day) ?? "" })
    isDate = true
  }

  /// The same column with a word where nothing stands in a cell, for what is not known is not no.
  public func orElse(_ words: String) -> ListColumn {
    var column = self
    column.unknown = words
    return column
  }

  /// The same column as the one that says whose a record is.
  var asOwner: ListColumn {
    var column = self
    column.isOwner = true
    return column
  }

  /// Says how a record stands by the day on which one stands; its words tell how that is meant.
  public static func standing(
    _ title: String = "Stands", _ text: @escaping @Sendable (E, RecordContext) -> String
  ) -> ListColumn {
    ListColumn("standing", title, isStanding: true, text: text)
  }

  /// How what stands in a cell is meant.
  public func tone(_ record: E, _ context: RecordContext) -> ColumnTone {
    isStanding ? ColumnTone(standing: text(record, context)) : .plain
  }
}

extension ListColumn where E: Entity {
  /// The columns of a kind that declares none: what it is called, then its dates, choices, references
  /// and owners, as the shapes of its fields say.
  static var byShape: [ListColumn] {
    let main = ListColumn("label", E.kind.title, isMain: true) { record, _ in record.label }
    let fields = RecordShape(E.self).fields.filter { field in
      field.name != "id" && field.shape.isShort && field.name != "illustrative"
    }
    return [main] + fields.prefix(longest).map { ListColumn(field: $0.name) }
  }

  /// As many columns as a screen shows beside what a record is called.
  private static var longest: Int { 6 }

  /// A column that shows a field as people read it.
  public init(field name: String) {
    let field = RecordShape(E.self).fields.first { $0.name == name }
    let shape: NamedValue? =
      if case .value(let value, _)? = field?.shape { value } else { nil }
    let isDay = shape == .impreciseDate || shape == .day
    self.init(
      name, fieldLabel(name, of: E.self),
      order: { record, _ in
        let value = record.stored?[name]
        if let date = value.flatMap({ ImpreciseDate.read(from: StoredSource($0)) })?.last {
          return .number(Double(date.dayNumber))
        }
        if case .number(let spelling)? = value, let number = Double(spelling) {
          return .number(number)
        }
        return .text(value?.text ?? "")
      },
      text: { record, context in
        if let date = record.stored?[name].flatMap({ value in
          isDay ? ImpreciseDate.read(from: StoredSource(value)) : nil
        }) {
          return date.wholeInList(on: context.day)
        }
        return record.fieldTexts(context.names).first { $0.name == name }?
          .lines.joined(separator: "; ") ?? ""
      })
    isDate = isDay
    isOwner = field?.shape.isOwner ?? false
  }
}

extension ValueShape {
  /// Whether a value says something in a few words: a date, a choice, a reference, an owner.
  fileprivate var isShort: Bool {
    switch self {
    case .value(let value, _): value != .citation
    case .choice, .reference, .anyOf, .pattern, .whole, .number: true
    case .list, .record: isOwner
    case .text, .boolean, .object: false
    }
  }

  /// Whether a value says who sees to something.
  fileprivate var isOwner: Bool {
    switch self {
    case .list(.record(let shape)), .record(let shape): shape.kind == Owner.kind
    default: false
    }
  }
}
