extension MissingReason: Choice {
  /// The reason in words.
  public var title: String { word }
}
