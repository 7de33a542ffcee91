public import ArgumentParser
public import Foundation

/// The user's own words beside Rawi's, the same for every program that reads events.
public struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "A folder of tables that add to Rawi's own or override them, as often as needed: later ones win.",
      valueName: "folder"))
  public var folders: [String] = []

  public init() {}

  public var urls: [URL] { folders.map { URL(filePath: $0) } }

  public mutating func validate() throws {
    if folders.contains(where: \.isEmpty) {
      throw ValidationError("--lexicon is empty; leave it out or name a folder")
    }
  }
}
