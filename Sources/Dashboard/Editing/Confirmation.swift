package import Safeguarding

/// A question before something that takes away: no by default, yes only by the letter y.
package struct Confirmation: Hashable, Sendable {
  /// What is done after yes.
  package enum Purpose: Hashable, Sendable {
    /// Saves an edit.
    case commit(Edit)
    /// Saves the open form though something in it looks wrong.
    case saveForm
    /// Throws away what is typed into the open form.
    case dropDraft
    /// Throws away a draft, by its id.
    case forgetDraft(String)
  }

  /// What is asked; it names what would be gone.
  package let question: String
  package let purpose: Purpose

  package init(_ question: String, _ purpose: Purpose) {
    self.question = question
    self.purpose = purpose
  }
}
