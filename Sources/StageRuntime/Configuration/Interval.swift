public import ArgumentParser

/// A length of time as people write it: `250ms`, `30s`, `5m`, `1h`; a bare number is seconds.
public struct Interval: ExpressibleByArgument, Sendable, Hashable, CustomStringConvertible {
  public var milliseconds: Int

  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  public static func seconds(_ seconds: Int) -> Interval {
    Interval(milliseconds: seconds * 1000)
  }

  public init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let units = ["": 1000, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000]
    guard let count = Int(digits), let unit = units[String(argument.dropFirst(digits.count))]
    else { return nil }
    let (milliseconds, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    self.milliseconds = milliseconds
  }

  public var duration: Duration { .milliseconds(milliseconds) }

  public var description: String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }

  public var defaultValueDescription: String { description }
}

extension Duration {
  var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
