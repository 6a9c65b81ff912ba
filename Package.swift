// swift-tools-version: 6.2
// Targets are in the order in which data flows: nouns, scanning, reading, cleaning, names, topics, store, reports, and the
// pipeline that joins them.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "dateline",
  products: [
    .executable(name: "dateline", targets: ["dateline"]),
    .executable(name: "dateline-bench", targets: ["dateline-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The nouns: document, block, mention, topic, week, problem.
    .target(name: "NewsModel", exclude: ["README.md"], swiftSettings: settings),
    // Bytes in, byte ranges out: UTF-8, tokens, sentences, phrase matching. What is asked of every token is `public` and
    // not `package`: a release build takes no function into another target that is less than public.
    .target(name: "TextScanning", exclude: ["README.md"], swiftSettings: settings),

    // C libraries: a module map and a shim each.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CAllocator"),

    // Archives to raw documents, one file a format.
    .target(
      name: "ArchiveReading", dependencies: ["NewsModel", "TextScanning", "CZlib", "CXXHash"], exclude: ["README.md"],
      swiftSettings: settings),
    // A document's sections as tokens, sentences and phrases, and the files that say what to look for in them.
    .target(
      name: "ScannedText", dependencies: ["NewsModel", "TextScanning", yams], exclude: ["README.md"],
      swiftSettings: settings),
    // Raw documents to documents: which bytes are the article, who wrote it, when.
    .target(
      name: "ArticleCleaning",
      dependencies: ["NewsModel", "TextScanning", "ScannedText", "CLibXML2", "CUchardet"],
      exclude: ["README.md"],
      swiftSettings: settings),
    // Arithmetic on weekly counts.
    .target(
      name: "Trends", dependencies: ["NewsModel", "TextScanning"], exclude: ["README.md"], swiftSettings: settings),
    // Texts that are copies of each other, and blocks that a site repeats from page to page.
    .target(
      name: "Repetition", dependencies: ["NewsModel", "TextScanning", "Trends"], exclude: ["README.md"],
      swiftSettings: settings),
    // Scanned text to mentions and countries.
    .target(
      name: "Names", dependencies: ["NewsModel", "TextScanning", "ScannedText"], exclude: ["README.md"],
      swiftSettings: settings),
    // Scanned text and mentions to topics.
    .target(
      name: "Topics", dependencies: ["NewsModel", "TextScanning", "ScannedText"], exclude: ["README.md"],
      swiftSettings: settings),
    // Names of all documents to decisions: which are one thing, and which are none.
    .target(
      name: "Identity", dependencies: ["NewsModel", "TextScanning", "ScannedText"], exclude: ["README.md"],
      swiftSettings: settings),
    // What a run does not need: checking, comparing, importing and suggesting lines, and why something was not taken.
    .target(
      name: "Workbench", dependencies: ["NewsModel", "TextScanning", "Trends", "ScannedText", "Names", "Topics"],
      exclude: ["README.md"],
      swiftSettings: settings),
    // The database: schema, writing, one file a question.
    .target(
      name: "NewsStore", dependencies: ["NewsModel", "TextScanning", grdb, sqlite], exclude: ["README.md"],
      swiftSettings: settings),
    // Counts and trends to the values of a week's report.
    .target(
      name: "ReportBuilding", dependencies: ["NewsModel", "TextScanning", "Trends", "NewsStore"],
      exclude: ["README.md"], swiftSettings: settings),
    // Values to Markdown, CSV and SVG.
    .target(
      name: "Reporting", dependencies: ["NewsModel", "TextScanning"], exclude: ["README.md"], swiftSettings: settings),
    // The whole, as a sketch: definition, ordered parallel map, run.
    .target(
      name: "Pipeline",
      dependencies: [
        "NewsModel", "TextScanning", "ArchiveReading", "ArticleCleaning", "Repetition", "ScannedText", "Names",
        "Identity", "Topics", "Workbench", "Trends", "NewsStore", "ReportBuilding", "Reporting", "CAllocator",
      ], exclude: ["README.md"],
      swiftSettings: settings),

    // The command line: one file a subcommand.
    .executableTarget(
      name: "dateline",
      dependencies: [
        "NewsModel", "TextScanning", "ScannedText", "Identity", "Topics", "Workbench", "NewsStore", "Pipeline",
        "Reporting", argumentParser,
      ], exclude: ["README.md"],
      swiftSettings: settings),
    // Time and throughput, a stage alone and end to end.
    .executableTarget(
      name: "dateline-bench",
      dependencies: ["NewsModel", "Pipeline", argumentParser], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"], swiftSettings: settings),
    .testTarget(name: "TextScanningTests", dependencies: ["TextScanning", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ArchiveReadingTests", dependencies: ["ArchiveReading", "NewsModel", "TestSupport"], swiftSettings: settings
    ),
    .testTarget(
      name: "ArticleCleaningTests", dependencies: ["ArticleCleaning", "NewsModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "ScannedTextTests", dependencies: ["ScannedText", "TestSupport"], swiftSettings: settings),
    // Dictionaries and rules that tests of names, topics and the workbench read.
    .target(
      name: "ExtractionTestSupport", dependencies: ["NewsModel", "ScannedText", "Topics", "Pipeline", "TestSupport"],
      path: "Tests/ExtractionTestSupport", swiftSettings: settings),
    .testTarget(
      name: "NamesTests",
      dependencies: ["Pipeline", "Names", "Workbench", "NewsModel", "ExtractionTestSupport", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TopicsTests",
      dependencies: ["Pipeline", "ScannedText", "Topics", "NewsModel", "ExtractionTestSupport", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IdentityTests", dependencies: ["Identity", "NewsModel", "ScannedText", "TextScanning"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Pipeline", "ScannedText", "Workbench", "Topics", "NewsModel", "ExtractionTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RepetitionTests", dependencies: ["Repetition", "NewsModel", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "TrendsTests", dependencies: ["Trends", "NewsModel", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "NewsStoreTests", dependencies: ["NewsStore", "NewsModel", "TestSupport", grdb], swiftSettings: settings),
    .testTarget(
      name: "ReportBuildingTests", dependencies: ["ReportBuilding", "NewsStore", "Trends", "NewsModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "NewsModel", "TestSupport"], exclude: ["parse_pages.py"],
      swiftSettings: settings),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "ArticleCleaning", "NewsModel", "NewsStore", "TestSupport"],
      swiftSettings: settings),
    // Run the built binary as a user does.
    .testTarget(
      name: "CommandLineTests", dependencies: ["dateline", "NewsModel", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: settings
    ),
    // Lint our own data and documents, and run what they name.
    .testTarget(
      name: "RepositoryTests", dependencies: ["dateline", "dateline-bench", "TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
