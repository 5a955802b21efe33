/// A set of indicators that belong together.
public struct Cluster: Entity {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "cluster", title: "Cluster",
    help: "A set of indicators that belong together.")
  /// A short id of the cluster: small letters, digits and hyphens.
  public var id: String = ""
  /// The partnership whose dataset it belongs to.
  public var partnership: Reference<Partnership> = ""
  /// The title as printed.
  public var title: String = ""
  /// The dataset or year it belongs to.
  public var period: String = ""
  /// What the cluster is meant to show.
  public var aim: String = ""
  /// The part of the yearly report in which its figures stand, such as voice, or priority 5.
  public var reportPart: String = ""
  /// Where this was published.
  public var source: [Citation] = []

  /// An empty cluster.
  public init() {}

  /// What people call it.
  public var label: String { title }

  /// What people read for fields whose keys they would not understand.
  public static let fieldWords: [String: FieldWords] = [
    "aim": "What it is to show", "reportPart": "In the yearly report",
  ]

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("id", &id, "A short id of the cluster: small letters, digits and hyphens.")
    visitor.required("partnership", &partnership, "The partnership whose dataset it belongs to.")
    visitor.required("title", &title, "The title as printed.")
    visitor.optional("period", &period, "The dataset or year it belongs to.")
    visitor.optional("aim", &aim, "What the cluster is meant to show.")
    visitor.optional(
      "reportPart", &reportPart,
      "The part of the yearly report in which its figures stand, such as voice, training or priority 5."
    )
    visitor.optional("source", &source, "Where this was published.")
  }
}

extension Cluster {
  /// Where such records lie.
  public static let homes: [Home<Cluster>] = [
    .list(
      "clusters", in: "dataset/*.json", "Indicators, what they are compared with, and data owed."
    ) {
      $0.partnership.id
    }
  ]

  /// Indicators cite it.
  public static let isKnownByName = true
}

extension Workspace {
  /// Sets of indicators.
  public var clusters: RecordTable<Cluster> {
    get { self[Cluster.self] }
    _modify { yield &self[Cluster.self] }
  }
}
