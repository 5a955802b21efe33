/// A number by its spelling, which is always one that JSON allows.
public struct JSONNumber: Hashable, Sendable {
  /// The number as it is written, such as `12`, `0.50` or `1e9999`.
  public let spelling: String

  /// A whole number.
  public init(_ value: Int) {
    spelling = String(value)
  }

  /// A number, or nil for one that is not finite, which JSON cannot write.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    spelling = value.description
  }

  /// A number as spelled, or nil where JSON does not allow the spelling.
  public init?(spelling: String) {
    guard case .success(let document) = Result(catching: { try JSONDocument(text: spelling) }),
      document.root.kind == .number, document.root.byteRange.count == document.bytes.count
    else { return nil }
    self.spelling = spelling
  }

  init(accepted spelling: String) {
    self.spelling = spelling
  }
}
