import DataStore
import JSONDocument
import Safeguarding

// A value keeps its place and its spelling.
let document = try JSONDocument(text: #"{"title": "Kept",  "weight": 1.50}"#)
if let weight = document.root["weight"] {
  let changed = try document.replacing(weight, with: 2)
  print("document:", String(decoding: changed.bytes, as: UTF8.self))
}

// A folder is read as records, and says what is owed.
let folder = DataFolder(path: CommandLine.arguments.dropFirst().first ?? ".")
let workspace = try folder.read()
print("partnerships:", workspace.orderedPartnerships.map(\.shortName).joined(separator: ", "))
if let day = CalendarDate(iso: "2024-03-31") {
  let overdue = workspace.deadlines(on: day).filter { $0.status == .overdue }
  print("overdue:", overdue.count)
}
print("faults:", workspace.faults.count)
