package import Safeguarding

/// What the journal was asked for.
package enum HistoryPurpose: Hashable, Sendable {
  /// Takes back what the person did last.
  case undo
  /// Does again what the person took back last.
  case redo
  /// Shows what became of a record, or of everything.
  case show(RecordID?)
  /// Shows what others changed since the person was here.
  case showSince
}
