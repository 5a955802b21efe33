extension Canvas {
  /// Turns the places where border lines meet into the right corner or tee.
  package mutating func joinLines() {
    let shapes = LineShapes(glyphs)
    // Looked for first and drawn afterwards, as what is drawn would change what its neighbours reach.
    var joints: [(x: Int, y: Int, glyph: Character)] = []
    func reach(_ x: Int, _ y: Int) -> LineShapes.Reach? {
      guard x >= 0, y >= 0, x < size.width, y < size.height else { return nil }
      switch self[x, y].role {
      case .border: return shapes.reach(of: self[x, y].scalar)
      case .focusedBorder: return shapes.isDouble(self[x, y].scalar) ? .across : nil
      default: return nil
      }
    }
    var borders: [Int] = []
    cells.withUnsafeBufferPointer { cells in
      for index in 0..<cells.count where cells[index].role == .border { borders.append(index) }
    }
    for index in borders {
      let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
      guard let own = reach(x, y) else { continue }
      let isTee = own.isAcross && own.isUpright
      let left = own.isAcross && !isTee || reach(x - 1, y)?.isAcross == true
      let right = own.isAcross && !isTee || reach(x + 1, y)?.isAcross == true
      let up = own.isUpright && !isTee || reach(x, y - 1)?.isUpright == true
      let down = own.isUpright && !isTee || reach(x, y + 1)?.isUpright == true
      let glyph = shapes.glyph(left: left, right: right, up: up, down: down)
      let scalar = self[x, y].scalar
      if scalar == shapes.across && glyph == shapes.glyphs.horizontal { continue }
      if glyph.unicodeScalars.first?.value != scalar { joints.append((x, y, glyph)) }
    }
    for joint in joints { repeatRight(joint.glyph, .border, x: joint.x, y: joint.y, count: 1) }
  }
}

/// Which way the glyphs of a border reach.
private struct LineShapes {
  struct Reach {
    var isAcross: Bool
    var isUpright: Bool

    static let across = Reach(isAcross: true, isUpright: false)
  }

  let glyphs: Glyphs
  /// The glyphs with what they reach; of the few there are, looking through them is quickest.
  private let reaches: [(scalar: UInt32, reach: Reach)]
  private let double: UInt32?
  /// The glyph that most of a border is made of.
  let across: UInt32?

  init(_ glyphs: Glyphs) {
    self.glyphs = glyphs
    var reaches: [(scalar: UInt32, reach: Reach)] = []
    func add(_ character: Character, _ isAcross: Bool, _ isUpright: Bool) {
      guard let scalar = character.unicodeScalars.first else { return }
      reaches.insert((scalar.value, Reach(isAcross: isAcross, isUpright: isUpright)), at: 0)
    }
    for tee in [glyphs.teeDown, glyphs.teeUp, glyphs.teeLeft, glyphs.teeRight, glyphs.cross] {
      add(tee, true, true)
    }
    add(glyphs.horizontal, true, false)
    add(glyphs.vertical, false, true)
    self.reaches = reaches
    across = glyphs.horizontal.unicodeScalars.first?.value
    double = glyphs.doubleHorizontal.unicodeScalars.first?.value
  }

  /// Which way a glyph reaches; nil for one that is no border.
  func reach(of scalar: UInt32) -> Reach? { reaches.first { $0.scalar == scalar }?.reach }

  /// Whether a glyph is that of the rule of the panel that has the keys.
  func isDouble(_ scalar: UInt32) -> Bool {
    double == scalar
  }

  func glyph(left: Bool, right: Bool, up: Bool, down: Bool) -> Character {
    switch (left || right, up, down) {
    case (true, false, false): glyphs.horizontal
    case (false, _, _): glyphs.vertical
    case (true, true, false): glyphs.teeUp
    case (true, false, true): glyphs.teeDown
    case (true, true, true):
      left && right ? glyphs.cross : left ? glyphs.teeRight : glyphs.teeLeft
    }
  }
}
