/// Who may what in a shared data folder, where that is less than the system allows.
///
/// It only narrows: nobody may do more because of it.
public struct AccessSettings: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "access", title: "Access",
    help: "Whom to ask for access, and who has which role; it only narrows what the system allows.")
  /// Whom to ask for more, in words.
  public var contact: String = ""
  /// The accounts of those who may change everything that the system lets them change.
  public var managers: [String] = []
  /// The accounts of everybody else who may change something.
  public var people: [AccountRole] = []
  /// Whether a folder on a network file system may be changed; unless this says so, it may not.
  public var networkFileSystem: NetworkFileSystemUse?

  /// Nobody is named.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.optional(
      "contact", &contact, "Whom to ask for access: \"the business manager, 01634 000000\".")
    visitor.optional(
      "managers", &managers,
      "The accounts on the server of those who may change whatever the system lets them change.")
    visitor.optional(
      "people", &people,
      "The other accounts with their roles; who is not listed may change nothing but own actions.")
    visitor.optional(
      "networkFileSystem", &networkFileSystem,
      "Write \"allowed\" where the server's administrator has made sure that locks hold; else leave out."
    )
  }
}

/// What the account of one person on the server may do.
public struct AccountRole: Record {
  /// What this kind of record is called.
  public static let kind = RecordKind(
    "accessPerson", title: "Account", help: "What the account of one person may do.")
  /// The name of the account on the server.
  public var user: String = ""
  /// The groups that the person chairs.
  public var chairs: [Reference<PartnershipGroup>] = []
  /// Who the person is.
  public var person: Reference<Person>?
  /// The agencies whose actions are the person's own.
  public var agencies: [Reference<Agency>] = []
  /// The seats whose actions are the person's own.
  public var seats: [Reference<Seat>] = []
  /// Whether the person sees small numbers without changing the dataset.
  public var seesSmallNumbers = false

  /// An account without a name.
  public init() {}

  /// Visits each field.
  @inlinable
  public mutating func visitFields(_ visitor: inout some FieldVisitor) {
    visitor.required("user", &user, "The name of the account on the server, as ssh knows it.")
    visitor.optional(
      "chairs", &chairs, "The groups that this person chairs: everything in them may be changed.")
    visitor.optional("person", &person, "Who this is, so that own actions are known.")
    visitor.optional("agencies", &agencies, "The agencies whose actions this person keeps.")
    visitor.optional("seats", &seats, "The seats whose actions this person keeps.")
    visitor.optional(
      "seesSmallNumbers", &seesSmallNumbers,
      "True for one who sees small numbers though they may not change the dataset.")
  }
}

/// Whether data on a network file system may be changed.
public enum NetworkFileSystemUse: String, Choice {
  case allowed, readOnly

  /// What the word means.
  public var title: String {
    switch self {
    case .allowed: "It may be changed there"
    case .readOnly: "It may only be read there"
    }
  }
}

extension Access {
  /// What an account's role narrows; the system's own answer for each folder comes on top.
  ///
  /// - Parameters:
  ///   - settings: What `access.json` says; nil where there is no such file.
  ///   - isFaulty: Whether a part of it could not be read: then nobody gains by what is missing.
  ///   - user: The name of the account, as the system gives it; nil where it has none.
  public init(_ settings: AccessSettings?, isFaulty: Bool = false, user: String?) {
    self.init()
    guard let settings else {
      if isFaulty { (role, seesSmallNumbers) = (.member, false) }
      return
    }
    if !settings.contact.isEmpty { contact = settings.contact }
    let namesSomebody = !settings.managers.isEmpty || !settings.people.isEmpty
    guard namesSomebody || isFaulty else { return }
    (role, seesSmallNumbers) = (.member, false)
    guard let user, !user.isEmpty else { return }
    for person in settings.people where person.user == user {
      if person.seesSmallNumbers { seesSmallNumbers = true }
      identities.formUnion(person.agencies.map(\.id) + person.seats.map(\.id))
      if let person = person.person { identities.insert(person.id) }
      let chairs = Set(person.chairs.map(\.id))
      if case .chair(let others) = role {
        role = .chair(of: others.union(chairs))
      } else if !chairs.isEmpty {
        role = .chair(of: chairs)
      }
    }
    if settings.managers.contains(user) { (role, seesSmallNumbers) = (.manager, true) }
  }
}
