/// A form of a few fields of a record, for a command of its own.
public struct RecordForm: Hashable, Sendable {
  /// The name that drafts keep, unique among the forms of its kind.
  public let id: String
  /// What is filled in, in small letters: "progress note".
  public let title: String
  /// The fields that it asks for.
  public let fields: [FormLayout.Field]
  /// Whether its title says already what is changed.
  public let keepsTitle: Bool
  /// How one comes back to what was typed into it: "n on the same action".
  public let wayBack: String
  /// The same where it changes several records; empty where it changes one.
  public let wayBackToSeveral: String

  /// The list whose element it fills in; nil where it fills in the record itself.
  public let list: String?
  /// Whether it is one line under what it fills in, which Enter saves.
  public let isInline: Bool

  /// Declares a form.
  public init(
    _ id: String, _ title: String, _ fields: [FormLayout.Field], keepsTitle: Bool = true,
    ofElementIn list: String? = nil, isInline: Bool = false,
    wayBack: String, several wayBackToSeveral: String = ""
  ) {
    self.list = list
    self.isInline = isInline
    self.id = id
    self.title = title
    self.fields = fields
    self.keepsTitle = keepsTitle
    self.wayBack = wayBack
    self.wayBackToSeveral = wayBackToSeveral
  }
}
