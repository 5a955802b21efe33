// swift-tools-version: 6.1
import PackageDescription

/// Masa as it lies above, or the version of a repository that `Tests/Dependants/run` names: only of a version the
/// package manager asks that it brings no unsafe flags.
let masa: Package.Dependency =
  if let repository = Context.environment["MASA_REPOSITORY"] {
    .package(url: repository, exact: "0.0.1")
  } else {
    .package(name: "masa", path: "../..")
  }

/// A package of somebody else that uses Masa's libraries.
let package = Package(
  name: "dependant",
  dependencies: [masa],
  targets: [
    .executableTarget(
      name: "dependant",
      dependencies: [
        .product(name: "JSONDocument", package: "masa"),
        .product(name: "Safeguarding", package: "masa"),
        .product(name: "DataStore", package: "masa"),
      ])
  ]
)
