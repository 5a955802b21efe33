/// The way from the root of a document to a value, to find the value again after an edit.
public struct JSONPath: Hashable, Sendable {
  /// One step inwards.
  public enum Step: Hashable, Sendable {
    /// Into the member of an object with this key.
    case key(String)

    /// Into the element of an array at this position, counted from 0.
    case index(Int)
  }

  /// The steps from the root; none for the root itself.
  public var steps: [Step]

  /// A path of the given steps.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path of one step more.
  public func appending(_ step: Step) -> JSONPath { JSONPath(steps + [step]) }
}

extension JSONPath: ExpressibleByArrayLiteral {
  /// A path written as a list of keys and positions.
  public init(arrayLiteral elements: Step...) {
    steps = elements
  }
}

extension JSONPath.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A step into a member.
  public init(stringLiteral value: String) {
    self = .key(value)
  }

  /// A step into an element.
  public init(integerLiteral value: Int) {
    self = .index(value)
  }
}

extension JSONPath: CustomStringConvertible {
  /// The path in writing, such as `actions[3].title`; the root is `the whole file`.
  public var description: String {
    guard !steps.isEmpty else { return "the whole file" }
    var text = ""
    for step in steps {
      switch step {
      case .index(let position): text += "[\(position)]"
      case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : ".\(key)"
      case .key(let key): text += "[\(JSONLiteral.string(key).write())]"
      }
    }
    return text
  }

  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.allSatisfy { Byte.isWordPart($0) || $0 == Byte.minus }
  }
}

extension JSONDocument {
  /// The value at the end of a path, or nil where a step leads nowhere.
  public func value(at path: JSONPath) -> JSONValue? {
    var value = root
    for step in path.steps {
      let next =
        switch step {
        case .key(let key): value[key]
        case .index(let position): value[position]
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The path to a value, or nil for a value of another document.
  public func path(to value: JSONValue) -> JSONPath? {
    guard value.storage === storage else { return nil }
    var path = JSONPath()
    var current = root
    while current.index != value.index {
      guard let (step, child) = current.childHolding(value.index) else { return nil }
      path.steps.append(step)
      current = child
    }
    return path
  }
}

extension JSONValue {
  /// The child that is, or contains, the value with an index, and the step to it.
  fileprivate func childHolding(_ target: Int) -> (step: JSONPath.Step, child: JSONValue)? {
    for (position, element) in elements.enumerated() where target < element.node.next {
      return (.index(position), element)
    }
    for member in members where target < member.node.next {
      return (.key(member.key), member.value)
    }
    return nil
  }
}
