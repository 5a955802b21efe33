/// Why the disk did not do what was asked of it: the step, the file and the reason.
package struct StorageFailure: Error, Hashable, Sendable {
  /// What was being done when it failed.
  package enum Step: String, Hashable, Sendable, CaseIterable {
    case open
    case list
    case lock
    case read
    /// Making the new file beside the old one.
    case create
    /// Giving the new file the group, the mode and the access list of the old one.
    case attributes
    case write
    /// Having the disk confirm that it holds what was written.
    case confirm
    case rename
    case shorten
  }

  /// What was being done.
  package let step: Step
  /// The file or folder, as the folder was named when it was opened.
  package let path: String
  /// The system's number for the reason (`errno`).
  package let code: Int32
  /// Whether the new text stands in the file all the same, though the disk has not confirmed it.
  package let isWritten: Bool
  /// Whether what was added was taken back again without the disk's word for it.
  package var isTakenBackUnsurely = false
  /// Who holds the lock that was waited for, in words; nil where that is not known.
  package let holder: String?

  /// Names a step that failed.
  package init(
    _ step: Step, path: String, code: Int32, isWritten: Bool = false, holder: String? = nil
  ) {
    self.step = step
    self.path = path
    self.code = code
    self.isWritten = isWritten
    self.holder = holder
  }
}
