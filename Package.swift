// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "khung",
  products: [
    .executable(name: "khung", targets: ["khung"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(
      name: "XML",
      dependencies: [
        "CLibXML2", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "EmbeddedFiles", exclude: ["Data", "Templates"]),
    .target(name: "Catalogue", dependencies: ["XML"]),
    .target(name: "MasterPlan", dependencies: ["XML"]),
    .target(name: "Wordings", dependencies: ["Catalogue", "XML"]),
    .target(name: "Compliance", dependencies: ["Catalogue", "MasterPlan", "Schematron", "XML"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Linting", "Compliance", "Catalogue", "MasterPlan", "Schematron", "XML",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(name: "Schematron", dependencies: ["XML"]),
    .target(
      name: "Linting", dependencies: ["Compliance", "Catalogue", "MasterPlan", "Schematron", "XML"]),
    .target(
      name: "Review",
      dependencies: [
        "Reporting", "Compliance", "Catalogue", "MasterPlan", "Schematron", "XML", "CLibArchive",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "khung",
      dependencies: [
        "Review", "Reporting", "Linting", "Compliance", "Catalogue", "MasterPlan", "Schematron", "XML",
        "EmbeddedFiles", .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport", dependencies: ["Catalogue", "MasterPlan", "Compliance", "XML"],
      path: "Tests/Support"),
    .testTarget(name: "XMLTests", dependencies: ["XML", "TestSupport"]),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "TestSupport"]),
    .testTarget(name: "WordingsTests", dependencies: ["Wordings", "Catalogue", "XML", "TestSupport"]),
    .testTarget(
      name: "ComplianceTests", dependencies: ["Compliance", "Catalogue", "MasterPlan", "TestSupport"]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Linting", "Compliance", "TestSupport"],
      exclude: ["accessibility.py"]),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "khung", "Review", "Reporting", "Compliance", "Catalogue", "XML", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["dashboard.py", "roll_up.py", "varied_set.py"]),
    .testTarget(
      name: "KhungTests",
      dependencies: ["khung", "EmbeddedFiles", "Reporting", "Compliance", "TestSupport"]),
    .testTarget(name: "LintingTests", dependencies: ["Linting", "Catalogue", "XML", "TestSupport"]),
    .testTarget(
      name: "SchematronTests", dependencies: ["Schematron", "Reporting", "XML"], exclude: ["oracle.py"]),
    .testTarget(
      name: "OracleTests",
      dependencies: ["khung", "Compliance", "Catalogue", "MasterPlan", "TestSupport"],
      exclude: ["oracle.py"]),
  ],
  swiftLanguageModes: [.v6]
)
