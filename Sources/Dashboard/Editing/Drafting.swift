import Entry
import Safeguarding
import TerminalUI

extension Form {
  /// The name under which what is typed here is kept, the same for the same part of a record.
  var draftID: String {
    guard subjects.count == 1, let subject = subjects.first else {
      // What no record tells yet has no id; the title names it.
      let isNamed = !subjects.contains(where: \.target.isNewRecord)
      let ids = isNamed ? subjects.map(\.target.record.id).sorted() : [title]
      return "\(kind.id).\(Form.fingerprint(of: ids))"
    }
    return Form.draftID(kind.id, subject, start: start)
  }

  /// The name under which what is typed into a form is kept.
  static func draftID(_ kind: String, _ subject: Subject, start: StoredValue?) -> String {
    let target = subject.target
    let part = target.isNew ? start : subject.base?.value(at: target.path)
    let place = target.path.map { step in
      if case .element(let index) = step { part?.identity ?? String(index) } else { step.stored }
    }
    let folder = target.document.replacing("/", with: "_").replacing(".json", with: "")
    let about = target.isNew ? [part?.identity ?? ""] : []
    return [kind, folder, target.record.id.isEmpty ? "new" : target.record.id]
      .joined(separator: ".") + "." + fingerprint(of: place + about)
  }

  /// What is typed, as it is kept until it is saved: what stands in a form inside this one, too.
  func draft(_ outer: EntryContext) -> Draft {
    var whole = self
    whole.takeInside(outer)
    let context = outer.adding(whole.added)
    let subject = subjects.first
    let target = subject?.target ?? FormTarget(RecordID(ActionItem.kind, ""), in: "")
    let isOne = subjects.count == 1
    var (texts, values) = whole.typedInFields(context)
    if !texts.isEmpty || !values.isEmpty {
      if !whole.added.isEmpty { values[AddedRecord.key] = .list(whole.added.map(\.stored)) }
      let aside = whole.setAside.compactMap { $0.storedAside(context) }
      if !aside.isEmpty { values[Form.asideKey] = .list(aside) }
    }
    return Draft(
      id: draftID, title: title, form: kind.id, document: isOne ? target.document : "",
      record: isOne ? target.record : RecordID(target.record.kind, ""),
      path: isOne ? target.path.map(\.stored) : [], base: isOne ? subject?.base : nil,
      start: start, texts: texts, values: values)
  }

  /// How one comes back to what is typed here, in words.
  var wayBack: String {
    let isPrefilled = isNew && start?["title"]?.text?.isEmpty == false
    if let command = kind.command { return command.wayBack }
    if let command = Postponement.command(of: kind.shape.kind) {
      return "‹\(command)› on the same row"
    }
    if kind.shape.kind == ActionItem.kind, isPrefilled {
      return "‹action-from-outcome› on the same item"
    }
    if subjects.first?.target.isNewRecord == true, start?["from"] != nil || isPrefilled {
      return "‹edit› on the same row"
    }
    return isNew ? "‹add› in the same place" : "‹edit› on the same record"
  }

  /// A number of the texts that is the same in every run.
  private static func fingerprint(of texts: [String]) -> String {
    var hash = StableHash()
    for text in texts {
      for byte in text.utf8 + [0] { hash.add(UInt64(byte)) }
    }
    return String(hash.value, radix: 16)
  }
}

extension StoredValue {
  /// What an element of a list is known by, while others come and go around it.
  var identity: String? {
    for key in ["title", "text", "seat", "person", "agency"] {
      if let text = self[key]?.text { return text }
    }
    return nil
  }
}

extension Dashboard {
  /// Opens a form, with what was typed into it before and not saved.
  mutating func open(_ form: Form) {
    var form = form
    let draft = drafts[form.draftID]
    if let draft {
      form = resumed(draft, instead: form)
      notice = "Here is what you typed before and did not save. Ctrl-X drops it."
    }
    form.readFrom = context.stored.folderIdentities
    self.form = form
    mode = .editing
  }

  /// The form as it was left: what it changes is told by the record as it was then.
  private func resumed(_ draft: Draft, instead form: Form) -> Form {
    guard form.subjects.count == 1, let now = form.subjects.first else {
      return form.typed(draft.texts)
    }
    let path = draft.path.map { PathStep(stored: $0) }
    let target = FormTarget(now.target.record, in: now.target.document, path: path)
    let added = (draft.values[AddedRecord.key]?.elements ?? []).compactMap {
      AddedRecord(stored: $0)
    }
    var resumed = Form(
      form.kind, draft.title, [Form.Subject(target, base: draft.base)], start: draft.start,
      typed: draft.texts, allowed: context.allowedFields(in: target.document), author: identity,
      values: draft.values, context.entry.adding(added))
    resumed.added = added
    resumed.setAside = (draft.values[Form.asideKey]?.elements ?? []).compactMap {
      Form.aside($0, author: identity, context.entry.adding(added))
    }
    return resumed.subjects.first?.base == now.base
      ? resumed : resumed.saying(meanwhile: now.base)
  }

  /// Keeps what is typed, or forgets it where nothing differs any more.
  mutating func keepDraft() -> [DashboardEffect] {
    guard let form else { return GridEntry.keepDraft(in: &self) }
    let draft = form.draft(context.entry)
    if draft.isEmpty {
      return drafts.removeValue(forKey: draft.id) == nil ? [] : [.dropDraft(draft.id)]
    }
    drafts[draft.id] = draft
    return [.saveDraft(draft)]
  }

  /// Closes the form for good.
  mutating func closeForm() -> [DashboardEffect] {
    guard let form else { return GridEntry.close(in: &self) }
    self.form = nil
    mode = .browsing
    return drafts.removeValue(forKey: form.draftID) == nil ? [] : [.dropDraft(form.draftID)]
  }
}

extension Form {
  /// The form with other texts typed into it.
  func typed(_ texts: [String: String]) -> Form {
    var form = self
    for index in form.fields.indices {
      if let text = texts[form.fields[index].name] {
        form.fields[index].editor.replaceAll(with: text)
      }
    }
    return form
  }

  /// The form with a sentence about what became of the record meanwhile; none where nothing did.
  func saying(meanwhile now: StoredValue?) -> Form {
    var form = self
    guard subjects.count == 1, let subject = subjects.first, let base = subject.base, base != now,
      now == nil || Form.differs(subject.target, base, now)
    else {
      form.meanwhile = ""
      return form
    }
    form.meanwhile =
      now == nil
      ? "Somebody has removed this record meanwhile. What you typed is kept here."
      : "Somebody has changed this record meanwhile. What you save is put beside it; "
        + "where both changed the same field, you are asked."
    return form
  }

  /// Whether the part of a record that a form changes is another one now.
  ///
  /// An element of a list is found again by what it is, wherever it stands now.
  private static func differs(
    _ target: FormTarget, _ base: StoredValue, _ now: StoredValue?
  ) -> Bool {
    if target.path.last == .newElement { return false }
    guard let part = base.value(at: target.path) else { return true }
    guard case .element? = target.path.last else { return now?.value(at: target.path) != part }
    let list = now?.value(at: target.path.dropLast())?.elements ?? []
    return !list.contains(part)
  }
}
