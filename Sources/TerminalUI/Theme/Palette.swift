/// The colours of xterm, by which a theme's colours are put into fewer ones.
package enum Palette {
  /// The steps of red, green and blue in the cube of 216 colours.
  private static let steps = [0, 95, 135, 175, 215, 255]

  private static let firstSixteen: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  /// Red, green and blue, 0 to 255 each, of a colour's number; numbers outside 0...255 are black.
  package static func components(ofIndex index: Int) -> (red: Int, green: Int, blue: Int) {
    switch index {
    case 0..<16:
      let value = Int(firstSixteen[index])
      return (value >> 16, value >> 8 & 0xff, value & 0xff)
    case 16..<232:
      let place = index - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    case 232..<256:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    default:
      return (0, 0, 0)
    }
  }

  /// The number of the nearest colour of the cube and the greys.
  ///
  /// The first 16 are left out: every terminal lets its owner change them.
  package static func nearest256(red: Int, green: Int, blue: Int) -> Int {
    nearest(in: 16..<256, red: red, green: green, blue: blue)
  }

  /// The number of the nearest of the first 16 colours, as xterm shows them.
  package static func nearest16(red: Int, green: Int, blue: Int) -> Int {
    nearest(in: 0..<16, red: red, green: green, blue: blue)
  }

  private static func nearest(in indices: Range<Int>, red: Int, green: Int, blue: Int) -> Int {
    var best = indices.lowerBound
    var bestDistance = Int.max
    for index in indices {
      let other = components(ofIndex: index)
      let (r, g, b) = (other.red - red, other.green - green, other.blue - blue)
      let distance = r * r + g * g + b * b
      if distance < bestDistance { (best, bestDistance) = (index, distance) }
    }
    return best
  }
}
