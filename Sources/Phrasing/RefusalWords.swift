import Catalogue
import Glibc
import Schematron
import Source
import XML
import XPath

extension Language {
  /// One line for a refused input: file, line, column, cause and remedy.
  package func message(_ refusal: Refusal) -> String {
    let place = refusal.position.map { ":\($0.line):\($0.column)" } ?? ""
    let trail = refusal.following > 0 ? " " + self(.following(refusal.following)) : ""
    return SafeText.harmless("\(refusal.source)\(place): \(cause(refusal.cause))\(trail)")
  }

  /// The line of `message`, and below it the words at fault with a mark under the place.
  package func explanation(_ refusal: Refusal) -> String {
    guard let quotation = refusal.quotation else { return message(refusal) }
    let scalars = Array(quotation.text.unicodeScalars)
    let place = min(quotation.offset, scalars.count)
    // One line of the expression, and of a long line the part around the place.
    let start = (scalars[..<place].lastIndex { $0 == "\n" || $0 == "\r" }).map { $0 + 1 } ?? 0
    let from = max(start, place - 60)
    let rest = scalars[from...].prefix(100).prefix { $0 != "\n" && $0 != "\r" }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: rest)
    let shown = SafeText.harmless(String(line))
    return "\(message(refusal))\n  \(shown)\n  \(String(repeating: " ", count: place - from))^"
  }

  /// One line for a catalogue that does not hold together, naming the entry.
  package func message(_ fault: CatalogueFault) -> String {
    let place = [fault.source, fault.line.map(String.init) ?? ""].filter { !$0.isEmpty }.joined(
      separator: ":")
    let entry = fault.entry.isEmpty ? "" : self(.entry(fault.entry)) + ": "
    return SafeText.harmless("\(place.isEmpty ? "" : place + ": ")\(entry)\(self(words(fault.kind)))")
  }

  /// One line for an output that could not be written.
  /// - Parameter errno: the system's error number (POSIX.1).
  package func message(cannotWrite path: String, errno code: Int32) -> String {
    let reason: Phrase =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EFBIG: .fileLimit
      case EPIPE: .pipeClosed
      case EACCES, EPERM, EROFS: .mayNotWrite
      case ENOENT, ENOTDIR: .noSuchFolder
      default: .systemError(code)
      }
    return SafeText.harmless(self(.cannotWrite(path, reason: self(reason))))
  }

  /// One line for a plan on which a baseline says nothing.
  package func message(noBaselineFor plan: String, in baseline: String) -> String {
    SafeText.harmless(self(.noBaseline(plan, baseline: baseline)))
  }

  private func words(_ kind: CatalogueFault.Kind) -> Phrase {
    switch kind {
    case .repeatedID(let first): .faultRepeated(first)
    case .danglingReference(let target, let expected): .faultDangling(to: target, expected: expected)
    case .noEdition: .faultNoEdition
    case .repeatedEdition: .faultEditions
    case .noCriteria: .faultNoCriteria
    case .noFiles: .faultNoFiles
    case .replacementCycle(let path): .faultCycle(path.joined(separator: " → "))
    case .endsBeforeItStarts: .faultInterval
    case .forceDiffersFromBases: .faultForce
    case .mandatoryWithoutBasis: .faultOwnRuleForce
    case .unknownToken(let token, let list): .faultToken(token, list: list)
    case .emptyRequirement: .faultEmptyRequirement
    case .loosensMandatory(let criterion): .faultLoosens(criterion)
    case .doesNotTighten(let criterion): .faultNoTightening(criterion)
    case .waiverExpired(let date): .faultExpired(self(date))
    case .notACatalogue: .refusalNotACatalogue
    }
  }

  package func cause(_ cause: any RefusalCause) -> String {
    switch cause {
    case let fault as InputFault: self(words(fault))
    case let fault as MarkupFault: self(words(fault))
    case let violation as SchemaViolation: self(words(violation))
    case let fault as CatalogueFault.Kind: self(words(fault))
    case let fault as ReportFault: self(words(fault))
    case let fault as XPathFault.Kind: self(.expression(fault))
    case let fault as SchematronFault: self(.schematron(fault))
    case let fault as CollectionFault: self(.review(.collection(fault)))
    default: ""
    }
  }

  private func words(_ fault: InputFault) -> Phrase {
    switch fault {
    case .missing: .refusalMissing
    case .directory: .refusalDirectory
    case .permissionDenied: .refusalPermission
    case .notAFile: .refusalNotAFile
    case .silentPipe: .refusalSilentPipe
    case .readError(let code): .refusalRead(code)
    case .linkLoop: .review(.linkLoop)
    case .empty: .refusalEmpty
    case .tooLarge(let limit): .refusalTooLarge(limit)
    case .encodingContradiction(let declared, let actual):
      .refusalContradiction(declared: declared, actual: actual)
    case .unsupportedEncoding(let name): .refusalEncoding(name)
    case .brokenUTF8(let byte): .refusalBrokenUTF8("0x" + String(byte, radix: 16, uppercase: true))
    case .brokenUTF16: .refusalBrokenUTF16
    case .changedWhileRead: .review(.changedWhileRead)
    }
  }

  private func words(_ fault: ReportFault) -> Phrase {
    switch fault {
    case .notAReport: .refusalNotAReport
    case .noReports: .noReports
    case .changedSince(let report): .refusalChangedSince(report)
    }
  }

  private func words(_ fault: MarkupFault) -> Phrase {
    switch fault {
    case .notXML: .refusalNotXML
    case .mismatchedTag(let opened, let line, let closed):
      .refusalMismatched(opened: opened, line: line, closed: closed)
    case .unfinished: .refusalUnfinished
    case .contentAfterRoot: .refusalContentAfterRoot
    case .undefinedEntity(let name): .refusalEntity(name)
    case .repeatedAttribute(let name): .refusalRepeatedAttribute(name)
    case .undeclaredPrefix(let prefix): .refusalPrefix(prefix)
    case .illegalCharacter: .refusalCharacter
    case .nulByte: .refusalNul
    case .brokenTag: .refusalBrokenTag
    case .brokenReference: .refusalReference
    case .other(let code): .refusalSyntax(code)
    case .documentType: .refusalDocumentType
    case .tooDeep(let limit): .refusalTooDeep(limit)
    case .tooManyAttributes(let limit): .refusalTooManyAttributes(limit)
    case .textTooLong(let limit): .refusalTextTooLong(limit)
    case .wrongRoot(let found, let foundNamespace, let expected, let namespace):
      .refusalRoot(
        found: found, namespace: foundNamespace ?? self(.nothing), expected: expected,
        expectedNamespace: namespace)
    }
  }

  private func words(_ violation: SchemaViolation) -> Phrase {
    let element = violation.element
    let expected =
      violation.expected.isEmpty
      ? self(.nothing)
      : violation.expected.prefix(12).joined(separator: ", ") + (violation.expected.count > 12 ? ", …" : "")
    let value = SafeText.of(violation.value ?? "", limit: 60)
    let place =
      violation.attribute.map { self(.attributeOf($0, element: element)) } ?? self(.element(element))
    return switch violation.kind {
    case .unexpectedElement: .violationUnexpected(element, expected: expected)
    case .missingElement: .violationMissing(element, expected: expected)
    case .missingAttribute: .violationMissingAttribute(element, attribute: violation.attribute ?? "")
    case .unexpectedAttribute: .violationAttribute(element, attribute: violation.attribute ?? "")
    case .wrongValue: .violationValue(where: place, value: value, type: expected)
    case .valueNotInList: .violationList(where: place, value: value, list: expected)
    case .textNotAllowed: .violationText(element)
    case .danglingReference: .violationDangling(element, value: value)
    case .repeatedIdentifier: .violationRepeated(element, value: value)
    case .missingIdentifier: .violationNoIdentifier(element)
    case .inclusion: .violationInclusion
    case .other(let code): .violationOther(element, code: code)
    }
  }
}
