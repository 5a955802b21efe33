import Glibc

/// The names in a folder in their order, without hidden ones; nil when it cannot be read.
func folderEntries(_ path: String, hidden: Bool = false) -> [String]? {
  guard let stream = opendir(path) else { return nil }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != "..", hidden || !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

/// What went wrong in the last call to the system, in words.
var lastError: String { String(cString: strerror(errno)) }

/// Makes a folder and those above it, for the owner only; answers whether it is there.
func makeFolders(_ path: String) -> Bool {
  if access(path, F_OK) == 0 { return true }
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex,
    !makeFolders(String(path[..<slash]))
  {
    return false
  }
  return mkdir(path, 0o700) == 0 || errno == EEXIST
}

/// Copies a file, for the owner only; answers whether all of it arrived.
func copyFile(_ source: String, to target: String) -> Bool {
  guard let bytes = fileBytes(source) else { return false }
  return writeFile(bytes, to: target)
}

/// The bytes of a file, or nil when it cannot be read; `errno` says why.
func fileBytes(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  return descriptor >= 0 ? readAll(descriptor, largest: .max - 65_536) : nil
}

/// Writes a new file for the owner only; answers whether all of it arrived.
func writeFile(_ bytes: [UInt8], to path: String) -> Bool {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return false }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      close(descriptor)
      return false
    }
  }
  return close(descriptor) == 0
}

/// What a descriptor gives until its end, or until it is more than so many bytes; closes it.
///
/// Nil when it cannot be read; `errno` says why.
func readAll(_ descriptor: Int32, largest: Int) -> [UInt8]? {
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while bytes.count <= largest {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes += buffer[..<count]
    } else if errno != EINTR {
      return nil
    }
  }
  return bytes
}
