internal import ArabicText
internal import Contracts

extension Analysis {
  /// Reads the events of every sentence in order, the discourse's topic passing from each to the
  /// next.
  func readEvents() {
    readHere()
    var topic = Topic()
    // Not into `events` at once: each reader holds the analysis, which would be copied for it.
    var found: [EventDraft] = []
    var rejections: [Rejection] = []
    for index in sentences.indices where sentences[index].kind != .dateline {
      var reader = SentenceReader(self, sentence: index, topic: topic)
      reader.read()
      reader.attributeSpeech()
      topic = reader.topic
      if sentences[index].kind == .title { topic = Topic(harm: topic.harm) }
      found += reader.events
      rejections += reader.rejections
    }
    events = found
    settleTimes()
    self.rejections = rejections
  }
}
