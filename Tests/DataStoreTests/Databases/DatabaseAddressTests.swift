import PostgreSQLStore
import Testing

@Suite struct DatabaseAddressTests {
  @Test(
    arguments: [
      ("postgres://h/d/w", "begins with"),
      ("postgresql://ann:secret@h/d/w", "password"),
      ("postgresql://h/d/w?password=secret", "cannot stand in it"),
      ("postgresql://h/d/w?options=-csynchronous_commit%3Doff", "cannot stand in it"),
      ("postgresql://h/d/w?sslmode=require", "only verify-full"),
      ("postgresql://h/d/w?sslmode=disable", "only verify-full"),
      ("postgresql:///d/w?host=/run,h&sslmode=prefer", "only verify-full"),
      ("postgresql://h", "names no database"),
      ("postgresql://h/", "names no database"),
      ("postgresql://h/d/w/more", "more than a database"),
      ("postgresql://h/d%0A/w", "letters"),
      ("postgresql://h/d%zz/w", "two digits"),
    ])
  func whatIsNotSafeOrNotPlainIsRefused(address: String, words: String) {
    let failure = #expect(throws: DatabaseFailure.self) { try DatabaseAddress(address) }
    let sentence = failure?.sentence(trying: "open it") ?? ""
    #expect(sentence.contains(words), "\(sentence)")
    #expect(!sentence.contains("secret"))
  }

  @Test(
    arguments: [
      ("postgresql:///masa/north?host=/run/postgresql", "north"),
      ("postgresql://ann@db1.example.org,db2.example.org:5433/masa/north", "north"),
      ("postgresql://[2001:db8::1]:5432/masa/north?sslrootcert=/etc/ssl/root.pem", "north"),
      ("postgresql://%2Frun%2Fpostgresql/masa/north", "north"),
      ("postgresql:///masa", ""),
    ])
  func whatNamesADatabaseIsTaken(address: String, workspace: String) throws {
    #expect(try DatabaseAddress(address).workspace == workspace)
  }
}
