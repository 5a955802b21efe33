/// Stretches of time drawn to scale, in lanes of which each belongs to one body.
package struct Timeline: Hashable, Sendable {
  /// What a stretch of time is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Somebody holds or held it.
    case held
    /// A document showed somebody in it; nothing says whether that is still so.
    case printed
    /// It is agreed.
    case planned
    /// It follows from a rule if nothing changes.
    case projected
    /// Nobody holds it.
    case vacant

    /// What it is called.
    var title: String {
      switch self {
      case .printed: "as printed"
      case .projected: "by the pattern"
      case .held, .planned, .vacant: rawValue
      }
    }
  }

  /// A time from one day to another.
  package struct Stretch: Hashable, Sendable {
    /// What it is called in words, such as who it is; empty where the lane and the kind say it.
    package var label: String
    /// What stands beside the bar.
    package var caption: String
    package var kind: Kind
    /// The first day, in days from any day the caller chooses.
    package var first: Int
    /// The last day, itself included; nothing if no end is known.
    package var last: Int?
    /// From when to when in words, where days would say more than is known.
    package var dates: String?

    package init(
      _ label: String, _ kind: Kind, from first: Int, through last: Int?, caption: String? = nil,
      dates: String? = nil
    ) {
      self.dates = dates
      self.label = label
      self.caption = caption ?? label
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

    /// The stretches in rows of which none has two at one time.
    var rows: [[Stretch]] {
      var rows: [[Stretch]] = []
      for stretch in stretches {
        let free = rows.firstIndex { row in
          row.last.map { $0.last.map { $0 < stretch.first } ?? false } ?? true
        }
        if let free { rows[free].append(stretch) } else { rows.append([stretch]) }
      }
      return rows.isEmpty ? [[]] : rows
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
  /// Whether the key of the shades stands below it; else somebody else tells it.
  package var hasKey = true

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

  /// Rows that the years, all lanes, the date of today and the key of the shades take.
  package var height: Int { lanes.reduce(hasKey ? 3 : 2) { $0 + $1.rows.count } }

  /// The stretches as text, a line each.
  ///
  /// - Parameter date: writes a day as a date.
  /// - Returns: a line a stretch, and a line for a lane that has none.
  package func lines(date: (Int) -> String) -> [String] {
    lanes.flatMap { lane in
      let start = lane.label.isEmpty ? "" : "\(lane.label): "
      guard !lane.stretches.isEmpty else { return [start + "nothing recorded"] }
      return lane.stretches.map { stretch in
        let name = stretch.label.isEmpty ? stretch.kind.title : stretch.label
        let kind = stretch.label.isEmpty ? "" : ", \(stretch.kind.title)"
        let end = stretch.last.map { "to \(date($0))" } ?? "on, no end known"
        let dates = stretch.dates ?? "from \(date(stretch.first)) \(end)"
        return "\(start)\(name)\(kind), \(dates)"
      }
    }
  }

  /// Draws the lanes below the years, then as much of today's date and the key as has room.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    guard !area.isEmpty else { return }
    TimelineDrawing(timeline: self, area: area, glyphs: canvas.glyphs).draw(in: &canvas)
  }
}
