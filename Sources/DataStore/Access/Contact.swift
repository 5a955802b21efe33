import Glibc
import Safeguarding

/// Whom to ask about a file or folder: the contact of the data folder that it lies in.
///
/// The nearest folder around it with an `access.json` counts; without one it is the administrator.
func contact(around path: String) -> String {
  var place = path[...]
  // The data folder is at most three above a file.
  for _ in 0..<4 {
    if access("\(place)/access.json", F_OK) == 0 {
      return RoleReading(root: String(place), user: ProcessIdentity()).access.contact
    }
    guard let slash = place.lastIndex(of: "/") else { break }
    place = place[..<slash]
  }
  return Access().contact
}
