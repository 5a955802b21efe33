import Glibc

/// A line to a server.
///
/// It is unchecked because the client library lets any thread use a line, one at a time, which its owner sees to.
final class DatabaseConnection: @unchecked Sendable {
  private let library: ClientLibrary
  private let line: ClientLibrary.Connection
  /// What the server warned of since it was last asked.
  private let warnings = Warnings()

  /// For how many milliseconds a server may be silent in the middle of an answer before the line counts as broken; nil for as
  /// long as it takes, as a save may have to wait for the second server.
  var patience: Int32?
  /// A descriptor on which something comes when nobody waits for an answer any more; none where that is -1.
  var interruption: Int32 = -1

  /// The codes of the warnings that come over a line.
  private final class Warnings {
    var codes: [String] = []
    var library: ClientLibrary?
  }

  /// Opens a line.
  ///
  /// - Throws: ``DatabaseFailure`` where no server answers, or it refuses.
  init(_ address: DatabaseAddress) throws(DatabaseFailure) {
    library = try ClientLibrary.own.get()
    let line = Self.open(address.parameters, library)
    guard let line else { throw DatabaseFailure(.lost, "there is no memory for a line to it") }
    self.line = line
    guard library.status(line) == 0 else {
      let words = library.errorMessage(line).map { String(cString: $0) } ?? ""
      // Where nobody came in there is no code: what the words say of rights is for a person, not for the program.
      let isRight =
        words.contains("authentication failed") || words.contains("permission denied")
        || words.contains("does not exist")
      throw DatabaseFailure(isRight ? .closed : .lost, words.isEmpty ? "it does not answer" : words)
    }
    warnings.library = library
    // Without a receiver the library would print over the screen.
    _ = library.setNoticeReceiver(
      line, Self.receiver, Unmanaged.passUnretained(warnings).toOpaque())
  }

  deinit { library.finish(line) }

