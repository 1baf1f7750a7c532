import Catalogue
import Wordings

/// What the accepting examples of a catalogue's wordings show, each read once for all of them.
struct WordingTrials: Sendable {
  /// For each wording, for each of its accepting examples, the numbers of the wordings that it shows.
  let shown: [[Set<Int>]]
  /// For each wording, for each of its rejecting examples, whether the wording rejects it.
  let rejected: [[Bool]]

  init(_ collection: WordingCollection) {
    let reader = StatementReader(collection)
    rejected = collection.wordings.enumerated().map { number, wording in
      wording.rejects.map { reader.read($0).showing(number).isEmpty }
    }
    shown = collection.wordings.map { wording in
      wording.accepts.map { text in
        Set(reader.read(text).mentions.lazy.filter { $0.standing == .shown }.map(\.wording))
      }
    }
  }
}
