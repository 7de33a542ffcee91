internal import ArgumentParser

/// The arguments of a run with the settings of the config file and of the environment put in
/// front of the user's own: flags over environment over file.
///
/// A setting that a stronger layer also gives is dropped, except that librdkafka's properties are
/// merged one by one.
struct LayeredArguments {
  /// One setting as an argument, with the place to blame when the parser refuses it.
  private struct Layered {
    var argument: String
    var origin: Origin
  }

  /// Subcommands named by the user, or the default one.
  private var path: [String] = []
  private var layered: [Layered] = []
  /// The user's own arguments after the subcommands.
  private var own: [String]
  /// Variables that look like slips, for the log.
  private(set) var slips: [(variable: String, meant: String)] = []

  init(
    _ command: any ParsableCommand.Type, arguments: [String], environment: [String: String]
  ) throws {
    let root = try OptionCatalog(of: command)
    var catalog = root
    own = arguments
    while let name = own.first, let subcommand = catalog.subcommands[name] {
      path.append(name)
      own.removeFirst()
      catalog = subcommand
    }
    if Self.asksForHelp(path + own) { return }
    if own.first?.hasPrefix("-") ?? true, let name = catalog.defaultSubcommand,
      let subcommand = catalog.subcommands[name]
    {
      path.append(name)
      catalog = subcommand
    }
    try Self.refuseSecrets(own)

    var file: [Setting] = []
    if let path = try Self.configFile(own, environment, catalog) {
      file = try ConfigurationFile.read(path, program: root.commandName, for: catalog)
    }
    let variables = try EnvironmentSettings.read(environment, for: catalog)
    slips = EnvironmentSettings.slips(in: environment, for: catalog)

    let inVariables = Set(variables.map(\.option)).subtracting([OptionCatalog.kafka])
    let onCommandLine = Set(catalog.options.filter { $0.isGiven(in: own) }.map(\.name))
      .subtracting([OptionCatalog.kafka])
    for setting in file.filter({ !inVariables.contains($0.option) }) + variables
    where !onCommandLine.contains(setting.option) {
      if let argument = try Self.argument(for: setting, catalog) {
        layered.append(Layered(argument: argument, origin: setting.origin))
      }
    }
  }

  /// All arguments, weakest first.
  var merged: [String] { path + layered.map(\.argument) + own }

  /// Parses the merged arguments. A value that the parser refuses is laid to the file or variable
  /// that it came from: the one without which the parser's complaint is gone.
  func parse(_ command: any ParsableCommand.Type) throws -> any ParsableCommand {
    do { return try command.parseAsRoot(merged) } catch {
      let message = command.message(for: error)
      for index in layered.indices {
        var others = layered
        others.remove(at: index)
        do {
          _ = try command.parseAsRoot(path + others.map(\.argument) + own)
        } catch  where command.message(for: error) == message {
          continue
        } catch {}
        throw ConfigurationError(
          String(message.prefix { !$0.isNewline }), origin: layered[index].origin)
      }
      throw error
    }
  }

  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.first == "help"
      || !Set(["-h", "--help", "--help-hidden", "--version"]).isDisjoint(with: arguments)
      || arguments.contains { $0.hasPrefix("--generate-completion-script") }
  }

  /// Secrets on the command line can be read by every user of the machine.
  private static func refuseSecrets(_ arguments: [String]) throws(ConfigurationError) {
    for (index, argument) in arguments.enumerated() {
      let given: Substring? =
        argument == "--kafka"
        ? arguments[(index + 1)...].first?[...]
        : argument.hasPrefix("--kafka=") ? argument.dropFirst("--kafka=".count) : nil
      let name = String((given ?? "").prefix { $0 != "=" })
      if Secrets.isSecret(name) {
        let variable = Secrets.variable(ofProperty: name)
        throw ConfigurationError(
          "a secret on the command line is seen by every user of this machine; give it in "
            + "\(variable), in a file named by \(variable)_FILE, or under kafka: in the config file",
          origin: .commandLine(option: "--kafka \(name)"))
      }
    }
  }

  private static func configFile(
    _ arguments: [String], _ environment: [String: String], _ catalog: OptionCatalog
  ) throws(ConfigurationError) -> String? {
    guard catalog.option(OptionCatalog.config) != nil else { return nil }
    let option = "--" + OptionCatalog.config
    for (index, argument) in arguments.enumerated().reversed() {
      if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
      if argument == option {
        if let path = arguments[(index + 1)...].first { return path }
        throw ConfigurationError("names no file", origin: .commandLine(option: option))
      }
    }
    return environment[EnvironmentSettings.config].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The setting as an argument, or nil for a flag that is off anyway.
  private static func argument(
    for setting: Setting, _ catalog: OptionCatalog
  ) throws(ConfigurationError) -> String? {
    guard let option = catalog.option(setting.option), option.isFlag else {
      return "--\(setting.option)=\(setting.value)"
    }
    switch setting.value.lowercased() {
    case "true", "yes", "on", "1": return "--\(option.name)"
    case "false", "no", "off", "0", "":
      return catalog.option("no-\(option.name)").map { "--\($0.name)" }
    default: throw ConfigurationError("must be true or false", origin: setting.origin)
    }
  }
}

extension OptionCatalog.Option {
  /// Whether the user's own arguments give this option.
  fileprivate func isGiven(in arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { argument in
      spellings.contains { argument == $0 || argument.hasPrefix($0 + "=") }
        || (isFlag && argument == "--no-\(name)")
    }
  }
}
