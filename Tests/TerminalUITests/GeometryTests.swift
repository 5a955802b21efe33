import Testing

@testable import TerminalUI

@Suite struct GeometryTests {
  @Test(
    "A length is split as its parts ask",
    arguments: [
      ([Track.fixed(1), .share(1), .fixed(2)], 10, [1, 7, 2]),
      ([.share(1), .share(1), .share(1)], 10, [3, 3, 4]),
      ([.share(1), .share(2)], 9, [3, 6]),
      ([.fixed(8), .fixed(8)], 10, [8, 2]),
      ([.fixed(20), .share(1)], 10, [10, 0]),
      ([.share(1), .fixed(4)], 0, [0, 0]),
      ([.fixed(-3), .share(1)], 5, [0, 5]),
      ([], 5, []),
    ])
  func splits(tracks: [Track], total: Int, lengths: [Int]) {
    #expect(Rect.lengths(tracks, total: total) == lengths)
  }

  @Test("With a share the parts use up the whole length", arguments: 0...60)
  func usesEverything(total: Int) {
    var generator = SeededGenerator(seed: UInt64(total))
    for _ in 0..<50 {
      var tracks = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? Track.fixed(Int.random(in: 0...20, using: &generator))
          : .share(Int.random(in: 1...7, using: &generator))
      }
      tracks.append(.share(1))
      let lengths = Rect.lengths(tracks, total: total)
      #expect(lengths.reduce(0, +) == total)
      #expect(lengths.allSatisfy { $0 >= 0 })
    }
  }

  @Test("The parts of a rectangle lie side by side")
  func parts() {
    let area = Rect(x: 2, y: 3, width: 10, height: 6)
    #expect(
      area.columns([.fixed(4), .share(1)]) == [
        Rect(x: 2, y: 3, width: 4, height: 6), Rect(x: 6, y: 3, width: 6, height: 6),
      ])
    #expect(
      area.rows([.share(1), .fixed(1)]) == [
        Rect(x: 2, y: 3, width: 10, height: 5), Rect(x: 2, y: 8, width: 10, height: 1),
      ])
  }

  @Test("A rectangle smaller than its margin is empty")
  func inset() {
    #expect(
      Rect(Size(3, 3)).inset(horizontal: 1, vertical: 1) == Rect(x: 1, y: 1, width: 1, height: 1))
    #expect(Rect(Size(1, 1)).inset(horizontal: 1, vertical: 1).isEmpty)
  }

  @Test(
    "A rectangle has its left and top edge and not the ones beyond",
    arguments: [((0, 0), false), ((1, 1), true), ((3, 2), true), ((4, 2), false), ((3, 3), false)])
  func contains(place: (Int, Int), isInside: Bool) {
    let area = Rect(x: 1, y: 1, width: 3, height: 2)
    #expect(area.contains(Point(place.0, place.1)) == isInside)
  }
}
