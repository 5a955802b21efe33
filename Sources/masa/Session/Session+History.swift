import Dashboard
import DataStore
import Safeguarding
import TerminalUI

extension Session {
  /// Tells what others changed since the person was here.
  func tellSince() {
    guard let before = visits?.last else { return }
    do throws(FolderError) {
      let own = store.userID
      let entries = try store.wholeHistory(since: before).entries
      mailbox.post(
        .lastVisit(LastVisit(time: before, entries: entries.filter { $0.userID != own })))
    } catch {
      mailbox.post(.failed(error.description))
    }
  }

  func readHistory(for purpose: HistoryPurpose) {
    worker.run { [store, mailbox] in
      do throws(FolderError) {
        let (entries, gaps) = try store.wholeHistory()
        mailbox.post(
          .history(
            entries, userID: store.userID, purpose: purpose, gaps: gaps))
      } catch {
        mailbox.post(.failed(error.description))
      }
    }
  }
}
