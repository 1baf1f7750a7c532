import Manuscript
import Source
import XML

/// Why no manuscript can be made of a file, in the words of who has only the file: what it is, and what to do.
package enum ManuscriptFault: RefusalCause {
  /// An office file without a document in it.
  case noDocument
  /// Of a kind that holds no running text.
  case otherKind(FileKind)
  /// A part of the file cannot be read; what is wrong with it is a phrase of its own.
  case brokenPart(part: String, cause: Phrase)
  case partTooLarge(part: String)
  /// Tables in tables, or controls in controls, deeper than anybody builds them.
  case tooDeep(limit: Int)
  /// A declaration that no word processor writes, by which files were made to read other files.
  case documentType(part: String)
  /// More paragraphs than anybody writes.
  case tooManyBlocks(limit: Int)
  /// Opening it needs a password.
  case encrypted
  /// A page of the web under another name.
  case webPage
  /// There is nothing to read: an empty document.
  case noWords
  /// Pages without text: pictures of a document.
  case scan(pages: Int)
  /// No format that is known.
  case unknownFormat
  /// A program that reads the format for us is not there; the package that brings it.
  case missingProgram(kind: FileKind, package: String)
  /// Such a program took too long, too much memory, or handed over too much.
  case programOverLimit(kind: FileKind)
  /// Such a program could not read the file.
  case programFailed(kind: FileKind)
}

extension ManuscriptFault {
  package var phrase: Phrase {
    switch self {
    case .noDocument: Phrase("refusals.manuscript-no-document")
    case .otherKind(let kind): Phrase("refusals.manuscript-other-kind", ["kind": .phrase(kind.phrase)])
    case .brokenPart(let part, let cause):
      Phrase(
        "refusals.manuscript-part", ["part": .text(SafeText.of(part, limit: 80)), "cause": .phrase(cause)])
    case .partTooLarge(let part):
      Phrase("refusals.manuscript-part-too-large", ["part": .text(SafeText.of(part, limit: 80))])
    case .tooDeep(let limit): Phrase("refusals.manuscript-too-deep", ["limit": .number(limit)])
    case .documentType(let part):
      Phrase("refusals.manuscript-document-type", ["part": .text(SafeText.of(part, limit: 80))])
    case .tooManyBlocks(let limit): Phrase("refusals.manuscript-blocks", ["limit": .number(limit)])
    case .encrypted: Phrase("refusals.manuscript-encrypted")
    case .webPage: Phrase("refusals.manuscript-web-page")
    case .noWords: Phrase("refusals.manuscript-no-words")
    case .scan(let pages): Phrase("refusals.manuscript-scan", ["pages": .number(pages)])
    case .unknownFormat: Phrase("refusals.manuscript-unknown")
    case .missingProgram(let kind, let package):
      Phrase("refusals.manuscript-program", ["kind": .phrase(kind.phrase), "package": .text(package)])
    case .programOverLimit(let kind):
      Phrase("refusals.manuscript-program-limit", ["kind": .phrase(kind.phrase)])
    case .programFailed(let kind):
      Phrase("refusals.manuscript-program-failed", ["kind": .phrase(kind.phrase)])
    }
  }

  /// The refusal of a part as one of the whole file. What is said of memory or of the container stays as it is.
  static func refusal(_ refusal: Refusal, of part: String, in source: String) -> Refusal {
    if refusal.cause is ManuscriptFault || refusal.isCaused(by: InputFault.outOfMemory) {
      return Refusal(source: source, cause: refusal.cause)
    }
    let cause: ManuscriptFault =
      switch refusal.cause as? MarkupFault {
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .documentType: .documentType(part: part)
      default: .brokenPart(part: part, cause: refusal.cause.phrase)
      }
    return Refusal(source: source, cause: cause)
  }
}
