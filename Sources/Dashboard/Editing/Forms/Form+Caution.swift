import Safeguarding

extension Form {
  /// What may be meant and looks wrong in a field: a planned meeting on a day that has passed.
  func caution(on field: FormField, _ context: PaneContext) -> String {
    passedDay(in: field, context) == nil ? "" : "in the past"
  }

  /// What is asked once before it is saved; nil where nothing looks wrong.
  func question(_ context: PaneContext) -> String? {
    let isTouched =
      isNew || fields.contains { ["date", "status"].contains($0.name) && $0.isChanged }
    guard isTouched, let day = fields.lazy.compactMap({ passedDay(in: $0, context) }).first else {
      return nil
    }
    return "Plan it for \(day.short), which is in the past?"
  }

  private func passedDay(in field: FormField, _ context: PaneContext) -> CalendarDate? {
    guard kind == Meeting.kind.name, field.name == "date", isPlanned(context),
      let value = field.reading(context).value,
      let day = FuzzyDate.read(from: WrittenSource(value))?.last, day < context.day
    else { return nil }
    return day
  }

  private func isPlanned(_ context: PaneContext) -> Bool {
    let status = fields.first { $0.name == "status" }?.reading(context).value?.text
    return status == MeetingStatus.planned.rawValue
  }
}