  private static func open(
    _ parameters: [(name: String, value: String)], _ library: ClientLibrary
  ) -> ClientLibrary.Connection? {
    let names = parameters.map { strdup($0.name) }
    let values = parameters.map { strdup($0.value) }
    defer { for text in names + values { free(text) } }
    return (names.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { names in
      (values.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { values in
        guard let names = names.baseAddress, let values = values.baseAddress else { return nil }
        return library.connect(names, values, 0)
      }
    }
  }

  private static let receiver: ClientLibrary.Receiver = { place, answer in
    guard let place, let answer else { return }
    let warnings = Unmanaged<Warnings>.fromOpaque(place).takeUnretainedValue()
    let code = warnings.library?.errorField(answer, Field.code).map { String(cString: $0) }
    if let code, warnings.codes.count < 100 { warnings.codes.append(code) }
  }

  private enum Field {
    static let code: Int32 = 67
    static let words: Int32 = 77
  }

  /// The name of the server that answers, as the address spells it.
  var host: String { library.host(line).map { String(cString: $0) } ?? "" }

  /// The version of the server, such as 150018 for 15.18.
  var serverVersion: Int { Int(library.serverVersion(line)) }

  /// Whether the line leads to one process of the server for as long as it stands: a pooler's leads to another one each time.
  func isOwn() throws(DatabaseFailure) -> Bool {
    var process: Int?
    try run("select pg_backend_pid()") { process = $0.number(0) }
    return process == Int(library.processID(line))
  }

  /// The descriptor on which word comes.
  var descriptor: Int32 { library.socket(line) }

  /// Whether a transaction was begun and is not ended.
  var isInTransaction: Bool { library.transactionStatus(line) != 0 }

  /// The codes of the warnings since this was last asked.
  func takeWarnings() -> [String] {
    defer { warnings.codes = [] }
    return warnings.codes
  }

  /// Carries out one statement, and hands out each row of its answer as it comes.
  func run(
    _ statement: String, _ values: [DatabaseValue] = [],
    row: (DatabaseRow) throws(DatabaseFailure) -> Void = { _ in }
  ) throws(DatabaseFailure) {
    let sent = values.map(\.sent)
    let isSent = Self.pointers(sent.map(\.bytes)) { pointers in
      library.sendQuery(
        line, statement, Int32(sent.count), nil, pointers, sent.map { Int32($0.bytes.count) },
        sent.map { $0.isBinary ? 1 : 0 }, 1)
    }
    guard isSent == 1 else { throw lost() }
    _ = library.setSingleRowMode(line)
    try finish(row)
  }

  /// Carries out several statements without values.
  func run(script: String) throws(DatabaseFailure) {
    guard library.sendText(line, script) == 1 else { throw lost() }
    try finish { _ in }
  }

  private func finish(
    _ row: (DatabaseRow) throws(DatabaseFailure) -> Void
  ) throws(DatabaseFailure) {
    var failure: DatabaseFailure?
    while let answer = try nextAnswer() {
      defer { library.clear(answer) }
      switch library.resultStatus(answer) {
      // Commands, rows, and one row of several.
      case 1, 2, 9:
        for number in 0..<library.rowCount(answer) where failure == nil {
          do throws(DatabaseFailure) {
            try row(DatabaseRow(library: library, answer: answer, number: number))
          } catch {
            failure = error
          }
        }
      default:
        let code = library.errorField(answer, Field.code).map { String(cString: $0) } ?? ""
        let words = library.errorField(answer, Field.words).map { String(cString: $0) }
        failure = failure ?? (words.map { DatabaseFailure(code: code, $0) } ?? lost())
      }
    }
    if let failure { throw library.status(line) == 0 ? failure : lost() }
  }

  /// The next part of an answer; nil behind the last.
  private func nextAnswer() throws(DatabaseFailure) -> ClientLibrary.Answer? {
    while let patience, library.isBusy(line) == 1 {
      var places = [library.socket(line), interruption].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&places, 2, patience)
      if count < 0, errno == EINTR { continue }
      if places[1].revents != 0 { throw DatabaseFailure(.lost, "nobody waits for it any more") }
      // A server that was stopped, or whose disk hangs, keeps the line and says nothing.
      guard count > 0 else {
        throw DatabaseFailure(.lost, "it has said nothing for \(patience / 1000) seconds")
      }
      guard library.consumeInput(line) == 1 else { throw lost() }
    }
    return library.getResult(line)
  }

  private func lost() -> DatabaseFailure {
    let words = library.errorMessage(line).map { String(cString: $0) } ?? ""
    return DatabaseFailure(.lost, words.isEmpty ? "the line to the database broke" : words)
  }

  /// Takes in what came over the line; answers whether somebody gave word.
  func takeWord() throws(DatabaseFailure) -> Bool {
    guard library.consumeInput(line) == 1 else { throw lost() }
    var isWord = false
    while let word = library.notifies(line) {
      isWord = true
      library.freeMemory(word)
    }
    return isWord
  }

  /// Does something in one transaction, which is taken back where it fails.
  ///
  /// - Parameters:
  ///   - begin: The statement that begins it.
  ///   - work: What is done in it.
  /// - Returns: What the work answers.
  /// - Throws: ``DatabaseFailure`` of the work, or where the transaction did not end well.
  func transaction<Answer>(
    _ begin: String, _ work: () throws(DatabaseFailure) -> Answer
  ) throws(DatabaseFailure) -> Answer {
    try run(begin)
    do throws(DatabaseFailure) {
      let answer = try work()
      try run("commit")
      return answer
    } catch {
      rollBack()
      throw error
    }
  }

  /// Takes back what was begun, where the line still stands; a broken line takes it back by itself.
  func rollBack() {
    guard isInTransaction, library.status(line) == 0 else { return }
    do throws(DatabaseFailure) { try run("rollback") } catch { return }
  }

  private static func pointers<Answer>(
    _ all: [[UInt8]], _ use: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
  ) -> Answer {
    let copies = all.map { bytes -> UnsafeMutablePointer<CChar> in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, bytes.count))
      bytes.withUnsafeBytes {
        _ = memcpy(copy, $0.baseAddress ?? UnsafeRawPointer(copy), bytes.count)
      }
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    return copies.map { UnsafePointer($0) as UnsafePointer<CChar>? }.withUnsafeBufferPointer {
      use($0.baseAddress)
    }
  }
}
