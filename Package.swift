// swift-tools-version: 6.1
import PackageDescription

/// Language features of every target: each turns a habit of this package into a rule of the compiler.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
]

/// What the released programs are linked with; `ARCHITECTURE.md` says what each flag gains.
///
/// They bring Swift's libraries along, so that they start soon and run without Swift installed. Their own code lies at
/// fixed addresses, as that of Go programs does: no process begins by changing a copy of 700 KB of them. What they link
/// to lies elsewhere each time. Libraries have no such flags, which nobody else could use a version of (`Tests/Dependants`).
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-Xlinker", "--no-export-dynamic", "-Xclang-linker", "-no-pie"],
    .when(configuration: .release)),
  // Parts of FoundationEssentials, which does not name them itself.
  .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
  .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
]

/// How the rooms that only the program uses are compiled for a release: small, as their size is what a session takes.
///
/// They wait for people and disks. The libraries of others, and what draws and counts, are compiled to be fast.
let small: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-Osize", "-Xfrontend", "-function-sections"], .when(configuration: .release))
  ]

let package = Package(
  name: "masa",
  products: [
    .executable(name: "masa", targets: ["masa"]),
    .library(name: "JSONDocument", targets: ["JSONDocument"]),
    .library(name: "Safeguarding", targets: ["Safeguarding"]),
    .library(name: "DataStore", targets: ["DataStore"]),
  ],
  traits: [
    .trait(
      name: "PostgreSQL",
      description:
        "The program opens data in a PostgreSQL database as well, with libpq where that is installed."
    ),
    .default(enabledTraits: []),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "JSONDocument", swiftSettings: strict),
    .target(name: "Letters", swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),
    .target(
      name: "Safeguarding", dependencies: ["Letters", "Statistics"], swiftSettings: strict),
    .systemLibrary(name: "CPosix"),
    .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"])]),
    .target(
      name: "DataStore",
      dependencies: ["CDigest", "CPosix", "JSONDocument", "Letters", "Safeguarding"],
      // As a part of the program, so that a start looks for no further library: 60 KB, of which one file is taken.
      swiftSettings: strict, linkerSettings: [.linkedLibrary(":libmd.a")]),
    .target(name: "TerminalUI", dependencies: ["Letters"], swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "TerminalUI"], swiftSettings: strict),
    .target(
      name: "FigureFiles", dependencies: ["Letters", "Safeguarding"], swiftSettings: small),
    .target(
      name: "Entry", dependencies: ["FigureFiles", "Letters", "Safeguarding"],
      swiftSettings: small),
    .target(
      name: "Dashboard",
      dependencies: ["Entry", "Letters", "Safeguarding", "Statistics", "TerminalUI"],
      swiftSettings: small),
    .target(
      name: "PostgreSQLStore", dependencies: ["DataStore", "Safeguarding"],
      resources: [
        .embedInCode("Schema/documents.sql"), .embedInCode("Schema/region.sql"),
        .embedInCode("Schema/closing.sql"),
      ],
      swiftSettings: small),
    .systemLibrary(name: "CZip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .target(
      name: "Papers", dependencies: ["CZip", "Letters"],
      // As a part of the program, so that a start looks for no further library.
      swiftSettings: small,
      linkerSettings: [.linkedLibrary(":libminizip.a"), .linkedLibrary(":libz.a")]),
    .target(
      name: "Reports",
      dependencies: ["JSONDocument", "Letters", "Papers", "Safeguarding", "Statistics"],
      swiftSettings: small),
    .target(
      name: "BuiltInThemes", path: "Themes",
      resources: [
        .embedInCode("dark.json"), .embedInCode("light.json"), .embedInCode("high-contrast.json"),
        .embedInCode("colour-blind.json"), .embedInCode("mono.json"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "masa",
      dependencies: [
        "BuiltInThemes", "Dashboard", "DataStore", "Entry", "FigureFiles", "JSONDocument",
        "Letters", "NcursesTerminal", "Papers", "Reports", "Safeguarding",
        "TerminalUI",
        .target(name: "PostgreSQLStore", condition: .when(traits: ["PostgreSQL"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: small, linkerSettings: selfContained),
    .executableTarget(
      name: "masa-benchmark",
      dependencies: [
        "Dashboard", "DataStore", "FigureFiles", "JSONDocument", "Papers", "Reports",
        "Safeguarding",
        "TerminalUI",
      ],
      path: "Tests/Benchmarks",
      exclude: ["history", "history.csv", "history.svg", "large-folders", "terminal-figures"],
      swiftSettings: strict,
      linkerSettings: selfContained),
    .testTarget(name: "LettersTests", dependencies: ["Letters"], swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests",
      dependencies: ["JSONDocument", "Reports", "Safeguarding", "Statistics"],
      swiftSettings: strict),
    .testTarget(name: "JSONDocumentTests", dependencies: ["JSONDocument"], swiftSettings: strict),
    .testTarget(
      name: "FigureFilesTests", dependencies: ["FigureFiles", "Letters", "Safeguarding"],
      swiftSettings: strict),
    .testTarget(
      name: "SafeguardingTests", dependencies: ["Safeguarding", "Statistics"],
      swiftSettings: strict),
    .testTarget(
      name: "DataStoreTests",
      dependencies: ["DataStore", "JSONDocument", "PostgreSQLStore", "Safeguarding"],
      exclude: ["Extracts"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["CNcurses", "TerminalUI"], swiftSettings: strict),
    .testTarget(
      name: "EntryTests", dependencies: ["DataStore", "Entry", "FigureFiles", "Safeguarding"],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "DataStore", "Entry", "Letters", "Reports", "Safeguarding", "TerminalUI",
      ],
      exclude: ["MadeUp", "Snapshots"], swiftSettings: strict),
    .testTarget(name: "PapersTests", dependencies: ["Papers"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["DataStore", "JSONDocument", "Letters", "Papers", "Reports", "Safeguarding"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "EndToEnd", dependencies: ["JSONDocument", "Letters", "masa"],
      exclude: ["validate-sample.py"], swiftSettings: strict),
  ]
)
