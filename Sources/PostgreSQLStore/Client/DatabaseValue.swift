/// A value that a statement is given.
enum DatabaseValue {
  case text(String)
  case number(Int)
  case flag(Bool)
  case bytes([UInt8])
  case texts([String])
  case numbers([Int])
  /// Several values of bytes, some of which may be none.
  case listOfBytes([[UInt8]?])

  /// The value as it is sent, and whether that is the server's own form and not text.
  var sent: (bytes: [UInt8], isBinary: Bool) {
    switch self {
    case .text(let text): (Array(text.utf8) + [0], false)
    case .number(let number): (Array(String(number).utf8) + [0], false)
    case .flag(let flag): (Array((flag ? "t" : "f").utf8) + [0], false)
    case .bytes(let bytes): (bytes, true)
    case .numbers(let numbers):
      (Array("{\(numbers.map(String.init).joined(separator: ","))}".utf8) + [0], false)
    case .texts(let texts): (Self.list(texts.map { Array($0.utf8) }, ofType: 25), true)
    case .listOfBytes(let list): (Self.list(list, ofType: 17), true)
    }
  }

  /// A list in the server's own form: dimensions, whether something is missing, the number of the type, then each
  /// element behind its length.
  private static func list(_ elements: [[UInt8]?], ofType type: UInt32) -> [UInt8] {
    var sent: [UInt8] = []
    func put(_ number: Int32) {
      withUnsafeBytes(of: number.bigEndian) { sent.append(contentsOf: $0) }
    }
    put(elements.isEmpty ? 0 : 1)
    put(elements.contains { $0 == nil } ? 1 : 0)
    put(Int32(bitPattern: type))
    if elements.isEmpty { return sent }
    put(Int32(elements.count))
    put(1)
    for element in elements {
      put(element.map { Int32($0.count) } ?? -1)
      sent += element ?? []
    }
    return sent
  }
}

/// One row of an answer.
struct DatabaseRow {
  let library: ClientLibrary
  let answer: ClientLibrary.Answer
  let number: Int32

  /// The bytes in a column; nil where there is no value.
  func bytes(_ column: Int) -> [UInt8]? {
    let column = Int32(column)
    guard column < library.columnCount(answer), library.isNull(answer, number, column) == 0,
      let start = library.value(answer, number, column)
    else { return nil }
    let count = Int(library.length(answer, number, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The text in a column; empty where there is none.
  func text(_ column: Int) -> String { String(decoding: bytes(column) ?? [], as: UTF8.self) }

  /// The whole number in a column, of four or eight bytes; nil where there is none.
  func number(_ column: Int) -> Int? {
    guard let bytes = bytes(column) else { return nil }
    switch bytes.count {
    case 4: return Int(Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) }))
    case 8: return Int(Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
    default: return nil
    }
  }

  /// Whether the column says yes.
  func flag(_ column: Int) -> Bool { bytes(column) == [1] }
}
