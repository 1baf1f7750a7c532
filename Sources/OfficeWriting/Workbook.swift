import CLibXLSXWriter
import Glibc
import Source

/// An Excel workbook, written row by row by libxlsxwriter in constant memory. A text is a text, whatever it begins
/// with: no cell is a formula. The same content gives the same bytes.
package final class Workbook {
  /// How a cell looks; all of one look share it.
  package enum Look: Int, CaseIterable, Sendable {
    case head, plain, number, good, bad, half, open, out
  }

  package enum Cell: Sendable {
    case text(String, Look = .plain)
    case number(Int)
    case empty
  }

  package struct Column: Sendable {
    package let title: String
    /// In letters.
    package let width: Double

    package init(_ title: String, width: Double) {
      (self.title, self.width) = (title, width)
    }
  }

  private let pointer: UnsafeMutablePointer<lxw_workbook>
  /// libxlsxwriter writes into files; they stand in a folder of their own until the workbook is made.
  private let folder: TemporaryFolder
  private static let file = "workbook.xlsx"
  private var looks: [Look: UnsafeMutablePointer<lxw_format>] = [:]
  private var isOpen = true
  private var fault: UInt32 = 0

  /// - Returns: nil when there is no memory, or no room for temporary files.
  package init?(title: String) {
    guard let folder = try? TemporaryFolder() else { return nil }
    self.folder = folder
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 0
    // The library keeps a copy of its own.
    options.tmpdir = strdup(folder.path)
    defer { free(options.tmpdir) }
    let made = workbook_new_opt(folder.path + "/" + Self.file, &options)
    guard let workbook = made else { return nil }
    pointer = workbook
    var properties = lxw_doc_properties()
    // 1 January 1980, as in every container that is written here: a file tells no clock.
    properties.created = 315_532_800
    properties.title = strdup(title)
    properties.author = strdup("Khung")
    workbook_set_properties(pointer, &properties)
    free(properties.title)
    free(properties.author)
    for look in Look.allCases { looks[look] = format(look) }
  }

  deinit {
    if isOpen { workbook_close(pointer) }
  }

  private func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = workbook_add_format(pointer) else { return nil }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_text_wrap(format)
    format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
    let fill: UInt32? =
      switch look {
      case .plain, .number: nil
      case .head: 0xD9E5F1
      case .good: 0xDFF0D8
      case .bad: 0xF8D7DA
      case .half: 0xFCE8CF
      case .open: 0xFFF8D6
      case .out: 0xEEEEEE
      }
    if let fill { format_set_bg_color(format, fill) }
    if look == .head { format_set_bold(format) }
    return format
  }

  /// A sheet with its columns; rows follow from the top.
  /// - Parameters:
  ///   - name: at most 31 letters, none of `[]:*?/\`.
  ///   - frozen: columns that stay in sight.
  package func sheet(_ name: String, columns: [Column], frozen: Int = 1) -> Sheet? {
    guard let sheet = workbook_add_worksheet(pointer, name) else { return nil }
    for (number, column) in columns.enumerated() {
      worksheet_set_column(sheet, UInt16(number), UInt16(number), column.width, nil)
    }
    worksheet_freeze_panes(sheet, 1, UInt16(frozen))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    let made = Sheet(self, sheet, columns: columns.count)
    made.add(columns.map { .text($0.title, .head) })
    return made
  }

  package final class Sheet {
    private let workbook: Workbook
    private let pointer: UnsafeMutablePointer<lxw_worksheet>
    private let columns: Int
    private var row: UInt32 = 0

    fileprivate init(_ workbook: Workbook, _ pointer: UnsafeMutablePointer<lxw_worksheet>, columns: Int) {
      (self.workbook, self.pointer, self.columns) = (workbook, pointer, columns)
    }

    package func add(_ cells: [Cell]) {
      for (number, cell) in cells.enumerated() {
        let column = UInt16(number)
        let error: lxw_error =
          switch cell {
          case .text(let text, let look):
            // Excel's bound is 32,767 letters.
            worksheet_write_string(
              pointer, row, column, SafeText.of(text, limit: 16_000), workbook.looks[look])
          case .number(let value):
            worksheet_write_number(pointer, row, column, Double(value), workbook.looks[.number])
          case .empty: worksheet_write_blank(pointer, row, column, workbook.looks[.plain])
          }
        if error != LXW_NO_ERROR { workbook.fault = error.rawValue }
      }
      row += 1
    }

    /// Puts the filter over all rows that were written.
    package func finish() {
      worksheet_autofilter(pointer, 0, 0, max(row, 1) - 1, UInt16(columns - 1))
    }
  }

  /// The file; nil when it could not be made: there is no memory or no room for temporary files.
  package func finished() -> [UInt8]? {
    isOpen = false
    let error = workbook_close(pointer)
    guard error == LXW_NO_ERROR, fault == 0 else { return nil }
    return folder.contents(of: Self.file)
  }
}
