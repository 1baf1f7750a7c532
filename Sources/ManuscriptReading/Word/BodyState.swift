import Manuscript

/// One paragraph while it is read.
struct OpenParagraph {
  var text: [UInt8] = []
  /// Where pieces of another font begin; the font's name, small, or empty.
  var fonts: [(start: Int, font: String)] = []
  var wordBytes = 0
  var boldBytes = 0
  var italicBytes = 0
  /// Where the first letter that is not bold stands.
  var endOfBold: Int?
  var capitalBytes = 0
  var style: String?
  var numID: Int?
  var level: Int?
  var outline: Int?
  var justification: String?
  var id: String?
  /// Its mark was deleted by a tracked change: what follows belongs to it.
  var isMarkDeleted = false
  var isMarkHidden = false
  var noteCalls: [Block.NoteCall] = []
  var steps: [Int32] = []
  var page = 1
  /// Notes and text boxes, which stand behind it.
  var followers: [Block] = []
  var isContents = false
  /// What has just been hidden, deleted or left out, by kind, until the paragraph's place is known.
  var losses: [(kind: Loss.Kind, words: String, instead: String?)] = []
}

/// The letters of a run.
struct RunLook {
  var isBold: Bool?
  var isItalic: Bool?
  var isHidden: Bool?
  var isCapitals: Bool?
  var font: String?
  var style: String?
}

/// How letters look, whatever says so.
struct LettersLook {
  var isBold: Bool
  var isItalic: Bool
  var isHidden: Bool
  var isCapitals: Bool
  var font: String
}

/// A table while it is read.
struct OpenTable {
  var columns = 0
  var rows: [Table.Row] = []
  var steps: [Int32] = []
  var page = 1
  var row = OpenRow()
  var cell = OpenCell()
  /// By column, the cell that a merge downwards goes on from: its row and its place in that row.
  var merging: [Int: (row: Int, cell: Int)] = [:]
}

struct OpenRow {
  var cells: [Table.Cell] = []
  var next = 0
  var isHeader = false
  var isDeleted = false
}

struct OpenCell {
  enum Merge { case none, begins, goesOn }
  var span = 1
  var downwards = Merge.none
  var sideways = Merge.none
}

/// A field between its signs.
struct OpenField {
  var code = ""
  var isInResult = false
  var resultBytes = 0
  var isChecked = false
}

/// A content control.
struct OpenControl {
  enum Kind { case other, text, list, date, checkBox }
  var kind = Kind.other
  var name = ""
  var path: String?
  var prefixes = ""
  var store: String?
  var isPlaceholder = false
  var items: [(shown: String, value: String)] = []
  var date: String?
  var dateFormat: String?
  /// What the store says, where it is bound and the store says anything.
  var value: String?
  /// Where in the open paragraph its content begins; nil where it holds whole paragraphs.
  var start: Int?
  var isShown = false
}
