import CNcurses

/// The language a person's terminal speaks.
package enum TerminalLocale {
  /// Takes over the person's character set; answers whether it is UTF-8.
  ///
  /// A UTF-8 locale that is not installed becomes the one that every computer has.
  @discardableResult
  package static func use() -> Bool { masa_use_locale() }
}
