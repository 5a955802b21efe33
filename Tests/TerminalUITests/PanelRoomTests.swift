import Testing

@testable import TerminalUI

@Suite struct PanelRoomTests {
  private static let area = Rect(x: 0, y: 4, width: 120, height: 35)
  private static let list = PanelWish(width: 100, leastWidth: 50, rows: 80)

  private func place(
    _ wishes: [PanelWish], main: Int = 0, in area: Rect = PanelRoomTests.area
  ) -> [Rect] {
    PanelRoom(wishes, main: main, in: area).areas
  }

  @Test("A panel alone has the whole room")
  func alone() {
    #expect(place([Self.list]) == [Self.area])
  }

  @Test("The detail stands beside the list where the list keeps its width, else below")
  func detail() {
    let detail = PanelWish(width: 60, leastWidth: 39, rows: 10, isDetail: true, isFlexible: true)
    let wide = place([Self.list, detail], in: Rect(x: 0, y: 4, width: 160, height: 35))
    #expect(wide[0] == Rect(x: 0, y: 4, width: 100, height: 35))
    #expect(wide[1] == Rect(x: 100, y: 4, width: 60, height: 35))
    let narrow = place([Self.list, detail])
    #expect(narrow[0] == Rect(x: 0, y: 4, width: 120, height: 25))
    #expect(narrow[1] == Rect(x: 0, y: 29, width: 120, height: 10))
  }

  @Test("A text stands below where it would be narrow beside, as long as everything shows whole")
  func narrowText() {
    let list = PanelWish(width: 155, leastWidth: 50, rows: 10)
    let text = PanelWish(width: 70, leastWidth: 40, rows: 12, isFlexible: true)
    let tall = place([list, text], in: Rect(x: 0, y: 4, width: 200, height: 55))
    #expect(tall[0].width == 200 && tall[1].width == 200 && tall[1].y == tall[0].maxY)
    let low = place([list, text], in: Rect(x: 0, y: 4, width: 200, height: 20))
    #expect(low[0].width < 200 && low[1].x == low[0].maxX)
    let wide = place([list, text], in: Rect(x: 0, y: 4, width: 220, height: 55))
    #expect(wide[1].x == wide[0].maxX)
  }

  @Test("What nobody has a use for is blank at the foot and never above another panel")
  func restAtFoot() {
    let list = PanelWish(width: 100, leastWidth: 50, rows: 8)
    let detail = PanelWish(width: 60, leastWidth: 39, rows: 10, isDetail: true, isFlexible: true)
    let other = PanelWish(width: 110, leastWidth: 100, rows: 5)
    let places = place([list, detail, other])
    #expect(places[1].y == places[2].maxY && places[1].maxY == Self.area.maxY)
    #expect(places[2].y == places[0].maxY && places[2].height == 5)
    // Where nothing is left over they stand in the order of their worth.
    let long = place([Self.list, detail, other])
    #expect(long[2].y == long[1].maxY)
  }

  @Test("Others fill a shelf from left to right, the last one to the edge")
  func shelf() {
    let small = PanelWish(width: 50, leastWidth: 30, rows: 6)
    let places = place([Self.list, small, small])
    #expect(places[1] == Rect(x: 0, y: 33, width: 51, height: 6))
    #expect(places[2] == Rect(x: 51, y: 33, width: 69, height: 6))
  }

  @Test("The first panel of a shelf needs no line at its left")
  func shelfToTheCell() {
    let first = PanelWish(width: 58, leastWidth: 49, rows: 6)
    let second = PanelWish(width: 90, leastWidth: 61, rows: 6)
    let places = place([Self.list, first, second])
    #expect(places[1].y == places[2].y)
    #expect(places[1].width == 58 && places[2].width == 62)
  }

  @Test("Lists stand over one another where each then has its width and all its rows, else beside")
  func lists() {
    let main = PanelWish(width: 110, leastWidth: 50, rows: 6)
    let (few, many) = (
      PanelWish(width: 70, leastWidth: 40, rows: 4), PanelWish(width: 90, leastWidth: 40, rows: 25)
    )
    let whole = place([main, few, many])
    #expect(whole.map(\.width) == [120, 120, 120])
    #expect(whole.map(\.height) == [6, 4, 25])
    let low = place([main, few, many], in: Rect(x: 0, y: 4, width: 120, height: 30))
    #expect(low[1].y == low[2].y && low[1].width < 120)
  }

