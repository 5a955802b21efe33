@testable import DataStore
import Glibc
import Testing

/// What a person reads when the disk did not do what was asked.
@Suite struct DiskSentenceTests {
  static let codes = [
    ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EIO, ENOENT, ENOTDIR, ESTALE, EMFILE, ENFILE, ELOOP,
    EFBIG, E2BIG, ENAMETOOLONG, ENOMEM, EISDIR, ENXIO, EMLINK, EINVAL, EBADMSG, EAGAIN, EINTR,
    12_345,
  ]

  @Test(arguments: codes)
  func everySentenceSaysWhatWasTriedWhatIsSafeAndWhatToDo(code: Int32) {
    for step in StorageFailure.Step.allCases {
      for isWritten in [false, true] {
        let sentence = StorageFailure(
          step, path: "groups/x/actions.json", code: code, isWritten: isWritten
        ).sentence(trying: "save your change")
        #expect(sentence.hasPrefix("Masa tried to save your change, but "))
        #expect(sentence.contains("(groups/x/actions.json: "))
        #expect(sentence.hasSuffix("."))
        #expect(sentence.contains("Nothing was changed") != isWritten)
        #expect(sentence.contains("power cut") == isWritten)
        let isWithAdvice = ["administrator", "try again", "try it again"].contains {
          sentence.lowercased().contains($0)
        }
        #expect(isWithAdvice, "\(sentence)")
        let words = String(cString: strerror(code))
        #expect(!sentence.replacing("(groups/x/actions.json: \(words))", with: "").contains(words))
      }
    }
  }

  @Test(arguments: [
    (ENOSPC, "the disk is full"), (EDQUOT, "the share of the disk"), (EROFS, "only be read"),
    (EACCES, "your account may not change this"), (EIO, "an error of its own"),
    (ENOENT, "is gone"), (ELOOP, "a link"), (EMLINK, "second name"), (EMFILE, "too many files"),
    (EFBIG, "larger than is allowed"), (E2BIG, "more than one change can hold"),
    (ENAMETOOLONG, "too long"), (ENOMEM, "no memory"),
  ])
  func theReasonIsInWordsOfItsOwn(code: Int32, words: String) {
    #expect(StorageFailure(.write, path: "a", code: code).reason.contains(words))
  }

  @Test func theHolderOfALockIsNamed() {
    let failure = StorageFailure(
      .lock, path: "groups/x/.lock", code: EAGAIN, holder: "chair1 (process 4711)")
    #expect(
      failure.sentence(trying: "save your change").hasPrefix(
        "Masa tried to save your change, but chair1 (process 4711) is saving in the same folder"))
  }

  @Test(arguments: [
    ("actions.json", "(actions.json: "), ("/srv/kent/people.json", "(/srv/kent/people.json: "),
    ("/srv/data/kent/groups/x/actions.json", "(.../groups/x/actions.json: "),
  ])
  func longPathsAreShortened(path: String, shown: String) {
    #expect(StorageFailure(.write, path: path, code: EIO).sentence(trying: "save").contains(shown))
  }
}
