/// A place in a grid of cells, counted from the top left corner.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

/// How many columns and rows something takes.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(_ width: Int, _ height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// How much of a length one part of a split gets.
package enum Track: Hashable, Sendable {
  /// Exactly so many cells.
  case fixed(Int)
  /// A share of what the fixed parts leave, in proportion to its weight.
  case share(Int)
}

/// An upright rectangle of cells.
package struct Rect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  package var isEmpty: Bool { width == 0 || height == 0 }
  package var maxX: Int { x + width }
  package var maxY: Int { y + height }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The rectangle without a margin on each side.
  package func inset(horizontal: Int, vertical: Int) -> Rect {
    Rect(
      x: x + horizontal, y: y + vertical, width: width - 2 * horizontal,
      height: height - 2 * vertical)
  }

  /// The parts of the rectangle from top to bottom.
  package func rows(_ tracks: [Track]) -> [Rect] {
    var top = y
    return Rect.lengths(tracks, total: height).map { length in
      defer { top += length }
      return Rect(x: x, y: top, width: width, height: length)
    }
  }

  /// The parts of the rectangle from left to right.
  package func columns(_ tracks: [Track]) -> [Rect] {
    var left = x
    return Rect.lengths(tracks, total: width).map { length in
      defer { left += length }
      return Rect(x: left, y: y, width: length, height: height)
    }
  }

  /// Splits a length so that fixed parts come first and shares use up the rest exactly.
  static func lengths(_ tracks: [Track], total: Int) -> [Int] {
    var fixed = 0
    var weights = 0
    for track in tracks {
      switch track {
      case .fixed(let length): fixed += length
      case .share(let weight): weights += weight
      }
    }
    var restLength = max(0, total - fixed)
    var restWeight = weights
    var left = total
    return tracks.map { track in
      var length: Int
      switch track {
      case .fixed(let wanted): length = wanted
      case .share(let weight):
        length = restWeight == 0 ? 0 : restLength * weight / restWeight
        restLength -= length
        restWeight -= weight
      }
      length = max(0, min(length, left))
      left -= length
      return length
    }
  }
}
