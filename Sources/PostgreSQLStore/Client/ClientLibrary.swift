import Glibc

/// The functions of PostgreSQL's client library (libpq), which is looked for when a database is first opened.
///
/// Linked to, it would cost each start of the program eight milliseconds and six megabytes, also where the data is a folder.
/// The types are those of `libpq-fe.h` of version 14 and later.
struct ClientLibrary: @unchecked Sendable {
  typealias Connection = OpaquePointer
  typealias Answer = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Values = UnsafePointer<Text?>
  typealias Numbers = UnsafePointer<Int32>
  typealias Receiver = @convention(c) (UnsafeMutableRawPointer?, Answer?) -> Void

  let connect: @convention(c) (Values, Values, Int32) -> Connection?
  let finish: @convention(c) (Connection) -> Void
  let status: @convention(c) (Connection) -> Int32
  let errorMessage: @convention(c) (Connection) -> Text?
  let host: @convention(c) (Connection) -> Text?
  let serverVersion: @convention(c) (Connection) -> Int32
  let transactionStatus: @convention(c) (Connection) -> Int32
  let setNoticeReceiver:
    @convention(c) (Connection, Receiver?, UnsafeMutableRawPointer?) -> UnsafeRawPointer?
  let socket: @convention(c) (Connection) -> Int32
  let consumeInput: @convention(c) (Connection) -> Int32
  let processID: @convention(c) (Connection) -> Int32
  let isBusy: @convention(c) (Connection) -> Int32
  let notifies: @convention(c) (Connection) -> UnsafeMutableRawPointer?
  let freeMemory: @convention(c) (UnsafeMutableRawPointer) -> Void
  let sendQuery:
    @convention(c) (
      Connection, Text, Int32, UnsafePointer<UInt32>?, Values?, Numbers?, Numbers?, Int32
    ) -> Int32
  let sendText: @convention(c) (Connection, Text) -> Int32
  let setSingleRowMode: @convention(c) (Connection) -> Int32
  let getResult: @convention(c) (Connection) -> Answer?
  let clear: @convention(c) (Answer) -> Void
  let resultStatus: @convention(c) (Answer) -> Int32
  let errorField: @convention(c) (Answer, Int32) -> Text?
  let rowCount: @convention(c) (Answer) -> Int32
  let columnCount: @convention(c) (Answer) -> Int32
  let value: @convention(c) (Answer, Int32, Int32) -> UnsafeMutablePointer<CChar>?
  let length: @convention(c) (Answer, Int32, Int32) -> Int32
  let isNull: @convention(c) (Answer, Int32, Int32) -> Int32

  /// The library of this machine, or why it cannot be used, as a sentence.
  static let own: Result<ClientLibrary, DatabaseFailure> = Result { () throws(DatabaseFailure) in
    try ClientLibrary()
  }

  private init() throws(DatabaseFailure) {
    guard let library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL) else {
      throw DatabaseFailure(
        .noLibrary, "PostgreSQL's client library is not installed on this machine (libpq.so.5)")
    }
    func find<Function>(_ name: String, _: Function.Type = Function.self) throws(DatabaseFailure)
      -> Function
    {
      guard let symbol = dlsym(library, name) else {
        throw DatabaseFailure(
          .noLibrary, "PostgreSQL's client library on this machine is too old (it lacks \(name))")
      }
      return unsafeBitCast(symbol, to: Function.self)
    }
    connect = try find("PQconnectdbParams")
    finish = try find("PQfinish")
    status = try find("PQstatus")
    errorMessage = try find("PQerrorMessage")
    host = try find("PQhost")
    serverVersion = try find("PQserverVersion")
    transactionStatus = try find("PQtransactionStatus")
    setNoticeReceiver = try find("PQsetNoticeReceiver")
    socket = try find("PQsocket")
    consumeInput = try find("PQconsumeInput")
    processID = try find("PQbackendPID")
    isBusy = try find("PQisBusy")
    notifies = try find("PQnotifies")
    freeMemory = try find("PQfreemem")
    sendQuery = try find("PQsendQueryParams")
    sendText = try find("PQsendQuery")
    setSingleRowMode = try find("PQsetSingleRowMode")
    getResult = try find("PQgetResult")
    clear = try find("PQclear")
    resultStatus = try find("PQresultStatus")
    errorField = try find("PQresultErrorField")
    rowCount = try find("PQntuples")
    columnCount = try find("PQnfields")
    value = try find("PQgetvalue")
    length = try find("PQgetlength")
    isNull = try find("PQgetisnull")
  }
}
