import Compliance
import Phrasing
import Source

/// The formats of a gap report that are files of an office program.
package enum OfficeFormat: String, Sendable, CaseIterable {
  case docx, xlsx, letter, response

  package var fileExtension: String {
    switch self {
    case .docx, .xlsx: rawValue
    case .letter: "letter.docx"
    case .response: "response.docx"
    }
  }

  /// - Parameter template: an office's own file for letters; nil for that of the program.
  /// - Throws: `Refusal` when the file cannot be made.
  package func bytes(
    _ reports: [GapReport], refusals: [String], phrasing: Phrasing,
    template: (bytes: [UInt8], name: String)? = nil
  ) throws(Refusal) -> [UInt8] {
    do throws(OfficeFault) {
      switch self {
      case .docx: return try SummarySheet(phrasing).bytes(reports, refusals: refusals)
      case .xlsx: return try GapWorkbook(phrasing).bytes(reports, refusals: refusals)
      case .letter, .response: break
      }
    } catch { throw Refusal(source: rawValue, cause: error) }
    // A letter goes to one city.
    guard reports.count + refusals.count == 1 else {
      throw Refusal(source: rawValue, cause: LetterFault.severalPlans)
    }
    return try Letter(self == .letter ? .letter : .response, phrasing)
      .bytes(reports.first, refusals: refusals, template: template)
  }
}

package enum LetterFault: RefusalCause {
  case severalPlans

  package var phrase: Phrase { Phrase("refusals.letter-several-plans") }
}
