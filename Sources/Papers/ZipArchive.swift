import CZip

/// A .zip archive in memory: the same files give the same bytes, whenever it is made.
struct ZipArchive {
  /// The bytes of the archive.
  let bytes: [UInt8]

  /// Packs files in their order; nil where that is not possible, as there is no memory for it.
  init?(_ files: [(path: String, bytes: [UInt8])]) {
    let memory = ArchiveMemory()
    let isWhole = withExtendedLifetime(memory) { () -> Bool in
      var functions = memory.functions
      guard let archive = zipOpen2("", APPEND_STATUS_CREATE, nil, &functions) else { return false }
      let isWritten = files.allSatisfy { ZipArchive.add($0.bytes, as: $0.path, to: archive) }
      return zipClose(archive, nil) == ZIP_OK && isWritten
    }
    guard isWhole else { return nil }
    bytes = memory.bytes
  }

  /// 1 January 1980, the first day that such an archive knows: no archive tells when it was made.
  private static let firstDay: UInt = 0x0021_0000

  private static func add(_ bytes: [UInt8], as path: String, to archive: zipFile) -> Bool {
    var about = zip_fileinfo()
    about.dosDate = firstDay
    guard
      zipOpenNewFileInZip(
        archive, path, &about, nil, 0, nil, 0, nil, Z_DEFLATED, Z_BEST_COMPRESSION) == ZIP_OK
    else { return false }
    let isWritten =
      bytes.isEmpty
      || bytes.withUnsafeBytes { zipWriteInFileInZip(archive, $0.baseAddress, UInt32($0.count)) }
        == ZIP_OK
    return zipCloseFileInZip(archive) == ZIP_OK && isWritten
  }
}

/// Memory that is written to as if it were a file: an archive goes back to what it has written.
private final class ArchiveMemory {
  var bytes: [UInt8] = []
  var place = 0

  /// What does with the memory what is done with a file.
  var functions: zlib_filefunc_def {
    zlib_filefunc_def(
      zopen_file: { opaque, _, _ in opaque },
      zread_file: { _, _, _, _ in 0 },
      zwrite_file: { opaque, _, buffer, count in
        guard let memory = ArchiveMemory.behind(opaque) else { return 0 }
        memory.write(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
        return count
      },
      ztell_file: { opaque, _ in ArchiveMemory.behind(opaque)?.place ?? -1 },
      zseek_file: { opaque, _, offset, origin in
        ArchiveMemory.behind(opaque)?.seek(Int(offset), from: origin) == true ? 0 : -1
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: Unmanaged.passUnretained(self).toOpaque())
  }

  private static func behind(_ opaque: UnsafeMutableRawPointer?) -> ArchiveMemory? {
    opaque.map { Unmanaged<ArchiveMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  private func write(_ new: UnsafeRawBufferPointer) {
    let covered = min(new.count, bytes.count - place)
    bytes.replaceSubrange(place..<place + covered, with: new.prefix(covered))
    bytes.append(contentsOf: new.dropFirst(covered))
    place += new.count
  }

  private func seek(_ offset: Int, from origin: Int32) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: place
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    let target = start + offset
    guard (0...bytes.count).contains(target) else { return false }
    place = target
    return true
  }
}
