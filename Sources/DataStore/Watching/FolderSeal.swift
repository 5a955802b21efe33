import Glibc

/// What a data folder looks like from outside, in one text: whoever finds the same again finds the same
/// records, as far as the same person looks.
package struct FolderSeal: Hashable, Sendable {
  /// A SHA-256, in hexadecimal digits.
  package let text: String

  /// The seal of what is seen of a folder; nil where a change of this moment might not show in it.
  init?(_ seen: FolderSnapshot) {
    guard let sights = seen.settledSights else { return nil }
    text = FolderSeal.hash(of: [seen.path] + sights)
  }

  /// The seal together with what else counts, in one text.
  package func with(_ others: [String]) -> String { FolderSeal.hash(of: [text] + others) }

  /// What a file looks like from outside, wherever its path leads; nil where nothing can be seen.
  package static func sight(ofFile path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return FileSignature(descriptor: descriptor)?.text
  }

  private static func hash(of lines: [String]) -> String {
    var digest = Digest()
    for line in lines {
      digest.update(line.utf8)
      // No path and no variable holds it.
      digest.update(CollectionOfOne(0))
    }
    return digest.finish()
  }
}
