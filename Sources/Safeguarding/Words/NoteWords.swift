extension String {
  /// A text of a file in the words of people: what a document does not print and was worked out begins with
  /// `derived:` there.
  public var asRead: String {
    // Most texts say nothing of the kind, and are looked through as bytes.
    guard utf8.count > String.derived.utf8.count, contains(String.derived) else { return self }
    var read = ""
    var rest = self[...]
    while let range = rest.firstRange(of: String.derived) {
      let before = rest[..<range.lowerBound]
      let isStart = (read + before).isEmpty || before.hasSuffix(". ")
      read += before + (isStart ? "Worked out:" : "worked out:")
      rest = rest[range.upperBound...]
    }
    return read + rest
  }

  private static let derived = "derived:"
}
