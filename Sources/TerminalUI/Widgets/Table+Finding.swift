/// How rows of a table are found: the nearest to a place, and one that is known by its id.
extension Table {
  /// The nearest row that can be selected, looking on in the direction of the move first.
  package func selectable(near goal: Int, step: Int = 1) -> Int? {
    for direction in [step, -step] {
      var position = goal
      while position >= 0, position < count {
        if !isHeading(at: position) { return position }
        position += direction
      }
    }
    return nil
  }

  /// The position of the row with an id, the remembered one first; nil where no such row shows.
  package func position(of id: String, remembered: Int? = nil) -> Int? {
    func isThere(_ position: Int) -> Bool {
      position >= 0 && position < count && self.id(at: position) == id
        && !isHeading(at: position)
    }
    if let remembered, isThere(remembered) { return remembered }
    return (0..<count).first(where: isThere)
  }
}