  @Test("What is left over of a shelf goes to a list that could show more, then to a text")
  func leftOver() {
    let text = PanelWish(width: 50, leastWidth: 40, rows: 6, isFlexible: true)
    let list = PanelWish(width: 40, leastWidth: 30, rows: 6, wholeWidth: 52)
    let places = place([Self.list, text, list])
    #expect(places[1].width == 67 && places[2].width == 53)
  }

  @Test("What does not fit beside others begins another shelf, and each has its least")
  func shelves() {
    let small = PanelWish(width: 90, leastWidth: 40, rows: 20)
    let places = place([Self.list, small, small])
    #expect(places.map(\.width) == [120, 120, 120])
    #expect(places.map(\.height).reduce(0, +) == 35)
    #expect(places.allSatisfy { $0.height >= 4 })
  }

  @Test("An extra shows only where the main panel does not go short for it")
  func extras() {
    let side = PanelWish(width: 100, leastWidth: 60, rows: 12)
    var extra = side
    extra.isExtra = true
    let low = place([Self.list, side, extra], in: Rect(x: 0, y: 2, width: 100, height: 15))
    #expect(low[2].isEmpty && !low[1].isEmpty)
    #expect(!place([Self.list, side, extra])[2].isEmpty)
  }

  @Test("An extra stands under the main panel though the text beside it is longer than the screen")
  func extrasBesideText() {
    let list = PanelWish(width: 100, leastWidth: 50, rows: 12)
    var papers = PanelWish(width: 80, leastWidth: 40, rows: 10)
    papers.isExtra = true
    let text = PanelWish(width: 60, leastWidth: 40, rows: 90, isFlexible: true)
    let places = place([list, papers, text], in: Rect(x: 0, y: 4, width: 160, height: 40))
    #expect(places[1] == Rect(x: 0, y: 16, width: 100, height: 28))
    #expect(places[2] == Rect(x: 100, y: 4, width: 60, height: 40))
  }

  @Test("A text longer than its column stands where more of it shows")
  func longText() {
    let list = PanelWish(width: 100, leastWidth: 50, rows: 12)
    let members = PanelWish(width: 50, leastWidth: 30, rows: 25)
    let text = PanelWish(width: 60, leastWidth: 40, rows: 60, isFlexible: true)
    let places = place([list, members, text], in: Rect(x: 0, y: 4, width: 160, height: 40))
    #expect(places[1].x == places[0].width)
    #expect(places[2].x == 0 && places[2].y == 16 && places[2].height == 28)
  }

  @Test("What a column beside has no use for goes to a list that is still cut")
  func mainTakesTheRest() {
    let list = PanelWish(width: 100, leastWidth: 50, rows: 30, wholeWidth: 130)
    let detail = PanelWish(width: 50, leastWidth: 39, rows: 10, isDetail: true, isFlexible: true)
    let area = Rect(x: 0, y: 4, width: 190, height: 35)
    #expect(place([list, detail], in: area).map(\.width) == [130, 60])
    let narrow = Rect(x: 0, y: 4, width: 170, height: 35)
    #expect(place([list, detail], in: narrow).map(\.width) == [119, 51])
  }

  @Test("Where rows are scarce the last panels are left out, the main one never")
  func scarce() {
    let side = PanelWish(width: 100, leastWidth: 60, rows: 12)
    for height in 1...40 {
      let places = place(
        [side, Self.list, side, side], main: 1, in: Rect(x: 0, y: 2, width: 80, height: height))
      #expect(!places[1].isEmpty, "\(height)")
      let shown = places.indices.filter { !places[$0].isEmpty && $0 != 1 }
      #expect(shown == Array([0, 2, 3].prefix(shown.count)), "\(height): \(shown)")
    }
  }

  @Test("A main panel with little in it leaves the rest to the others")
  func short() {
    let main = PanelWish(width: 118, leastWidth: 50, rows: 5)
    let places = place([main, PanelWish(width: 90, leastWidth: 40, rows: 60)])
    #expect(places.map(\.height) == [5, 30])
  }
}
