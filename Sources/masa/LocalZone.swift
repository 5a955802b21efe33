import Glibc

/// The zone in which days and times are told.
///
/// Partnerships are English, and servers mostly keep Coordinated Universal Time: in summer their midnight and
/// their hours are one off. So the time is that of London, unless the person has chosen another zone.
enum LocalZone {
  /// The rule of London's time: an hour ahead from the last Sunday of March to the last one of October.
  private static let london = "GMT0BST,M3.5.0/1,M10.5.0"

  /// The zone that the person has chosen; nil for London's time.
  static var chosen: String? { environment("TZ").flatMap { $0 == london ? nil : $0 } }

  /// Whether the clock shows London's time, in winter and in summer.
  static var isLondons: Bool {
    // The middles of January and July 2026.
    [(1_768_478_400, 0), (1_784_116_800, 3600)].allSatisfy { seconds, ahead in
      var (moment, parts) = (time_t(seconds), tm())
      localtime_r(&moment, &parts)
      return parts.tm_gmtoff == ahead
    }
  }

  /// Takes London's time where no zone is chosen; called once, before there are threads.
  static func use() {
    if environment("TZ") == nil { setenv("TZ", london, 1) }
    tzset()
  }
}
