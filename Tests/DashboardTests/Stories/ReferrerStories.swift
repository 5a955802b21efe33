import Dashboard
import Safeguarding
import TerminalUI
import Testing

/// Which records name the one that is looked at, however many there are.
@Suite struct ReferrerStories {
  /// The sample with so many more people that they are not looked through at once.
  private func crowded() -> Workspace {
    var workspace = Fixture.sample.workspace
    workspace.people.append(
      contentsOf: (0..<21_000).map { number in
        var person = Person()
        (person.id, person.name) = ("made-\(number)", "Made \(number)")
        return person
      })
    return workspace
  }

  @Test func ofVeryManyTheyAreLookedUpBesideTheScreen() {
    let workspace = crowded()
    story(on: .sample, at: Place(RecordPane.id, ["agency", "kent-police"])) {
      message(.loaded(workspace))
      expect(contains: "Records that name it", "Looking through")
      Step { story in
        let questions = story.effects.compactMap { effect -> ReferrerQuestion? in
          if case .findReferrers(let question) = effect { question } else { nil }
        }
        #expect(questions.map(\.record.id) == ["kent-police"])
        guard let question = questions.first else { return }
        _ = story.dashboard.receive(.referrers(question.found, question))
      }
      expect(lacks: "Looking through")
      expect(row: "Partnership")
      press("Right")
      Step { #expect($0.effects.isEmpty, "It asks once.") }
    }
  }

  @Test func theyAreThoseWhoseFieldsNameIt() {
    let workspace = Fixture.sample.workspace
    func slow(_ record: RecordID) -> Set<RecordID> {
      var found: Set<RecordID> = []
      func look<E: Entity>(_ type: E.Type) {
        for entity in workspace[E.self].all where entity.link != record {
          let findings = StoredSource.Findings()
          _ = E.read(from: StoredSource(entity.stored, findings))
          if findings.references.contains(record) { found.insert(entity.link) }
        }
      }
      for type in Kinds.all { look(type) }
      return found
    }
    func firsts<E: Entity>(_ type: E.Type) -> [RecordID] {
      workspace[E.self].all.prefix(2).map(\.link)
    }
    var count = 0
    for type in Kinds.all {
      for record in firsts(type) {
        let found = workspace.referrers(to: record)
        #expect(Set(found) == slow(record), "\(record.kind.name) \(record.id)")
        count += found.count
      }
    }
    #expect(count > 20)
  }
}
