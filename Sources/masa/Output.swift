import DataStore
import Glibc
import Reports
import TerminalUI

/// What leaves the program as text.
enum Output {
  /// Whether the locale's character set is UTF-8.
  static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name).uppercased() == "UTF-8"
  }

  /// Writes text to standard output, safe and in the locale's character set.
  static func write(_ text: String) {
    send(text, to: STDOUT_FILENO)
  }

  /// Writes a listing to standard output; JSON escapes what the locale has no letters for.
  static func write(_ listing: Listing, as format: ListingFormat) {
    let text = listing.written(as: format)
    write(format == .json && !isUTF8 ? SafeOutput.escapedJSON(text) : text)
  }

  /// Writes a calendar file to standard output: always UTF-8, as its standard asks.
  static func write(_ calendar: CalendarFile) { send(Array(calendar.text.utf8), to: STDOUT_FILENO) }

  /// Writes lines to standard output.
  ///
  /// A line end in the data becomes a space, so that no data can pass for a line of its own.
  static func write(lines: [String]) {
    let whole = lines.map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
    write(whole.joined(separator: "\n") + "\n")
  }

  /// Writes text as it is to standard error.
  static func complain(text: String) { send(text + "\n", to: STDERR_FILENO) }

  /// Writes a message to standard error.
  static func complain(_ sentence: String) {
    send("masa: \(sentence)\n", to: STDERR_FILENO)
  }

  private static func send(_ text: String, to descriptor: Int32) {
    let safe = SafeOutput.text(text)
    send(Array((isUTF8 ? safe : ascii(safe)).utf8), to: descriptor)
  }

  private static func send(_ all: [UInt8], to descriptor: Int32) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = uninterrupted { put(bytes, to: descriptor) }
      guard count > 0 else { giveUp(errno) }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes bytes, by another call of the system where the first one fails: a message must get out.
  private static func put(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int {
    Array(bytes).withUnsafeBytes { buffer in
      let count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno == EPIPE { return count }
      var part = iovec(
        iov_base: UnsafeMutableRawPointer(mutating: buffer.baseAddress), iov_len: buffer.count)
      return writev(descriptor, &part, 1)
    }
  }

  /// Ends the program when nothing can be written any more: quietly when nobody reads on.
  private static func giveUp(_ code: Int32) -> Never {
    if code == EPIPE { exit(0) }
    let sentence =
      "masa: not everything could be printed (\(String(cString: strerror(code)))). "
      + "The data is unchanged. Make room, or print elsewhere.\n"
    _ = put(sentence.utf8, to: STDERR_FILENO)
    exit(1)
  }

  /// The text in plain letters, for a locale that has no others.
  ///
  /// Curly quotes become single ones, so that a quoted CSV cell stays one cell.
  private static func ascii(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !letters.isEmpty || line.startIndex != text.unicodeScalars.startIndex {
        letters.append("\n")
      }
      let hasReturn = line.last == "\r"
      let quoted = line.dropLast(hasReturn ? 1 : 0).map { scalar -> Unicode.Scalar in
        scalar == "\u{201C}" || scalar == "\u{201D}" ? "'" : scalar
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: quoted)
      for unit in SafeText(String(view), glyphs: .of(.ascii)) {
        if let letter = Unicode.Scalar(unit.scalar) { letters.append(letter) }
      }
      if hasReturn { letters.append("\r") }
    }
    return String(letters)
  }
}
