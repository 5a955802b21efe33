import Synchronization

/// Messages from work done elsewhere, kept until the loop takes them.
///
/// Any task may post; only the loop takes. Messages come out in the order they went in.
package final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// Makes an empty mailbox.
  ///
  /// - Parameter wake: Ends the wait of the loop; called once for each time the mailbox fills.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Leaves a message and wakes the loop.
  package func post(_ message: Message) {
    let wasEmpty = waiting.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { wake() }
  }

  /// Takes out all messages, oldest first.
  package func takeAll() -> [Message] {
    waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
