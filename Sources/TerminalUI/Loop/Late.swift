import Synchronization

/// A value that is worked out when it is first asked for, once for all copies.
package final class Late<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; the first time it takes as long as it takes to make it.
  package var now: Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
