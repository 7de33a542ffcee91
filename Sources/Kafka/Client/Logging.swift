internal import Logging

extension ClientContext {
  /// Hands one of librdkafka's lines on, its syslog level as the nearest of swift-log's.
  func log(_ level: Int32, _ facility: String, _ text: String) {
    logger.log(
      level: Logger.Level(syslog: level), "\(text)", metadata: ["kafka.facility": "\(facility)"])
  }
}

extension Logger.Level {
  /// Syslog counts from 0, an emergency, to 7, debugging.
  init(syslog level: Int32) {
    switch level {
    case ...2: self = .critical
    case 3: self = .error
    case 4: self = .warning
    case 5: self = .notice
    case 6: self = .info
    default: self = .debug
    }
  }
}
