internal import CMalloc
internal import Kafka
internal import Logging

extension Stage {
  /// Runs the stage as this process's worker until SIGTERM or SIGINT, or only checks its
  /// configuration if that is what the options ask.
  ///
  /// - Throws: ``ConfigurationError`` or ``StageFailure``, or what a function of whole batches
  ///   throws.
  public func run(kafka: KafkaOptions, stage options: StageOptions, log: LogOptions) async throws {
    let settings = try StageSettings(worker: name, kafka: kafka, stage: options)
    let logger = log.logger(name)
    for warning in settings.warnings { logger.warning("\(warning)") }
    if options.validateOnly {
      try await settings.validate()
      _ = try load()
      print("\(name): the configuration is good")
      return
    }
    // glibc gives each thread that asks for memory a heap of its own, up to eight a core, and what a batch has given back to one
    // heap is of no use in another.
    mallopt(M_ARENA_MAX, CInt(max(2, settings.threads)))
    // Before anything is loaded, so that a worker that is stopped while it starts ends in order.
    let stop = StopSignal()
    stop.listen()
    let work = try load()
    let loop: StageLoop
    do throws(KafkaError) {
      loop = try StageLoop(settings, self, work, stop: stop, logger: logger)
    } catch {
      throw ConfigurationError("kafka property \(error.message)")
    }
    try await loop.run()
  }
}
