import CNcurses

/// The pairs of colours in use: ncurses has a fixed number of them, and each is set up once.
struct ColourPairs {
  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let limit: Int
  private var numbers: [Pair: Int32] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// The number of a pair; 0, the terminal's own colours, when there are no more to be had.
  mutating func number(foreground: Int32, background: Int32) -> Int32 {
    if foreground < 0, background < 0 { return 0 }
    let pair = Pair(foreground: foreground, background: background)
    if let number = numbers[pair] { return number }
    guard numbers.count < limit else { return 0 }
    let number = Int32(numbers.count + 1)
    guard init_extended_pair(number, foreground, background) == OK else { return 0 }
    numbers[pair] = number
    return number
  }
}
