import Safeguarding
import TerminalUI

extension Standpoint {
  /// The rotation of the chair whose terms are shown; nil elsewhere.
  private var rotation: Rotation? {
    guard isTerm, let group else { return nil }
    return ExecutivePane.rotation(of: group, on: context.day, in: context.workspace)
  }

  /// Whether a term in a chair is selected, recorded or by the pattern.
  private var isTerm: Bool {
    switch subject {
    case .record(let record): record.kind == ChairTerm.kind
    case .unrecorded(let addition): addition.kind == ChairTerm.kind
    case .part, .none: false
    }
  }

  /// The selected term in the chair and the one that follows it; nil where there are no such two.
  private var termsToSwap: (first: RotationStretch, second: RotationStretch)? {
    guard let terms = rotation?.stretches, let group else { return nil }
    let index = terms.firstIndex { stretch in
      switch subject {
      case .record(let record): stretch.term?.id == record.id
      case .unrecorded(let addition):
        stretch.term == nil && context.newTerm(of: Reference(group.id), as: stretch) == addition
      case .part, .none: false
      }
    }
    guard let index, let next = terms[(index + 1)...].first(where: { !$0.isVacant }) else {
      return nil
    }
    return (terms[index], next)
  }

  /// Why the selected term cannot be swapped with the next; nil when it can.
  var reasonNotToSwapTerms: String? {
    guard isTerm, let group else {
      return "Select a term in the chair first: pane 2, then Tab goes to the terms."
    }
    guard let (first, second) = termsToSwap else {
      return "No term follows this one, so there is nothing to swap it with."
    }
    if first.isVacant { return "Nobody has the chair then: press e to record who takes it." }
    if first.status == .held {
      return "This term was held. Only terms to come are swapped; press e to correct this one."
    }
    return [first, second].lazy.compactMap { stretch in
      if let term = self.context.workspace.chairTerms[stretch.term] {
        return self.reasonNotToChange(term.link)
      }
      return self.reasonNotToAdd(self.context.newTerm(of: Reference(group.id)))
    }.first
  }

  /// Opens the form that asks why two terms in the chair are swapped; both are saved as one edit.
  func swapTerms() -> Outcome {
    guard let group, let (first, second) = termsToSwap else { return .nothing }
    let subjects = [
      swapped(first, withChairOf: second, group), swapped(second, withChairOf: first, group),
    ]
    return .form(
      FormRequest(
        ChairTerm.swapForm, subjects, "Swap chair terms: \(name(of: first)) and \(name(of: second))"
      ))
  }

  /// A term as it stands, and as it is with the chair of another one.
  ///
  /// A term that only the pattern gives is recorded with it.
  private func swapped(
    _ stretch: RotationStretch, withChairOf other: RotationStretch, _ group: PartnershipGroup
  ) -> FormRequest.Subject {
    let recorded = context.workspace.chairTerms[stretch.term]
    var term = recorded ?? ChairTerm()
    if recorded == nil {
      term.group = Reference(group.id)
      (term.from, term.to) = (ImpreciseDate(stretch.first), ImpreciseDate(stretch.last))
    }
    (term.agency, term.person, term.title) = (other.agency, other.person, other.title)
    term.status = .planned
    let document =
      recorded.flatMap { context.workspace.document(of: $0.link) }
      ?? term.ownDocument ?? ""
    return FormRequest.Subject(
      target: FormTarget(RecordID(ChairTerm.kind, recorded?.id ?? ""), in: document),
      prepared: term.stored)
  }

  private func name(of stretch: RotationStretch) -> String {
    let chair =
      stretch.agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      ?? stretch.person.map { context.names(Person.kind, $0.id) } ?? stretch.title
    return "\(chair.isEmpty ? "not named" : chair) from \(stretch.first.short)"
  }
}
