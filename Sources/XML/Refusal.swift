/// Why an input could not be judged. A refusal is never a finding: it says that the file,
/// not the plan, is at fault. `Reporting` puts it into words.
package struct Refusal: Error, Sendable, Equatable {
  /// The input as its user named it.
  package let source: String
  /// Where, if a place can be named.
  package let position: Position?
  package let cause: Cause
  /// Further errors that the same defect brought with it.
  package let following: Int
  /// The words at fault, to be shown with a mark under the place.
  package let quotation: Quotation?

  package init(
    source: String, position: Position? = nil, cause: Cause, following: Int = 0,
    quotation: Quotation? = nil
  ) {
    self.source = source
    self.position = position
    self.cause = cause
    self.following = following
    self.quotation = quotation
  }

  /// A piece of text and the place in it, in Unicode scalars from 0.
  package struct Quotation: Sendable, Equatable {
    package let text: String
    package let offset: Int

    package init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  package enum Cause: Sendable, Equatable {
    case missing
    case directory
    case permissionDenied
    case notAFile
    case silentPipe
    case readError(errno: Int32)
    case empty
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    case textTooLong(limit: Int)
    case nulByte
    case encodingContradiction(declared: String, actual: String)
    case unsupportedEncoding(declared: String)
    case brokenUTF8(byte: UInt8)
    case brokenUTF16
    case documentType
    case malformed(Malformation)
    case wrongRoot(found: String, foundNamespace: String?, expected: String, expectedNamespace: String)
    case invalid(SchemaViolation)
    /// A folder that is no catalogue: not there, too deep or too large.
    case notACatalogue
    /// A file that should be a saved gap report and is none.
    case notAReport
    /// A folder that holds no saved gap report.
    case noReports
    /// The plan changed since the report was made.
    case changedSince(report: String)
    /// The file changed while it was read: what was read is neither the old text nor the new one.
    case changedWhileRead
    /// A folder, an archive or a list of plans that cannot be taken as it is.
    case collection(CollectionFault)
    /// An XPath expression of a schema that cannot be used or evaluated.
    case expression(XPathFault.Kind)
    /// A Schematron schema that breaks the rules of ISO/IEC 19757-3.
    case schematron(SchematronFault)
  }

  /// What keeps a folder, an archive or a list from giving its plans.
  package enum CollectionFault: Sendable, Equatable {
    /// A link to a folder inside a folder: following it could lead round in circles.
    case linkToFolder
    /// Links that lead to each other and never to a file.
    case linkLoop
    case folderTooDeep(limit: Int)
    /// A folder or archive in which there is no plan.
    case noPlans
    case brokenArchive
    case encryptedEntry
    /// An entry named `../x` or `/x`, or with too many levels.
    case unsafeEntryName
    /// A link, device or pipe in an archive.
    case entryIsNoFile
    case nestedArchive
    case tooManyEntries(limit: Int)
    case expandsTooMuch(ratio: Int)
    case archiveTooLarge(limit: Int)
    /// A line of a list that is neither a path nor a JSON object with a plan.
    case brokenLine(number: Int)
    /// A folder with the journal of a review that was not brought to its end.
    case unfinishedReview
  }

  /// Ways in which a text is not well-formed XML 1.0.
  package enum Malformation: Sendable, Equatable {
    case notXML
    case mismatchedTag(opened: String, line: Int, closed: String)
    case unfinished
    case contentAfterRoot
    case undefinedEntity(String)
    case repeatedAttribute(String)
    case undeclaredPrefix(String)
    case illegalCharacter
    case brokenTag
    case brokenReference
    /// Anything rarer, by libxml2's error number.
    case other(code: Int32)
  }
}
