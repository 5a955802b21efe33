import Glibc
import Testing

/// What is said of a disk that confirms nothing, and what it holds then.
@Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace is not installed"))
struct DoubtfulDiskTests {
  private let folder: EditingFolder

  init() throws { folder = try EditingFolder() }

  /// Changes an action while confirmations fail from one on.
  private func update(failingFrom first: Int, note: String) throws -> Finished {
    try ChildProcess(
      program: "/usr/bin/strace",
      arguments: [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e",
        "inject=fsync,fdatasync:error=EIO:when=\(first)+", Masa.path, "--data", folder.path,
        "actions", "update", "a1", "--note", note,
      ],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    ).run()
  }

  @Test func whatIsSaidIsWhatTheDiskHolds() throws {
    #expect(try folder.masa("actions update a1 --note", ["First"]).status == 0)
    for first in 1...8 {
      let note = "Note \(first)"
      let done = try update(failingFrom: first, note: note)
      let isInFile = try folder.file(EditingFolder.actions).contains(note)
      let isInJournal = try folder.file("groups/board/journal.jsonl").contains(note)
      let said = done.messages
      if done.status == 0 {
        #expect(isInFile && isInJournal)
      } else if said.contains("stands in the file, but the disk has not confirmed") {
        #expect(isInFile && isInJournal, "\(first): \(said)")
      } else if said.contains("the file does not hold it yet") {
        #expect(!isInFile && isInJournal, "\(first): \(said)")
      } else {
        #expect(!isInFile && !isInJournal, "\(first): \(said)")
        #expect(said.contains("It was taken back") && said.contains("masa history"), "\(said)")
      }
      #expect(try folder.masa("journal verify").status == 0)
    }
  }
}
