import Source
import XML
import XPath

/// The documents of one run: the instance, those that `documents` and `document()` name, and the
/// schema itself for `document('')`. All local, each read once, none outside the folders of the
/// schema and of the instance.
final class DocumentStore {
  private let folders: [String]
  private let limits: Limits
  private var paths: [String: Document] = [:]
  private(set) var documents: [Document] = []

  init(instance: Document, path: String?, schema: SchematronSchema) {
    folders = schema.folders + (LocalReference.folder(of: path).map { [$0] } ?? [])
    limits = schema.limits
    documents = [instance]
    if let path, let real = LocalReference.real(path) { paths[real] = instance }
    self.path[ObjectIdentifier(instance)] = path
  }

  private var path: [ObjectIdentifier: String] = [:]

  func path(of document: Document) -> String? { path[ObjectIdentifier(document)] }

  /// The number of a document in the order of reading.
  func number(of document: Document) -> Int {
    documents.firstIndex { $0 === document } ?? documents.count
  }

  /// - Throws: a fault that names the reference, or the refusal of the document that it names.
  func document(_ reference: String, base: String?) throws(XPathFault.Kind) -> Document {
    refusal = nil
    let local: LocalReference
    do throws(LocalReference.Fault) {
      local = try LocalReference(reference, base: base, within: folders)
    } catch {
      switch error {
      case .remote: throw .notLocal(reference)
      case .outside: throw .outsideFolder(reference)
      case .unreadable: throw .unreadableDocument(reference)
      }
    }
    let real = LocalReference.real(local.path) ?? local.path
    if let known = paths[real] { return known }
    do throws(Refusal) {
      let document = try Document(SourceReader(limits: limits).read(local.path), limits: limits)
      paths[real] = document
      path[ObjectIdentifier(document)] = local.path
      documents.append(document)
      return document
    } catch {
      refusal = error
      throw .unreadableDocument(reference)
    }
  }

  /// Why the last document could not be read.
  private(set) var refusal: Refusal?
}
