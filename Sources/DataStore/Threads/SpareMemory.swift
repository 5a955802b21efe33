import CPosix

/// Memory that was freed and that the allocator keeps for later.
package enum SpareMemory {
  /// How many free bytes are no matter.
  private static let allowance = 8 << 20

  /// Gives it back to the system where it has become much.
  ///
  /// A large folder that was read again leaves as much behind as it needed; twenty people on one
  /// server would each hold it twice. It takes some milliseconds, and none where there is little.
  package static func giveBack() {
    if mallinfo2().fordblks > allowance { malloc_trim(0) }
  }
}
