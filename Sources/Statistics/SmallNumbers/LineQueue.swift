/// Lines to be looked at, each once, the first one first.
struct LineQueue {
  private var heap: [Int] = []
  private var waiting: Set<Int> = []

  mutating func insert(_ line: Int) {
    guard waiting.insert(line).inserted else { return }
    heap.append(line)
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popFirst() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    waiting.remove(first)
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }
}
