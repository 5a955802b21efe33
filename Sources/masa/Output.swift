import DataStore
import Glibc
import Letters
import Reports
import Safeguarding
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

  /// Writes a listing to standard output: text in the locale's character set, data in UTF-8.
  static func write(_ listing: Listing, as format: ListingFormat) {
    let text = listing.written(as: format)
    switch format {
    case .text: write(text)
    case .json: write(json: text)
    case .markdown: write(markdown: text)
    case .csv, .spreadsheet:
      send(format.mark + Array(SafeOutput.text(text).utf8), to: STDOUT_FILENO)
    }
  }

  /// Writes JSON to standard output: UTF-8 whatever the locale, with every character.
  static func write(json text: String) {
    send(Array(SafeOutput.json(text).utf8), to: STDOUT_FILENO)
  }

  /// Writes Markdown to standard output: UTF-8 whatever the locale.
  static func write(markdown text: String) {
    send(Array(SafeOutput.text(text).utf8), to: STDOUT_FILENO)
  }

  /// Writes bytes that were made safe already to standard output.
  static func write(bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

  /// Writes a calendar file to standard output: always UTF-8, as its standard asks.
  static func write(_ calendar: CalendarFile) { send(Array(calendar.text.utf8), to: STDOUT_FILENO) }

  /// Writes lines to standard output.
  ///
  /// A line end in the data becomes a space, so that no data can pass for a line of its own.
  static func write(lines: [String]) { write(text(of: lines)) }

  /// Lines as one text, none of which can pass for two.
  static func text(of lines: [String]) -> String {
    lines.map(oneLine).joined(separator: "\n") + "\n"
  }

  /// A text with a space for each line end in it.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }

  /// A text in which every control character, line end and mark of direction can be seen.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x0A: "\\n"
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
  }

  /// What a person may not read, in sentences: the first three places with whom to ask.
  static func sentences(ofClosed access: Access) -> [String] {
    let closed = access.closed
    let others = closed.dropFirst(3).map(\.path)
    return closed.prefix(3).map {
      oneLine($0.sentence) + " What lies there is neither shown nor counted."
    }
      + (others.isEmpty
        ? []
        : [
          oneLine(
            "Closed to you as well, and neither shown nor counted: "
              + "\(others.joined(separator: ", ")). Ask \(access.contact).")
        ])
  }

  /// What cannot be read of the data, as a sentence; nil where all can be.
  static func sentence(ofUnread workspace: Workspace) -> String? {
    let unread = workspace.faults.unreadFiles
    guard let first = unread.first else { return nil }
    let others = unread.count > 1 ? " and \(unread.count - 1) more" : ""
    return "Not everything can be shown: \(first.place)\(others) cannot be read. \(first.message) "
      + "masa check tells how to mend it."
  }

  /// Says on standard error what cannot be read, and what a person may not read.
  static func complain(ofMissingIn workspace: Workspace) {
    if let sentence = sentence(ofUnread: workspace) { complain(sentence) }
    complain(ofClosed: workspace.access)
  }

  /// Says on standard error what a person may not read.
  static func complain(ofClosed access: Access) {
    for sentence in sentences(ofClosed: access) { complain(sentence) }
  }

  /// Writes what tells of a change that is saved, whether that can be printed or not.
  static func write(saved text: String) { send(text, to: STDOUT_FILENO, or: .receiptLost) }

  /// Writes what tells of a change that is saved as JSON.
  static func write(savedJSON text: String) {
    send(Array(SafeOutput.json(text).utf8), to: STDOUT_FILENO, or: .receiptLost)
  }

  /// Writes text as it is to standard error.
  static func complain(text: String) { send(text + "\n", to: STDERR_FILENO) }

  /// Writes a message to standard error.
  static func complain(_ sentence: String) {
    send("masa: \(sentence)\n", to: STDERR_FILENO)
  }

  /// What is said, and the status, when not all could be printed.
  private enum Loss {
    case listingCut, receiptLost

    func sentence(_ reason: String) -> String {
      switch self {
      case .listingCut:
        "Not everything could be printed (\(reason)). The data is unchanged. "
          + "Make room, or print elsewhere."
      case .receiptLost:
        "The change is saved, but its id could not be printed (\(reason)). "
          + "Do not enter it again; masa history shows it."
      }
    }

    var status: Int32 { self == .receiptLost ? 0 : 1 }
  }

  private static func send(_ text: String, to descriptor: Int32, or loss: Loss = .listingCut) {
    let safe = SafeOutput.text(text)
    if !isUTF8, descriptor == STDOUT_FILENO, safe.unicodeScalars.contains(where: isLost) {
      lossTold
    }
    send(Array((isUTF8 ? safe : ascii(safe)).utf8), to: descriptor, or: loss)
  }

  /// Says once that letters are lost.
  private static let lossTold: Void = complain(
    "This locale has no letters outside ASCII, so some are printed in plain letters or as a question "
      + "mark; the data is unchanged. Set LC_ALL=C.UTF-8 to see them. JSON and CSV keep them.")

  /// Whether plain letters say less than a character: quotation marks, dashes and frames do not.
  private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII || (0x2190...0x25ff).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .spaceSeparator, .format:
      return false
    case .otherSymbol: return scalar.value > 0xffff
    default: return true
    }
  }

  /// Sends bytes, or ends the program: quietly when nobody reads on.
  private static func send(_ all: [UInt8], to descriptor: Int32, or loss: Loss = .listingCut) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = uninterrupted { put(bytes, to: descriptor) }
      guard count <= 0 else {
        bytes = bytes.dropFirst(count)
        continue
      }
      if errno == EPIPE { exit(0) }
      let sentence = "masa: \(loss.sentence(String(cString: strerror(errno))))\n"
      _ = put(sentence.utf8, to: STDERR_FILENO)
      exit(loss.status)
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
