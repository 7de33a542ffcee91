internal import ArgumentParser
internal import Contracts
internal import EventExtraction
internal import StageRuntime

/// Reads raw articles and writes what the extractor finds in them.
@main
struct ParserWorker: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser-worker",
    abstract: "Parses the articles of articles.raw and writes them to articles.parsed.")

  @Option(
    help: ArgumentHelp("Most bytes that an article may have.", valueName: "bytes"))
  var maxArticleBytes: Int = Parsing.defaultLimit

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup(title: "Kafka") var kafka: KafkaOptions
  @OptionGroup(title: "Worker") var stage: StageOptions
  @OptionGroup(title: "Log") var log: LogOptions

  static func main() async { await launch() }

  func validate() throws {
    if maxArticleBytes < 1 { throw ValidationError("--max-article-bytes must be 1 or more") }
  }

  func run() async throws {
    let topics = kafka.topics
    let limit = maxArticleBytes
    let lexicons = LexiconSource.bundled.adding(lexicon.urls)
    try await Stage(
      name: "parser-worker", input: topics.articlesRaw, deadLetters: topics.articlesDead
    ) {
      let parsing = try Parsing(lexicons, limit: limit, into: topics.articlesParsed)
      return .records { try parsing.parse($0) }
    }.run(kafka: kafka, stage: stage, log: log)
  }
}
