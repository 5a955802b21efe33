/// Where a workspace lies in a database: `postgresql://[ACCOUNT@]HOST[:PORT][,HOST…]/DATABASE/WORKSPACE[?NAME=VALUE…]`.
///
/// No password stands in it, as everybody on the machine could see it: accounts are told apart by the socket they come
/// through or by their certificate. What goes over a network is encrypted to a server that proves who it is, or refused.
package struct DatabaseAddress: Hashable, Sendable {
  /// What every such address begins with.
  package static let scheme = "postgresql://"

  /// The address as it was given.
  package let text: String
  /// The name of the workspace in the database; empty where the address names none.
  package let workspace: String
  /// The names of several workspaces, parted by commas; empty where the address names none.
  package var workspaces: [String] { workspace.split(separator: ",").map(String.init) }
  /// The name of the database.
  package var database: String { parameters.first { $0.name == "dbname" }?.value ?? "" }
  /// What the client library is told, in this order.
  let parameters: [(name: String, value: String)]

  /// The parameters that an address may name.
  private static let names = [
    "host", "port", "user", "sslmode", "sslcert", "sslkey", "sslrootcert", "sslcrl",
    "target_session_attrs", "connect_timeout", "channel_binding",
  ]

  /// Reads an address.
  ///
  /// - Throws: ``DatabaseFailure`` where it cannot be used.
  package init(_ text: String) throws(DatabaseFailure) {
    func refuse(_ reason: String) -> DatabaseFailure { DatabaseFailure(.address, reason) }
    guard text.hasPrefix(Self.scheme) else {
      throw refuse("an address of a database begins with \(Self.scheme)")
    }
    self.text = text
    let halves = text.dropFirst(Self.scheme.count).split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let places = halves[0].split(separator: "/", omittingEmptySubsequences: false)
    guard places.count < 4 else { throw refuse("it names more than a database and a workspace") }
    var found: [(name: String, value: String)] = []
    var (hosts, account) = (places[0], places[0][..<places[0].startIndex])
    if let at = hosts.lastIndex(of: "@") {
      (account, hosts) = (hosts[..<at], hosts[hosts.index(after: at)...])
    }
    if account.contains(":") {
      throw refuse("it holds a password, which others on this machine could see")
    }
    if !account.isEmpty { found.append(("user", try Self.plain(account))) }
    if !hosts.isEmpty {
      let parts = hosts.split(separator: ",", omittingEmptySubsequences: false).map(
        Self.hostAndPort)
      found.append(("host", try Self.plain(parts.map(\.host).joined(separator: ",")[...])))
      if parts.contains(where: { !$0.port.isEmpty }) {
        found.append(("port", parts.map(\.port).joined(separator: ",")))
      }
    }
    guard places.count > 1, !places[1].isEmpty else { throw refuse("it names no database") }
    found.append(("dbname", try Self.plain(places[1])))
    workspace = places.count > 2 ? try Self.plain(places[2]) : ""
    for pair in halves.count > 1 ? halves[1].split(separator: "&") : [] {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(sides[0])
      guard sides.count == 2, Self.names.contains(name) else {
        throw refuse("\"\(name)\" cannot stand in it")
      }
      found.removeAll { $0.name == name }
      found.append((name, try Self.plain(sides[1])))
    }
    parameters = try Self.secured(found)
  }

  /// The parameters with those that keep a line safe and notice that it broke.
  private static func secured(
    _ given: [(name: String, value: String)]
  ) throws(DatabaseFailure) -> [(name: String, value: String)] {
    var all = given
    let hosts = given.first { $0.name == "host" }?.value.split(separator: ",") ?? []
    let isSocket = hosts.allSatisfy { $0.hasPrefix("/") }
    let mode = given.first { $0.name == "sslmode" }?.value
    if !isSocket {
      guard mode ?? "verify-full" == "verify-full" else {
        throw DatabaseFailure(
          .address, "sslmode=\(mode ?? "") lets somebody stand between: only verify-full is taken")
      }
      if mode == nil { all.append(("sslmode", "verify-full")) }
    }
    func usually(_ name: String, _ value: String) {
      if !all.contains(where: { $0.name == name }) { all.append((name, value)) }
    }
    usually("connect_timeout", "2")
    usually("target_session_attrs", "read-write")
    all += [
      ("gssencmode", "disable"), ("application_name", "masa"), ("client_encoding", "UTF8"),
      ("keepalives_idle", "2"), ("keepalives_interval", "1"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "3000"),
    ]
    return all
  }

  private static func hostAndPort(_ text: Substring) -> (host: String, port: String) {
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      let rest = text[text.index(after: end)...]
      return (String(text[text.index(after: text.startIndex)..<end]), String(rest.dropFirst()))
    }
    guard let colon = text.lastIndex(of: ":") else { return (String(text), "") }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  /// A part of an address without its escapes, such as `%2F` for a slash.
  private static func plain(_ text: Substring) throws(DatabaseFailure) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw DatabaseFailure(.address, "\"%\" is not followed by two digits in it") }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    guard let plain = String(validating: bytes, as: UTF8.self),
      !bytes.contains(where: { $0 < 0x20 })
    else { throw DatabaseFailure(.address, "there are letters in it that no address has") }
    return plain
  }

  /// The same database with one workspace.
  func naming(_ workspace: String) throws(DatabaseFailure) -> DatabaseAddress {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let place = halves[0].dropFirst(Self.scheme.count).split(
      separator: "/", omittingEmptySubsequences: false
    ).prefix(2).joined(separator: "/")
    return try DatabaseAddress(
      "\(Self.scheme)\(place)/\(workspace)\(halves.count > 1 ? "?\(halves[1])" : "")")
  }

  /// Whether both are the same address.
  package static func == (one: DatabaseAddress, other: DatabaseAddress) -> Bool {
    one.text == other.text
  }

  /// Notes the address.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
