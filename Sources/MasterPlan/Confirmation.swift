import Source

/// A person's word on what a machine read: one thing is right, wrong or to be worded otherwise; a section is right, or
/// whole as well.
package struct Confirmation: Sendable, Equatable {
  package let subject: Subject
  package let word: Word
  package let role: String
  package let day: CalendarDate
  /// What the machine read, where it was taken out or changed.
  package let read: String?

  package init(_ subject: Subject, _ word: Word, role: String, day: CalendarDate, read: String? = nil) {
    self.subject = subject
    self.word = word
    self.role = role
    self.day = day
    self.read = read
  }

  package enum Subject: Sendable, Hashable {
    case section(String)
    case fact(String)

    package var name: String {
      switch self {
      case .section(let name), .fact(let name): name
      }
    }
  }

  package enum Word: String, Sendable {
    case right, wrong, instead, whole
  }

  /// The element of a plan's file that holds them. It is no section.
  package static let list = "confirmations"

  static func all(in list: Item) -> [Confirmation] {
    list.children.compactMap { item in
      let subject =
        item.attribute("fact").map(Subject.fact) ?? item.attribute("section").map(Subject.section)
      guard let subject, let word = item.attribute("as").flatMap(Word.init),
        let role = item.attribute("role"), let day = item.date("on")
      else { return nil }
      return Confirmation(subject, word, role: role, day: day, read: item.attribute("read"))
    }
  }
}

/// What nobody has confirmed yet in a reading.
package struct Unconfirmed: Sendable, Equatable {
  /// Sections of which nobody said anything, and not each thing in which is confirmed by itself.
  package private(set) var sections: [String] = []
  /// Things in them.
  package private(set) var facts = 0

  package var isEmpty: Bool { sections.isEmpty }

  package init(_ sections: [Section], _ confirmations: [Confirmation]) {
    let said = Set(confirmations.filter { $0.word != .wrong }.map(\.subject))
    for section in sections where !said.contains(.section(section.name)) {
      var (all, open, named) = (0, 0, 0)
      section.forEachItem { item in
        guard item.row != section.asItem.row else { return }
        all += 1
        guard let id = item.attribute("id") else { return }
        named += 1
        if !said.contains(.fact(id)) { open += 1 }
      }
      // What says something by its own attributes or by items without an id is confirmed as a section or not at all.
      if open > 0 || named == 0 || section.saysByItself {
        self.sections.append(section.name)
        facts += named == 0 ? all : open
      }
    }
  }
}

extension Section {
  fileprivate static let ofTheFile: Set<String> = ["coverage", "clause", "note"]

  fileprivate var saysByItself: Bool {
    name == "identity" || name == "city" || attributes.contains { !Self.ofTheFile.contains($0.key) }
  }
}
