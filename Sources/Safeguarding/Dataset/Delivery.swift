/// A file of figures that was brought: which, when, and what it changed.
public struct Delivery: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "delivery", title: "Delivery",
    help:
      "A file of figures that was brought into the dataset: when, of which release, and what it changed."
  )
  /// A short id of the delivery: small letters, digits and hyphens.
  public var id: String = ""
  /// The name of the file.
  public var file: String = ""
  /// What kind of file it is, in words.
  public var layout: String = ""
  /// The release of the figures.
  public var release: String = ""
  /// The agency that sent it.
  public var agency: Reference<Agency>?
  /// When it was brought.
  public var broughtOn: ImpreciseDate?
  /// How many figures were new.
  public var new: Int?
  /// How many figures restated others.
  public var restated: Int?
  /// How many were as they stood there already.
  public var same: Int?
  /// How many differed and were left as they stood there.
  public var different: Int?
  /// What else a reader should know.
  public var note: String = ""

  /// An empty delivery.
  public init() {}

  /// The file and the day.
  public var label: String {
    [file, broughtOn?.short ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "broughtOn": "Brought on", "layout": "Kind of file", "agency": "Sent by", "same": "Unchanged",
    "different": "Left as they were",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the delivery: small letters, digits and hyphens.")
    visitor.required("file", &file, "The name of the file.")
    visitor.optional("layout", &layout, "What kind of file it is, in words.")
    visitor.optional("release", &release, "The release of the figures.")
    visitor.optional("agency", &agency, "The agency that sent it.")
    visitor.required("broughtOn", &broughtOn, "When it was brought.")
    visitor.optional("new", &new, "How many figures were new.")
    visitor.optional("restated", &restated, "How many figures restated others.")
    visitor.optional("same", &same, "How many were as they stood there already.")
    visitor.optional(
      "different", &different, "How many differed and were left as they stood there.")
    visitor.optional("note", &note, "What else a reader should know.")
  }

  /// What it changed, in words: "40 new, 2 restated, 3 differing".
  public var changeWords: String {
    let counts = [(new, "new"), (restated, "restated"), (different, "left as they were")]
    let words = counts.compactMap { count, word in
      count.flatMap { $0 > 0 ? "\(grouped($0)) \(word)" : nil }
    }
    return words.isEmpty ? (note.isEmpty ? "nothing new" : note) : words.joined(separator: ", ")
  }
}

extension Delivery {
  /// Where such records lie.
  public static let homes: [Home<Delivery>] = [
    // Beside the values, so that whoever may bring these may note it.
    .list("deliveries", in: "dataset/values/*.json") { _ in "deliveries" }
  ]

  /// The columns of a list of deliveries.
  public static let columns: [ListColumn<Delivery>] = [
    ListColumn("file", "File", isMain: true) { delivery, _ in delivery.file },
    ListColumn(field: "broughtOn"), ListColumn(field: "release"), ListColumn(field: "agency"),
    ListColumn("changes", "Changed") { delivery, _ in delivery.changeWords },
  ]

  /// Whether it is an earlier delivery of what another one brings: the same file, or the next release of it.
  ///
  /// Names of files end in years, quarters and versions, so numbers do not count.
  public func isBefore(_ other: Delivery) -> Bool {
    layout == other.layout && agency?.id == other.agency?.id
      && Self.stem(file) == Self.stem(other.file)
  }

  private static func stem(_ file: String) -> String {
    let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
    return String(name.lowercased().filter { $0.isLetter })
  }
}

extension Workspace {
  /// The files of figures that were brought.
  public var deliveries: RecordTable<Delivery> {
    get { self[Delivery.self] }
    _modify { yield &self[Delivery.self] }
  }

  /// The latest delivery of the same file, or of an earlier release of it; nil where none is known.
  public func lastDelivery(before delivery: Delivery) -> Delivery? {
    let never = ImpreciseDate(words: "")
    return deliveries.all.enumerated().filter { $0.element.isBefore(delivery) }.max { left, right in
      // Words only come last among dates; a delivery always has its day.
      (left.element.broughtOn ?? never, left.offset) < (
        right.element.broughtOn ?? never, right.offset
      )
    }?.element
  }
}
