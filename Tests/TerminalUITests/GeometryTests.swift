import Testing

@testable import TerminalUI

@Suite struct GeometryTests {
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
