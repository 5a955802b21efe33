import Testing

@testable import DataStore

/// Work that two threads share.
@Suite struct SharedWorkTests {
  @Test(arguments: [0, 1, 31, 32, 33, 1000])
  func twoReadersGiveOneOutcomeForEachItemInItsPlace(count: Int) {
    let items = Array(0..<count)
    let made = TwoReaders.map(items) {
      var seen = 0
      return { item -> [Int] in
        seen += 1
        return [item, seen]
      }
    }
    #expect(made.map { $0[0] } == items)
    // Each thread has its own state, so that no two share a count beyond what both have made.
    #expect(made.allSatisfy { $0[1] <= count })
  }

  @Test func aTaskHandsOutSomethingOnItsWayAndGoesOn() {
    let gate = Monitor(false)
    let task = StagedTask<Int, String> { handOut in
      handOut(1)
      // It cannot be done before somebody has what was handed out.
      return gate.wait { $0 ? .go("whole") : .wait() }
    }
    #expect(task.first() == 1)
    gate.withLock { $0 = true }
    #expect(task.last() == "whole")
  }

  @Test func whatWasTakenIsNotKept() {
    let task = StagedTask<Int, Int?> { handOut in
      handOut(1)
      return nil
    }
    #expect(task.last() == .some(.none))
    #expect(task.last() == nil)
    #expect(task.first() == 1)
    #expect(task.first() == nil)
  }

  @Test func workThatHandsOutNothingLeavesNobodyWaiting() {
    let task = StagedTask<Int, Int> { _ in 7 }
    #expect(task.first() == nil)
    #expect(task.last() == 7)
  }
}
