/// Stretches of time drawn to scale, in one lane or several.
package struct Timeline: Hashable, Sendable {
  /// What a stretch of time is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Somebody holds or held it.
    case held
    /// It is agreed.
    case planned
    /// It follows from a rule if nothing changes.
    case projected
    /// Nobody holds it.
    case vacant

    /// The kind in one letter, for where its name has no room.
    var letter: String { self == .projected ? "?" : rawValue.prefix(1).uppercased() }
  }

  /// A time from one day to another.
  package struct Stretch: Hashable, Sendable {
    package var label: String
    package var kind: Kind
    /// The first day, in days from any day the caller chooses.
    package var first: Int
    /// The last day, itself included; nothing if no end is known.
    package var last: Int?

    package init(_ label: String, _ kind: Kind, from first: Int, through last: Int?) {
      self.label = label
      self.kind = kind
      self.first = first
      self.last = last.map { max(first, $0) }
    }
  }

  /// A row of stretches.
  package struct Lane: Hashable, Sendable {
    package var label: String
    package var stretches: [Stretch]

    package init(_ label: String, _ stretches: [Stretch]) {
      self.label = label
      self.stretches = stretches.sorted { $0.first < $1.first }
    }
  }

  /// A day that the scale names.
  package struct Tick: Hashable, Sendable {
    package var day: Int
    package var label: String

    package init(_ day: Int, _ label: String) {
      self.day = day
      self.label = label
    }
  }

  package var lanes: [Lane]
  /// The first and the last day on show.
  package var days: ClosedRange<Int>
  package var today: Int?
  package var todayLabel: String
  package var ticks: [Tick]

  package init(
    lanes: [Lane], days: ClosedRange<Int>, ticks: [Tick], today: Int? = nil,
    todayLabel: String = "today"
  ) {
    self.lanes = lanes
    self.days = days
    self.ticks = ticks
    self.today = today
    self.todayLabel = todayLabel
  }

  /// Rows that all lanes, the scale and the key of the shades take.
  package var height: Int { lanes.count + 3 }

  /// The stretches as text, a line each.
  ///
  /// - Parameter date: writes a day as a date.
  /// - Returns: a line a stretch, and a line for a lane that has none.
  package func lines(date: (Int) -> String) -> [String] {
    lanes.flatMap { lane in
      let start = lane.label.isEmpty ? "" : "\(lane.label): "
      guard !lane.stretches.isEmpty else { return [start + "nothing recorded"] }
      return lane.stretches.map { stretch in
        let name = stretch.label.isEmpty ? stretch.kind.rawValue : stretch.label
        let kind = stretch.label.isEmpty ? "" : ", \(stretch.kind.rawValue)"
        let end = stretch.last.map { "to \(date($0))" } ?? "on, no end known"
        return "\(start)\(name)\(kind), from \(date(stretch.first)) \(end)"
      }
    }
  }

  /// Draws the lanes from the top, then as much of the scale and the key as has room.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    guard !area.isEmpty else { return }
    TimelineDrawing(timeline: self, area: area, glyphs: canvas.glyphs).draw(in: &canvas)
  }
}
