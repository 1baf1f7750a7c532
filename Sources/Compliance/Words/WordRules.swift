import Catalogue
import Source
import Wordings
import Workers

/// The wordings of a catalogue as plans are read by them. Made once for a check and shared by all its workers.
final class WordRules: Sendable {
  let reader: StatementReader
  private let numbers: [WordingKey: Int]
  private let formerTopics: [String: [String]]
  /// A worker takes one for each plan and keeps what it read for the next.
  let notebooks = Pool { WordNotebook() }

  init(_ collection: WordingCollection) {
    reader = StatementReader(collection)
    numbers = Dictionary(collection.wordings.enumerated().lazy.map { ($1.key, $0) }) { first, _ in first }
    formerTopics = Dictionary(
      collection.wordings.lazy.filter { $0.list == WordingKey.topics && !$0.formerly.isEmpty }.map {
        ($0.token, $0.formerly)
      }
    ) { first, _ in first }
  }

  /// The labels that earlier files have for a topic.
  func formerLabels(of topic: String) -> [String] { formerTopics[topic] ?? [] }

  /// The wording's number among those of the reader; nil where the catalogue has none.
  func number(of key: WordingKey) -> Int? { numbers[key] }

  /// What a city could write: the first text that the wording accepts or, failing that, the words of its first way.
  func sample(of key: WordingKey) -> String? {
    guard let number = numbers[key] else { return nil }
    let wording = reader.wordings[number]
    return wording.accepts.first
      ?? wording.ways.first.map { $0.says.compactMap(\.first).joined(separator: " … ") }
  }
}

/// What one worker has read. Plans print the same sentences, so a text that was read is known for the next plan;
/// bounded, and it changes how long an answer takes and never the answer.
final class WordNotebook {
  private static let most = Limits().memory.wordings

  private var workspace = StatementReader.Workspace()
  /// By a hash that is quicker than one for strangers' keys need be: the table is bounded, and each of its texts is held
  /// against the bytes.
  private var known: [Int: [(text: [UInt8], reading: StatementReading)]] = [:]
  private var size = 0
  private var owner: WordRules?

  func reading(of text: UnsafeBufferPointer<UInt8>, by rules: WordRules) -> StatementReading {
    if owner !== rules {
      owner = rules
      known = [:]
      size = 0
    }
    let hash = Self.hash(text)
    if let kept = known[hash] {
      for (bytes, reading) in kept where bytes.withUnsafeBufferPointer({ $0.isEqual(to: text) }) {
        return reading
      }
    }
    let reading = rules.reader.read(text, lines: .join, using: &workspace)
    size += text.count
    if size > Self.most {
      known = [:]
      size = text.count
    }
    known[hash, default: []].append((Array(text), reading))
    return reading
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var result: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(text.count)
    let bytes = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      result = (result ^ word) &* 0x9E37_79B9_7F4A_7C15
      result ^= result >> 32
      index += 8
    }
    while index < bytes.count {
      result = (result ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    return Int(truncatingIfNeeded: result)
  }
}
