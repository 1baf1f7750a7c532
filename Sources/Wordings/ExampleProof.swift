import Catalogue

/// Holds the examples of wordings and denials against the reader: what each accepts and rejects is what it says.
package enum ExampleProof {
  package struct Fault: Sendable, Hashable {
    /// `list/token` of a wording, or the id of a denial.
    package let entry: String
    package let text: String
    /// Whether the entry says that it accepts the text.
    package let isAccepting: Bool
    package let origin: Origin
  }

  package static func faults(in collection: WordingCollection) -> [Fault] {
    faultsOfWordings(in: collection) + faultsOfDenials(in: collection)
  }

  package static func faultsOfWordings(in collection: WordingCollection) -> [Fault] {
    let reader = StatementReader(collection)
    var faults: [Fault] = []
    for (number, wording) in collection.wordings.enumerated() {
      func check(_ texts: [String], isAccepting: Bool) {
        for text in texts where !reader.read(text).showing(number).isEmpty != isAccepting {
          faults.append(
            Fault(
              entry: "\(wording.list)/\(wording.token)", text: text, isAccepting: isAccepting,
              origin: wording.origin))
        }
      }
      check(wording.accepts, isAccepting: true)
      check(wording.rejects, isAccepting: false)
    }
    return faults
  }

  package static func faultsOfDenials(in collection: WordingCollection) -> [Fault] {
    var faults: [Fault] = []
    for denial in collection.denials {
      let examples = denial.accepts.map { ($0, true) } + denial.rejects.map { ($0, false) }
      // The words that an example is about are a wording of their own.
      let wordings = examples.map { example, _ in
        Wording(
          list: "example", token: "example",
          ways: example.about.map { [Wording.Way(says: [[$0]])] } ?? [], origin: denial.origin)
      }
      let reader = StatementReader(collection.with(wordings: wordings))
      for (number, (example, isAccepting)) in examples.enumerated() {
        let reading = reader.read(example.text)
        let takesBack =
          switch denial.kind {
          case .blank: !reading.blanks.isEmpty
          case .nothing: reading.nothing != nil
          case .denial, .postponement, .condition, .aside: reading.showing(number).isEmpty
          }
        let isFound = example.about == nil || reading.mentions.contains { $0.wording == number }
        if takesBack != isAccepting || !isFound {
          faults.append(
            Fault(
              entry: denial.id, text: example.text, isAccepting: isAccepting, origin: denial.origin))
        }
      }
    }
    return faults
  }
}
