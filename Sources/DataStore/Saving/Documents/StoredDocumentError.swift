import Safeguarding

/// Why a file cannot be changed; it is as it was.
struct StoredDocumentError: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  /// The same for the person whose change it was.
  ///
  /// A reason that already says whom to ask gets no further advice.
  var asCommitError: CommitError {
    let advice =
      reason.contains(" ask ") || reason.contains("Ask ")
      ? "" : " Mend that, or ask the administrator of this server, and try again."
    return .refused("Your change was not saved: \(reason) Nothing was changed.\(advice)")
  }
}
