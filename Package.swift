// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableExperimentalFeature("Lifetimes"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: [argumentParser, logging] + dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func debian(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "rawi",
  products: [
    .executable(name: "producer", targets: ["producer"]),
    .executable(name: "parser-worker", targets: ["parser-worker"]),
    .executable(name: "indexer", targets: ["indexer"]),
    .executable(name: "rawi", targets: ["rawi"]),
    .library(name: "Kafka", targets: ["Kafka"]),
    .library(name: "ArabicText", targets: ["ArabicText"]),
    .library(name: "EventExtraction", targets: ["EventExtraction", "Contracts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    debian("CRdkafka", pkgConfig: "rdkafka", package: "librdkafka-dev"),
    debian("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    debian("CPostgres", pkgConfig: "libpq", package: "libpq-dev"),
    debian("CUchardet", pkgConfig: "uchardet", package: "libuchardet-dev"),
    debian("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    .systemLibrary(name: "CMalloc"),

    library("Contracts", ["CCrypto"]),
    library("Kafka", ["CRdkafka", logging]),
    library("ArabicText"),
    library("ArticleReading", ["Contracts", "CUchardet", "CZlib"]),
    library(
      "EventExtraction", ["ArabicText", "Contracts"], resources: [.copy("Lexicons")]),
    library("Evaluation", ["Contracts"]),
    library(
      "EventStore",
      [
        "ArabicText", "Contracts", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library(
      "StageRuntime",
      [
        "Kafka", "Contracts", "CMalloc", argumentParser, logging,
        .product(name: "Yams", package: "Yams"),
      ]),

    executable("producer", ["Kafka", "StageRuntime", "ArticleReading", "Contracts"]),
    executable(
      "parser-worker",
      ["Kafka", "StageRuntime", "ArticleReading", "EventExtraction", "Contracts"]),
    executable("indexer", ["Kafka", "StageRuntime", "EventStore", "Contracts"]),
    executable(
      "rawi",
      [
        "Kafka", "StageRuntime", "ArticleReading", "ArabicText", "EventExtraction", "Evaluation",
        "EventStore", "Contracts",
      ]),

    .target(name: "CAllocations"),
    executable(
      "Benchmarks",
      [
        "CAllocations", "ArticleReading", "EventExtraction", "EventStore", "Kafka",
        "LocalPostgreSQL",
        "StageRuntime", "Contracts",
      ]),

    // A PostgreSQL for tests and measurements.
    .target(
      name: "LocalPostgreSQL", dependencies: ["CPostgres"], path: "Tests/LocalPostgreSQL",
      swiftSettings: settings),

    tests("ContractsTests", ["Contracts"]),
    tests(
      "EventStoreTests",
      [
        "EventStore", "LocalPostgreSQL", "Evaluation", "Contracts",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.copy("Fixtures")]),
    tests("ArabicTextTests", ["ArabicText"]),
    tests(
      "EventExtractionTests", ["EventExtraction", "Evaluation", "ArabicText", "Contracts"],
      resources: [.copy("Fixtures")]),
    tests("StageRuntimeTests", ["StageRuntime", "Kafka", "Contracts", argumentParser, logging]),
    tests(
      "ArticleReadingTests", ["ArticleReading", "Contracts", "CZlib"],
      resources: [.copy("Fixtures")]),
    tests("KafkaTests", ["Kafka", logging]),
    tests(
      "IntegrationTests",
      ["Kafka", "Contracts", "EventStore", "LocalPostgreSQL", "parser-worker", "indexer", logging]),
  ]
)

// Built only where they are asked for: see deploy/fuzz, which needs --sanitize fuzzer, and deploy/flatness.
if Context.environment["RAWI_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["ArticleReading", "EventExtraction", "Evaluation", "Contracts"],
      path: "Tests/Fuzz", swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
  package.targets.append(
    .executableTarget(
      name: "Flatness", dependencies: ["ArticleReading", "EventExtraction", "Contracts"],
      path: "Tests/Flatness", swiftSettings: settings))
}
