package import Safeguarding

extension ActionItem {
  /// Changes whenever a field of the action does: 16 hexadecimal digits.
  ///
  /// It is the FNV-1a hash, 64 bits wide, of the names and texts of the fields that are filled in.
  package var revision: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String, endingWith end: UInt8) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ UInt64(end)) &* 0x100_0000_01b3
    }
    for field in fieldTexts(.none) {
      add(field.name, endingWith: 0x1f)
      for line in field.lines { add(line, endingWith: 0x1e) }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
