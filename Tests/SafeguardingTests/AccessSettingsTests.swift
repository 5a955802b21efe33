import Safeguarding
import Testing

/// What `access.json` makes of an account; it never gives more than the system does.
struct AccessSettingsTests {
  private static let settings: AccessSettings = {
    var ann = AccountRole()
    (ann.user, ann.chairs, ann.person) = ("ann", ["pmqa"], "ann-example")
    (ann.agencies, ann.seats) = (["council"], ["pmqa-council"])
    var bob = AccountRole()
    (bob.user, bob.agencies) = ("bob", ["police"])
    var again = AccountRole()
    (again.user, again.chairs) = ("ann", ["learning"])
    var settings = AccessSettings()
    settings.contact = "the business manager"
    settings.managers = ["bm1"]
    settings.people = [ann, bob, again]
    return settings
  }()

  @Test(
    arguments: [
      ("bm1", Access.Role.manager, [] as Set<String>),
      ("ann", .chair(of: ["pmqa", "learning"]), ["ann-example", "council", "pmqa-council"]),
      ("bob", .member, ["police"]), ("carol", .member, []), (nil, .member, []), ("", .member, []),
    ] as [(String?, Access.Role, Set<String>)])
  func anAccountHasTheRoleThatItsNameHas(
    user: String?, role: Access.Role, identities: Set<String>
  ) {
    let access = Access(Self.settings, user: user)
    #expect(access.role == role)
    #expect(access.identities == identities)
    #expect(access.contact == "the business manager")
  }

  @Test func whoMayChangeTheDatasetOrIsNamedForItSeesSmallNumbers() {
    var settings = Self.settings
    var dora = AccountRole()
    (dora.user, dora.seesSmallNumbers) = ("dora", true)
    settings.people.append(dora)
    let seeing = ["bm1", "ann", "bob", "dora", "carol", nil].map {
      Access(settings, user: $0).seesSmallNumbers
    }
    #expect(seeing == [true, false, false, true, false, false])
    #expect(Access(nil, user: "ann").seesSmallNumbers)
    #expect(!Access(nil, isFaulty: true, user: "ann").seesSmallNumbers)
    #expect(Access(settings, user: "dora").role == .member)
  }

  @Test func whereNobodyIsNamedEverybodyIsManager() {
    var settings = AccessSettings()
    settings.contact = "Jo"
    #expect(Access(settings, user: "ann").role == .manager)
    #expect(Access(nil, user: "ann").role == .manager)
    #expect(Access(nil, user: "ann").contact == "the administrator of this server")
  }

  /// What could not be read may have been what took a right away.
  @Test func aFaultyFileGivesNobodyMore() {
    #expect(Access(AccessSettings(), isFaulty: true, user: "ann").role == .member)
    #expect(Access(nil, isFaulty: true, user: "ann").role == .member)
    #expect(Access(Self.settings, isFaulty: true, user: "bm1").role == .manager)
  }

  @Test func managersAloneMakeTheOthersMembers() {
    var settings = AccessSettings()
    settings.managers = ["bm1"]
    #expect(Access(settings, user: "bm1").role == .manager)
    #expect(Access(settings, user: "ann").role == .member)
  }
}
