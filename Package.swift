// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "khung",
  products: [
    .executable(name: "khung", targets: ["khung"]),
    .library(name: "Khung", targets: ["KhungLibrary"]),
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
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "EmbeddedFiles", exclude: ["write.py"]),
    .target(name: "CChildProcess"),
    .target(
      name: "Source",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "Workers"),
    .target(
      name: "BuiltIn", dependencies: ["Source", "EmbeddedFiles"], exclude: ["Data", "Pages", "Words"]),
    .target(name: "Languages", dependencies: ["BuiltIn", "Source"]),
    .target(
      name: "Writing", dependencies: ["Source", .product(name: "Mustache", package: "swift-mustache")]),
    .target(
      name: "Archives",
      dependencies: ["Source", "CLibArchive", .product(name: "SystemPackage", package: "swift-system")]),
    .target(name: "Manuscript", dependencies: ["Source"]),
    .target(name: "XML", dependencies: ["Workers", "Source", "CLibXML2"]),
    .target(name: "XPath", dependencies: ["XML", "Source", "CLibXML2"]),
    .target(name: "Catalogue", dependencies: ["XML", "BuiltIn", "Workers", "Source"]),
    .target(name: "MasterPlan", dependencies: ["XML", "Source"]),
    .target(name: "Wordings", dependencies: ["Catalogue", "Source"]),
    .target(name: "Schematron", dependencies: ["XPath", "XML", "Source"]),
    .target(name: "SchematronExport", dependencies: ["MasterPlan", "Catalogue", "Source"]),
    .target(
      name: "Compliance",
      dependencies: ["Wordings", "Schematron", "MasterPlan", "Catalogue", "XML", "Workers", "Source"]),
    .target(
      name: "ManuscriptReading",
      dependencies: ["Manuscript", "Archives", "XML", "BuiltIn", "Source", "CChildProcess"]),
    .target(
      name: "Recognition", dependencies: ["Manuscript", "MasterPlan", "Wordings", "Catalogue", "Source"]),
    .target(
      name: "Forms",
      dependencies: ["Archives", "Manuscript", "MasterPlan", "BuiltIn", "Workers", "XML", "Source"]),
    .target(
      name: "Intake",
      dependencies: [
        "Recognition", "ManuscriptReading", "Manuscript", "MasterPlan", "Catalogue", "Languages", "BuiltIn",
        "Forms", "Workers", "XML", "Source",
      ]),
    .target(
      name: "Sheets",
      dependencies: ["Recognition", "Manuscript", "Catalogue", "Languages", "Writing", "Source"]),
    .target(
      name: "Phrasing",
      dependencies: ["Compliance", "Schematron", "MasterPlan", "Catalogue", "Languages", "Source"]),
    .target(
      name: "Judging",
      dependencies: [
        "Compliance", "Schematron", "MasterPlan", "Catalogue", "XML", "BuiltIn", "Workers", "Source",
      ]),
    .target(
      name: "Linting",
      dependencies: [
        "Compliance", "Schematron", "MasterPlan", "Wordings", "Catalogue", "XPath", "XML", "Workers",
        "Source",
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Phrasing", "Compliance", "Schematron", "MasterPlan", "Catalogue", "Writing", "Languages", "Workers",
        "Source", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Editing",
      dependencies: [
        "Linting", "Phrasing", "Compliance", "Wordings", "Catalogue", "Writing", "Languages", "XML", "Source",
      ]),
    .target(
      name: "Rounds",
      dependencies: [
        "Reporting", "Phrasing", "Compliance", "MasterPlan", "Catalogue", "Writing", "Languages", "XML",
        "Source",
      ]),
    .target(name: "OfficeWriting", dependencies: ["XML", "Archives", "CLibXLSXWriter", "Source"]),
    .target(
      name: "OfficeReports",
      dependencies: [
        "OfficeWriting", "Phrasing", "Compliance", "Catalogue", "Archives", "Languages", "Source",
      ]),
    .target(
      name: "Annotating",
      dependencies: [
        "Recognition", "Phrasing", "Compliance", "Catalogue", "Manuscript", "Archives", "XML", "Languages",
        "Source",
      ]),
    .target(
      name: "Review",
      dependencies: [
        "OfficeReports", "OfficeWriting", "Rounds", "Reporting", "Intake", "Judging", "Phrasing",
        "Compliance",
        "MasterPlan", "Catalogue", "Archives",
        "Workers", "Writing", "Languages", "BuiltIn", "Source", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "KhungLibrary",
      dependencies: [
        "Reporting", "Judging", "Phrasing", "Languages", "Compliance", "MasterPlan", "Catalogue", "Writing",
        "BuiltIn", "Source",
      ], path: "Sources/Library"),
    .executableTarget(
      name: "khung",
      dependencies: [
        "Annotating", "OfficeReports", "Review", "Rounds", "Editing", "Reporting", "Sheets", "Intake",
        "Recognition", "ManuscriptReading", "Forms", "Manuscript", "Linting",
        "Judging", "Phrasing", "Compliance",
        "Wordings", "SchematronExport", "Schematron", "MasterPlan", "Catalogue", "XML", "Writing",
        "Languages",
        "BuiltIn", "Workers", "Source", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "TestSupport", dependencies: ["Compliance", "MasterPlan", "Catalogue", "XML", "Source"],
      path: "Tests/Support"),
    .testTarget(
      name: "AnnotatingTests",
      dependencies: [
        "khung", "Annotating", "Intake", "Judging", "Recognition", "ManuscriptReading", "Manuscript",
        "Phrasing",
        "Compliance", "Archives", "Languages", "Source", "TestSupport",
      ], exclude: ["judges.py"]),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "XML", "Source", "TestSupport"]),
    .testTarget(
      name: "ComplianceTests",
      dependencies: ["Compliance", "MasterPlan", "Catalogue", "XML", "Source", "TestSupport"]),
    .testTarget(
      name: "KhungTests",
      dependencies: [
        "khung", "Reporting", "Phrasing", "Compliance", "XML", "Source", "EmbeddedFiles", "TestSupport",
      ]),
    .testTarget(name: "LanguagesTests", dependencies: ["Languages", "Source", "TestSupport"]),
    .testTarget(
      name: "LintingTests", dependencies: ["Linting", "Catalogue", "XPath", "XML", "Source", "TestSupport"]),
    .testTarget(
      name: "ManuscriptTests",
      dependencies: [
        "Sheets", "ManuscriptReading", "Manuscript", "Archives", "Languages", "Writing", "Source",
        "TestSupport",
      ]),
    .testTarget(
      name: "MasterPlanTests", dependencies: ["MasterPlan", "XML", "Source", "TestSupport"]),
    .testTarget(
      name: "OfficeTests", dependencies: ["khung", "OfficeReports", "OfficeWriting", "TestSupport"],
      exclude: ["judges.py"]),
    .testTarget(
      name: "OracleTests", dependencies: ["khung", "SchematronExport", "TestSupport"], exclude: ["oracle.py"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Rounds", "Editing", "Reporting", "Linting", "Phrasing", "Compliance", "Schematron", "MasterPlan",
        "Catalogue", "XML", "Writing", "Languages", "Source", "TestSupport",
      ], exclude: ["accessibility.py"]),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "khung", "Review", "Reporting", "Phrasing", "Compliance", "Catalogue", "XML", "Writing", "Source",
        "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ], exclude: ["dashboard.py", "roll_up.py", "varied_set.py"]),
    .testTarget(
      name: "SchematronTests",
      dependencies: [
        "Reporting", "Phrasing", "Compliance", "Schematron", "XPath", "XML", "Languages", "Source",
        "TestSupport",
      ], exclude: ["oracle.py"]),
    .testTarget(
      name: "RecognitionTests",
      dependencies: [
        "Recognition", "Intake", "Sheets", "Judging", "Compliance", "ManuscriptReading", "Manuscript",
        "MasterPlan",
        "Catalogue", "BuiltIn", "Languages", "Source", "TestSupport",
      ], exclude: ["measure.py"]),
    .testTarget(
      name: "FormTests",
      dependencies: [
        "khung", "Forms", "Intake", "Recognition", "Judging", "Archives", "Compliance", "ManuscriptReading",
        "Manuscript",
        "MasterPlan", "Catalogue", "BuiltIn", "XML", "Source", "TestSupport",
      ]),
    .testTarget(name: "WritingTests", dependencies: ["Writing"]),
    .testTarget(
      name: "LibraryTests", dependencies: ["KhungLibrary", "Reporting", "Compliance", "TestSupport"],
      exclude: ["package.py"]),
    .testTarget(
      name: "WordingsTests", dependencies: ["Wordings", "Catalogue", "XML", "Source", "TestSupport"]),
    .testTarget(name: "XMLTests", dependencies: ["XML", "Workers", "Source", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
