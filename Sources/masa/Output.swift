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

  /// Writes lines to standard output.
  static func write(lines: [String]) {
    write(lines.joined(separator: "\n") + "\n")
  }

  /// Writes a message to standard error.
  static func complain(_ sentence: String) {
    send("masa: \(sentence)\n", to: STDERR_FILENO)
  }

  private static func send(_ text: String, to descriptor: Int32) {
    let safe = SafeOutput.text(text)
    let shown = isUTF8 ? safe : ascii(safe)
    var bytes = Array(shown.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// The text in plain letters, for a locale that has no others.
  private static func ascii(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var letters = String.UnicodeScalarView()
      for unit in SafeText(String(line), glyphs: .of(.ascii)) {
        if let letter = Unicode.Scalar(unit.scalar) { letters.append(letter) }
      }
      return String(letters)
    }.joined(separator: "\n")
  }
}
