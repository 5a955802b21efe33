import Letters

/// Finds columns about single children or single events by their names alone.
enum PersonalHeading {
  /// What names a person or an event, on its own or with ``fillers``.
  private static let signs: [[String]] = [
    ["nhs", "number"], ["nhs", "no"], ["nhs", "num"], ["nhs", "id"], ["upn"], ["upns"], ["dob"],
    ["date", "birth"], ["birth", "date"], ["birthdate"],
    ["birthday"], ["pupil", "number"], ["pupil", "no"], ["unique", "pupil"], ["child", "id"],
    ["childid"], ["lachildid"], ["child", "ref"], ["child", "reference"], ["child", "identifier"],
    ["child", "unique", "id"], ["person", "id"], ["client", "id"], ["pupil", "id"],
    ["consistent", "identifier"], ["consistent", "id"], ["single", "unique", "identifier"],
    ["surname"], ["forename"], ["forenames"], ["first", "name"], ["last", "name"],
    ["family", "name"], ["given", "name"], ["child", "name"], ["childs", "name"],
    ["person", "name"], ["client", "name"], ["patient", "name"], ["pupil", "name"],
    ["full", "name"], ["home", "post"], ["homepost"], ["pl", "post"], ["plpost"],
    ["home", "postcode"], ["child", "postcode"], ["childs", "postcode"], ["home", "address"],
    ["crime", "id"], ["crimeid"], ["crime", "reference"], ["crime", "ref"],
    ["nhsnumber"], ["nhsno"], ["dateofbirth"], ["childuniqueid"],
  ]

  /// Words that change nothing about what a column holds.
  private static let fillers: Set = [
    "number", "no", "num", "id", "ids", "identifier", "the", "of", "s", "child", "children",
    "childs",
    "childrens", "pupil", "pupils", "mother", "mothers", "parent", "mc", "current", "former",
    "unique",
    "la", "ref", "reference", "code", "patient", "person", "persons", "yp", "young", "name", "date",
    "dd", "mm", "yyyy", "client", "new", "old", "full", "uk", "their",
    "if", "known", "or", "edd", "expected", "estimated", "due", "optional", "required", "verified",
  ]

  /// Names which only together are about single children or events.
  private static let together: [(keys: [String], what: String)] = [
    (["child", "decom"], "episodes of single children"),
    (["child", "dob"], "single children"), (["child", "mother"], "single children"),
    (["child", "upn"], "single children"),
    (["longitude", "latitude"], "single events"), (["crimetype", "location"], "single events"),
    (["ageofchildyears", "dateofcontact"], "single children"),
    (["ageofchild", "dateofcontact"], "single children"),
    (["ageofchildyears", "dateofreferral"], "single children"),
    (["gender", "ethnicity", "dateofcontact"], "single children"),
    (["gender", "ethnicity", "dateofreferral"], "single children"),
    (["sex", "ethnic", "dob"], "single children"),
  ]

  /// The column that is about single children or events, counted from 0, and its name.
  static func column(of heading: Heading) -> (column: Int, name: String)? {
    for (column, name) in heading.names.enumerated() where namesPerson(name) {
      return (column, name)
    }
    for (keys, _) in together where keys.allSatisfy({ heading.column([$0]) != nil }) {
      let column = heading.column([keys[0]]) ?? 0
      return (column, heading.names[column])
    }
    return nil
  }

  /// Whether the name of a column says that it tells people apart.
  static func namesPerson(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 80 else { return false }
    let key = Heading.key(name)
    if joined.contains(key) { return true }
    return [words(of: name), words(of: name.folded)].contains { words in
      (1...8).contains(words.count)
        && signs.contains { sign in
          sign.allSatisfy(words.contains)
            && words.allSatisfy { sign.contains($0) || fillers.contains($0) }
        }
    }
  }

  /// The signs as one word each, as `D.O.B.` and `ChildUniqueID` come down to that.
  private static let joined = Set(
    signs.map { $0.joined() }.filter { $0.utf8.count >= 3 } + [
      "nhsnum", "nhsid", "upnnumber", "uniquepupilnumber", "dateofbirth", "laachildid", "mcdob",
      "childlaid", "lacasenumber", "uniquechildid", "uniquechildidentifier",
    ])

  /// The words of a name: parted by blanks, signs, and capitals within.
  private static func words(of name: String) -> [String] {
    var parted = ""
    var last: Character = " "
    for letter in name {
      if letter.isUppercase, last.isLowercase { parted.append(" ") }
      parted.append(letter)
      last = letter
    }
    let folded = parted.folded.replacing("'", with: "")
    return folded.split { !$0.isLetter && !$0.isNumber && $0 != "%" }.map(String.init)
  }
}
