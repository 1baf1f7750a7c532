import Source

/// What the calendar of the law says.
extension Phrase {
  static func calendarName(_ edition: String) -> Phrase {
    Phrase("editing.calendar-name", ["edition": .text(edition)])
  }

  static func calendarNothing(from: String, to: String) -> Phrase {
    Phrase("editing.calendar-nothing", ["from": .text(from), "to": .text(to)])
  }

  static func calendarIssued(_ text: String) -> Phrase {
    Phrase("editing.calendar-issued", ["text": .text(text)])
  }

  static func calendarStarts(_ text: String) -> Phrase {
    Phrase("editing.calendar-starts", ["text": .text(text)])
  }

  static func calendarEnds(_ text: String) -> Phrase {
    Phrase("editing.calendar-ends", ["text": .text(text)])
  }

  static func calendarReplaced(_ text: String, by: String) -> Phrase {
    Phrase("editing.calendar-replaced", ["text": .text(text), "by": .text(by)])
  }

  static func calendarAmended(_ text: String, by: String) -> Phrase {
    Phrase("editing.calendar-amended", ["text": .text(text), "by": .text(by)])
  }

  static func calendarRepealed(_ text: String, by: String, what: String) -> Phrase {
    Phrase("editing.calendar-repealed", ["text": .text(text), "by": .text(by), "what": .text(what)])
  }

  static func calendarTransition(_ text: String, by: String) -> Phrase {
    Phrase("editing.calendar-transition", ["text": .text(text), "by": .text(by)])
  }

  static var calendarPresumed: Phrase { Phrase("editing.calendar-presumed") }
  static var calendarCriterion: Phrase { Phrase("editing.calendar-criterion") }
  static var calendarTarget: Phrase { Phrase("editing.calendar-target") }
  static var calendarProfile: Phrase { Phrase("editing.calendar-profile") }

  static func calendarGains(_ texts: String) -> Phrase {
    Phrase("editing.calendar-gains", ["texts": .text(texts)])
  }

  static func calendarLoses(_ texts: String) -> Phrase {
    Phrase("editing.calendar-loses", ["texts": .text(texts)])
  }

  static var calendarLeftWithout: Phrase { Phrase("editing.calendar-left-without") }

  static func calendarWeaker(before: String, after: String) -> Phrase {
    Phrase("editing.calendar-weaker", ["before": .text(before), "after": .text(after)])
  }

  static func calendarFirst(_ force: String) -> Phrase {
    Phrase("editing.calendar-first", ["force": .text(force)])
  }
}
