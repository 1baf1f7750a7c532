/// Every bound of the program, so that a reviewer can read them at once: what an input may cost before it is
/// refused, and how far the program goes where it could go on without end. Each exists because something without it
/// is slow or fills memory. `khung limits` prints them with the words of `Data/limits.tsv`.
///
/// No bounds, and not here: the lengths at which a report cuts what it quotes, and sizes at which a quicker way of
/// doing the same gives place to another.
package struct Limits: Sendable, Equatable {
  package var input = Input()
  package var expression = Expression()
  package var schema = Schema()
  package var folder = Folder()
  package var archive = Archive()
  package var manuscript = Manuscript()
  package var review = Review()
  package var lint = Lint()
  package var memory = Memory()

  /// One document: a plan, a file of a catalogue, a schema, a saved report.
  package struct Input: Sendable, Equatable {
    /// Size in bytes, as stored.
    package var bytes = 64 << 20
    /// Levels of elements.
    package var depth = 100
    /// Attributes of one element. libxml2 compares them pairwise.
    package var attributes = 256
    /// Length of one run of text, comment or attribute value in bytes.
    package var text = 4 << 20
    /// Seconds to wait for the first byte of a named pipe that nobody may ever write to.
    package var patience = 0.6

    package init() {}
  }

  /// An expression of XPath.
  package struct Expression: Sendable, Equatable {
    /// Levels of parentheses, predicates and calls.
    package var depth = 64
    /// Tokens: libxml2 walks long chains recursively.
    package var tokens = 4000
    /// Length in bytes once the parameters of its abstract pattern are in it.
    package var expanded = 1 << 20
    /// Seconds that the rules of one schema may take on one document.
    package var seconds = 10.0
    /// Steps that the rules of one schema may take on one document: the same on every machine.
    package var steps = 2_000_000_000
    /// Length in bytes of a text that an expression joins.
    package var text = 8 << 20
    /// Bytes that the variables in scope, or the texts that one comparison looks at, may hold.
    package var held = 128 << 20
    /// Levels of calls while libxml2 evaluates; its own bound.
    package let recursion = 5000

    package init() {}
  }

  /// A Schematron schema.
  package struct Schema: Sendable, Equatable {
    /// Levels of inclusions of one file in another.
    package var inclusions = 16
    /// Elements to which it may grow by including, extending and instantiating.
    package var elements = 200_000
    /// Levels of abstract rules that extend one another.
    package var extensions = 32

    package init() {}
  }

  /// A folder of catalogue files or of saved reports.
  package struct Folder: Sendable, Equatable {
    /// Levels of folders below the first.
    package var depth = 8
    /// Files of a catalogue.
    package var catalogueFiles = 2_000
    /// Saved reports.
    package var reports = 100_000

    package init() {}
  }

  /// An archive of plans. Each of its plans has the bounds of an input besides.
  package struct Archive: Sendable, Equatable {
    /// Levels of folders in the name of an entry.
    package var depth = 64
    package var entries = 200_000
    /// How many times its own size it may expand; XML seldom comes to 50.
    package var expansion = 200
    /// Bytes that every archive may expand to, whatever its size.
    package var alwaysAllowed = 32 << 20
    /// Bytes that it may expand to.
    package var bytes = 16 << 30

    package init() {}
  }

  /// A city's own document: a container of XML, or a file that a program of its own reads.
  package struct Manuscript: Sendable, Equatable {
    /// Parts of a container.
    package var parts = 10_000
    /// Size of one part in bytes; pictures are never unpacked.
    package var partBytes = 64 << 20
    /// Bytes of all parts that are read.
    package var bytes = 128 << 20
    /// How many times its own size a part may expand; text of real documents comes to 60.
    package var expansion = 200
    /// Bytes that a part may expand to, whatever its size.
    package var alwaysAllowed = 4 << 20
    /// Levels of elements in a part; libxml2's own bound is 256.
    package var depth = 200
    /// Elements of the parts that are read at once and not in one pass: styles, numbering, stores of values.
    package var elements = 200_000
    /// Blocks of a manuscript, those in cells counted.
    package var blocks = 1_000_000
    /// Comments that are kept.
    package var comments = 10_000
    /// Remarks of ours that are written into a document.
    package var remarks = 2_000
    /// Files of one submission.
    package var files = 100
    /// Losses that are listed one by one.
    package var losses = 10_000
    /// Columns of a table: Word has 63.
    package var columns = 1_000
    /// Seconds that a program may take which reads a file for us.
    package var seconds = 60.0
    /// Memory that it may take in bytes.
    package var memory = 2 << 30
    /// Bytes that it may hand over.
    package var output = 256 << 20

    package init() {}
  }

  /// A review of many plans.
  package struct Review: Sendable, Equatable {
    /// Levels of folders below one that is named.
    package var depth = 64
    /// Length of one line of a list in bytes: a plan may be inside it, escaped as JSON.
    package var line = 256 << 20
    /// Plans that are judged at once.
    package var jobs = 256

    package init() {}
  }

  /// What the linter looks through; it leaves out what is beyond.
  package struct Lint: Sendable, Equatable {
    /// Expressions of one criterion's schema: rules that extend each other can multiply without end.
    package var expressions = 10_000
    /// Levels of abstract rules that extend one another.
    package var extensions = 16
    /// Length of one expression in Unicode scalars once its parameters are in it.
    package var expanded = 100_000
    /// References for which a near name is looked for: it takes longer than all rules together.
    package var suggestions = 1_000
    /// Rounds of repairing: a repair can make room for another.
    package var rounds = 1_000
    /// Places at which one file breaks its schema.
    package var violations = 100_000

    package init() {}
  }

  /// What is kept from one plan to the next. It changes how long an answer takes, never the answer.
  package struct Memory: Sendable, Equatable {
    /// Citations and what the catalogue said of them.
    package var citations = 20_000
    /// Days and what was law on them.
    package var days = 256
    /// Bytes of texts of plans that one worker has read and knows again.
    package var wordings = 4 << 20
    /// Bytes of findings that say nothing of the plan, as they were written.
    package var findings = 4 << 20

    package init() {}
  }

  package init() {}
}
