import Glibc
import JSONDocument

/// A folder's journal, held open and read piece by piece.
///
/// Whoever may write the folder may have put anything in its place, of any size. So nothing is read as a
/// whole that is not known to be a line, and no look goes further than a bound.
struct JournalFile: ~Copyable {
  /// No save writes a longer line.
  static let largestLine = JSONDocument.maximumByteCount
  /// How much of the end is read at most into memory at once.
  static let largestPart = 64 << 20
  /// A longer journal is not looked through from its beginning.
  static let largestWhole = 1 << 30
  /// More pieces than saves ever leave that were cut off.
  private static let mostPieces = 1000
  private static let pageSize = 65_536

  /// How long it was when it was opened, in bytes.
  let length: Int
  private let file: OpenFile
  private let path: String
  /// The bytes that were read last, and where they begin.
  private var page: (start: Int, bytes: [UInt8]) = (0, [])

  /// Opens the journal of a folder; nil when it has none.
  ///
  /// A link, a folder, a pipe or a device in its place is refused.
  init?(in folder: borrowing OpenFolder) throws(StorageFailure) {
    let opened: OpenFile
    do throws(StorageFailure) {
      opened = try folder.open(journalName, O_RDONLY, step: .read)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    length = opened.size
    file = opened
    path = folder.path + "/" + journalName
  }

  /// Why nothing can be made of it.
  func failure(_ code: Int32) -> StorageFailure { StorageFailure(.read, path: path, code: code) }

  /// What it holds between two places; less where it became shorter meanwhile.
  func bytes(_ range: Range<Int>) throws(StorageFailure) -> [UInt8] {
    guard range.count <= Self.largestPart + Self.pageSize else { throw failure(EFBIG) }
    return try read(range, of: file, path: path)
  }

  /// Where a line begins that ends at a place; nil when it is longer than any that a save writes.
  mutating func lineStart(before end: Int) throws(StorageFailure) -> Int? {
    var position = end
    while position > 0 {
      guard end - position <= Self.largestLine else { return nil }
      try load(before: position)
      let count = position - page.start
      let found = page.bytes.withUnsafeBytes { bytes in
        var place = count - 1
        while place >= 0, bytes[place] != Journal.lineEnd { place -= 1 }
        return place < 0 ? nil : place
      }
      if let found { return page.start + found + 1 }
      position = page.start
    }
    return 0
  }

  /// The last whole line with its place; nil when there is none.
  ///
  /// - Throws: ``StorageFailure`` when what stands behind it is more than saves leave that were cut off.
  mutating func lastLine(
    of folder: String
  ) throws(StorageFailure) -> (line: JournalLine, start: Int)? {
    if endsInNothing { throw failure(EBADMSG) }
    var (end, pieces) = (length, 0)
    while end > 0 {
      let lineEnd = try byte(before: end) == Journal.lineEnd ? end - 1 : end
      guard pieces < Self.mostPieces, length - lineEnd <= Self.largestLine,
        let start = try lineStart(before: lineEnd)
      else { throw failure(EBADMSG) }
      if try mayBeLine(start..<lineEnd),
        let line = try line(start..<lineEnd, of: folder)
      {
        return (line, start)
      }
      pieces += 1
      end = start
    }
    return nil
  }

  /// A line of which the changes need only tell which files they are of; nil when it is none.
  ///
  /// A long one is read piece by piece: nobody needs what it says, and an import is one line.
  private func line(_ range: Range<Int>, of folder: String) throws(StorageFailure) -> JournalLine? {
    guard range.count > JournalLine.longLength else {
      return JournalLine(try part(range), folder: folder)
    }
    let bodyEnd = range.upperBound - JournalLine.hashMark.count - Digest.length - 2
    var (digest, outline) = (Digest(), JournalOutline())
    var position = range.lowerBound
    while position < range.upperBound {
      let piece = try bytes(position..<min(range.upperBound, position + 1 << 18))
      // It became shorter while it was read.
      if piece.isEmpty { return nil }
      digest.update(piece.prefix(max(0, bodyEnd - position)))
      outline.read(piece[...])
      position += piece.count
    }
    let hash = digest.finish()
    let written = try bytes(range.upperBound - 2 - Digest.length..<range.upperBound - 2)
    guard written.elementsEqual(hash.utf8) else { return nil }
    return outline.isOdd
      ? JournalLine(try part(range), folder: folder, isBrief: true)
      : JournalLine(trusted: outline.bytes, hash: hash, folder: folder, isBrief: true)
  }

  /// The hash that the line of an entry has, empty when there is no such line any more.
  ///
  /// Nil when it stands further back than is looked for while others wait.
  mutating func hash(ofEntry sequence: Int) throws(StorageFailure) -> String? {
    var end = length
    while end > 0, length - end < 8 << 20 {
      let lineEnd = try byte(before: end) == Journal.lineEnd ? end - 1 : end
      guard let start = try lineStart(before: lineEnd) else { return nil }
      if try mayBeLine(start..<lineEnd) {
        let head = try part(start..<min(lineEnd, start + 40)).dropFirst(#"{"sequence":"#.utf8.count)
        let digits = head.prefix { (0x30...0x39).contains($0) }
        let found = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        if found == sequence {
          let hash = try part((lineEnd - 66)..<(lineEnd - 2))
          return String(decoding: hash, as: UTF8.self)
        }
        if found < sequence { return "" }
      }
      end = start
    }
    return end > 0 ? nil : ""
  }

  /// The byte before a place that is not the beginning.
  mutating func byte(before place: Int) throws(StorageFailure) -> UInt8 {
    try load(before: place)
    return page.bytes[place - 1 - page.start]
  }

  /// Whether more than any line is missing at the end of the file, so that it reads as zeros.
  private var endsInNothing: Bool {
    // SEEK_DATA of Linux.
    length > Self.largestLine && lseek(file.descriptor, length - Self.largestLine, 3) < 0
      && errno == ENXIO
  }

  /// Whether the end of a line is that of one which a save has written.
  private mutating func mayBeLine(_ range: Range<Int>) throws(StorageFailure) -> Bool {
    JournalLine.mayEnd(
      try part(max(range.lowerBound, range.upperBound - 80)..<range.upperBound)[...])
  }

  /// Bytes that may stand in the page.
  private func part(_ range: Range<Int>) throws(StorageFailure) -> [UInt8] {
    let (start, end) = (range.lowerBound - page.start, range.upperBound - page.start)
    return start >= 0 && end <= page.bytes.count ? Array(page.bytes[start..<end]) : try bytes(range)
  }

  /// Has the bytes before a place at hand.
  private mutating func load(before place: Int) throws(StorageFailure) {
    if page.start < place, place <= page.start + page.bytes.count { return }
    let start = max(0, place - Self.pageSize)
    page = (start, try bytes(start..<place))
    // It became shorter while it was read.
    guard page.bytes.count == place - start else { throw failure(EBADMSG) }
  }
}

extension JournalFile {
  /// Hands out one line after the other from the beginning, as long as they are wanted; nil for one that is
  /// longer than any save writes.
  ///
  /// - Throws: ``StorageFailure`` when it is too long to be looked through.
  func forEachLine(
    within largest: Int = largestWhole, _ take: (_ line: ArraySlice<UInt8>?) -> Bool
  ) throws(StorageFailure) {
    guard length <= largest else { throw failure(EFBIG) }
    var (rest, position, isTooLong): ([UInt8], Int, Bool) = ([], 0, false)
    while position < length {
      let piece = try bytes(position..<min(length, position + (1 << 20)))
      if piece.isEmpty { break }
      position += piece.count
      var begin = piece.startIndex
      while let end = Journal.lineEnd(in: piece, from: begin) {
        if !rest.isEmpty { rest += piece[begin..<end] }
        let goesOn = take(isTooLong ? nil : rest.isEmpty ? piece[begin..<end] : rest[...])
        if !goesOn { return }
        (rest, isTooLong, begin) = ([], false, end + 1)
      }
      if !isTooLong { rest += piece[begin...] }
      if rest.count > Self.largestLine { (rest, isTooLong) = ([], true) }
    }
    if isTooLong || !rest.isEmpty { _ = take(isTooLong ? nil : rest[...]) }
  }
}

/// What a file holds between two places; less where it is shorter.
func read(
  _ range: Range<Int>, of file: borrowing OpenFile, path: String
) throws(StorageFailure) -> [UInt8] {
  let (start, size, descriptor) = (range.lowerBound, range.count, file.descriptor)
  var code: Int32?
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let place = buffer.baseAddress.map { $0 + count }
      let step = uninterrupted { pread(descriptor, place, size - count, start + count) }
      if step < 0 { code = errno }
      guard step > 0 else { return }
      count += step
    }
  }
  if let code { throw StorageFailure(.read, path: path, code: code) }
  return bytes
}
