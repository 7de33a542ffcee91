internal import ArabicText
internal import Contracts

extension Analysis {
  /// Reads the events of every sentence in order, the discourse's topic passing from each to the
  /// next.
  func readEvents() {
    readHere()
    readUnits()
    let reader = SentenceReader(self)
    for index in sentences.indices where sentences[index].kind != .dateline {
      reader.read(index)
      reader.attributeSpeech()
      if sentences[index].kind == .title { reader.topic = Topic(harm: reader.topic.harm) }
      events += reader.events
    }
    settleTimes()
    rejections = reader.rejections
  }
}
