internal import Contracts
internal import StageRuntime

/// The workers' processes of one run.
struct Workers: Sendable {
  /// Sends the articles and ends.
  let producer: Child
  /// Run until they are asked to stop.
  let lasting: [Child]

  static func group(_ worker: String, _ topics: Topics) -> String {
    "\(topics.prefix)rawi-\(worker)"
  }

  static func store(in folder: String) -> String { folder + "/events.sqlite" }

  static func start(
    _ kafka: KafkaOptions, _ lexicon: LexiconOptions, paths: [String], folder: String
  ) async throws -> Workers {
    // Secrets reach the workers as they reached this program: by environment or file.
    let named = [
      ("--config", kafka.config), ("--bootstrap-servers", kafka.bootstrapServers),
      ("--topic-prefix", kafka.topicPrefix),
    ]
    let common =
      named.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : "\(name)=\($0)" } }
      + kafka.properties.filter { !Secrets.isSecret($0.name) }
      .map { "--kafka=\($0.name)=\($0.value)" }
    let own = [
      (
        "parser-worker",
        ["--group", group("parser-worker", kafka.topics)]
          + lexicon.folders.map { "--lexicon=\($0)" }
      ),
      (
        "indexer",
        ["--group", group("indexer", kafka.topics), "--store", store(in: folder)]
      ),
      ("producer", ["--"] + paths),
    ]
    var children: [Child] = []
    do {
      for (name, arguments) in own {
        children.append(
          try Child(name, common + arguments, folder: folder))
      }
    } catch {
      await Stopping(children).run(hurriedBy: nil)
      throw error
    }
    return Workers(producer: children.removeLast(), lasting: children)
  }

  var all: [Child] { [producer] + lasting }
}
