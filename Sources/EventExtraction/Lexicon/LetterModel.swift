internal import ArabicText
internal import Foundation

/// Tells by its letters whether a word that no table lists is more likely a name, of a person or a
/// place anywhere in the world, or an Arabic word in one of its forms.
///
/// Two models of three letters each, learned when the lexicon loads from the words that it lists:
/// the one from names, the other from every inflected form of everything else. A word's score is
/// the difference of their logarithms, above 0 for names.
struct LetterModel: Sendable {
  /// Counts the sequences of three letters in the words of one kind.
  struct Counts: Sendable {
    fileprivate var triples = [Float](repeating: 0, count: size * size * size)

    /// - Parameters:
    ///   - clitic: a letter that the word stands behind.
    ///   - ending: letters that it stands before.
    ///   - weight: how often the word counts.
    mutating func add(
      _ letters: UnsafeBufferPointer<UInt8>, behind clitic: UInt8? = nil,
      before ending: [UInt8] = [],
      weight: Float = 1
    ) {
      var (first, second) = (LetterModel.edge, LetterModel.edge)
      func count(_ third: Int) {
        triples[(first * size + second) * size + third] += weight
        (first, second) = (second, third)
      }
      if let clitic { count(LetterModel.index(clitic)) }
      for letter in letters { count(LetterModel.index(letter)) }
      for letter in ending { count(LetterModel.index(letter)) }
      count(LetterModel.edge)
    }

    /// The logarithm of each third letter's probability behind the two before it.
    fileprivate func logarithms() -> [Float] {
      var result = [Float](repeating: 0, count: triples.count)
      var pairs = [Float](repeating: 0, count: size * size)
      for first in 0..<size {
        for pair in 0..<size * size { pairs[pair] += triples[first * size * size + pair] }
      }
      for second in 0..<size {
        let row = second * size
        let total = pairs[row..<row + size].reduce(0, +)
        for first in 0..<size {
          let start = (first * size + second) * size
          let seen = triples[start..<start + size].reduce(0, +)
          for third in 0..<size {
            let backOff = (pairs[row + third] + 0.5) / (total + Float(size) / 2)
            result[start + third] = log((triples[start + third] + 5 * backOff) / (seen + 5))
          }
        }
      }
      return result
    }
  }

  /// Arabic letters, the edge of a word, and whatever else.
  private static let size = 44
  private static let edge = 0
  private static let scale: Float = 16

  /// For each sequence of three letters how much it speaks for a name, in sixteenths.
  private let weights: [Int8]

  init(names: Counts, others: Counts) {
    weights = zip(names.logarithms(), others.logarithms()).map {
      Int8(max(-127, min(127, (($0 - $1) * Self.scale).rounded())))
    }
  }

  /// Above 0 where the letters are more like a name's.
  func score(_ letters: Letters) -> Float {
    var first = Self.edge
    var second = Self.edge
    var sum = 0
    for letter in letters {
      let third = Self.index(letter)
      sum += Int(weights[(first * Self.size + second) * Self.size + third])
      (first, second) = (second, third)
    }
    sum += Int(weights[(first * Self.size + second) * Self.size])
    return Float(sum) / Self.scale
  }

  @inline(__always)
  private static func index(_ letter: UInt8) -> Int {
    letter >= Letter.hamza && letter <= Letter.ya ? Int(letter - Letter.hamza) + 1 : size - 1
  }
}
