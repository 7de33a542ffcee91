internal import ArgumentParser
internal import Foundation

/// What a program can be told, as its commands declare it.
///
/// The declaration of a command's options is the only list there is: the names in the config
/// file and in the environment are read from it.
struct OptionCatalog: Sendable {
  struct Option: Sendable, Hashable {
    /// Long name without dashes.
    var name: String
    /// Every spelling on the command line, dashes included.
    var spellings: [String]
    var isFlag: Bool
    var isRepeating: Bool
  }

  static let config = "config"
  static let kafka = "kafka"
  static let bootstrapServers = "bootstrap-servers"

  /// Options that make no sense but on the command line.
  private static let commandLineOnly: Set<String> = ["help", "version", "validate"]

  var commandName: String
  var options: [Option]
  /// Names and aliases of subcommands, with what each of them can be told.
  var subcommands: [String: OptionCatalog]
  /// What the program does where no subcommand is named.
  var defaultSubcommand: String?

  init(of command: any ParsableCommand.Type) throws {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8))
    self.init(tool.command)
    defaultSubcommand = command.configuration.defaultSubcommand?._commandName
  }

  private init(_ command: Tool.Command) {
    commandName = command.commandName
    options = (command.arguments ?? []).compactMap(Option.init).filter {
      !Self.commandLineOnly.contains($0.name)
    }
    subcommands = [:]
    for subcommand in command.subcommands ?? [] {
      let catalog = OptionCatalog(subcommand)
      for name in [subcommand.commandName] + (subcommand.aliases ?? []) {
        subcommands[name] = catalog
      }
    }
  }

  func option(_ name: String) -> Option? {
    options.first { $0.name == name }
  }

  var hasKafka: Bool { option(Self.kafka) != nil }
}

extension OptionCatalog.Option {
  fileprivate init?(_ argument: Tool.Argument) {
    guard argument.kind != "positional", let names = argument.names else { return nil }
    guard let long = names.first(where: { $0.kind == "long" }) else { return nil }
    name = long.name
    spellings = names.map { ($0.kind == "long" ? "--" : "-") + $0.name }
    isFlag = argument.kind == "flag"
    isRepeating = argument.isRepeating
  }
}

/// The part of ArgumentParser's description of a program that is used here.
private struct Tool: Decodable {
  struct Command: Decodable {
    var commandName: String
    var aliases: [String]?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var isRepeating: Bool
  }

  var command: Command
}
