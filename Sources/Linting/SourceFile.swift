import Catalogue
import Source
import Synchronization
import XML

/// One file of a catalogue: its document, or why it has none.
package final class SourceFile {
  package let file: Catalogue.File
  let document: Document?
  let refusal: Refusal?
  /// Where it is not what the schema allows.
  let violations: [(element: Element?, cause: any RefusalCause)]
  private let madeMap = Mutex<SourceMap?>(nil)
  /// Where elements stand in the text; made when the first finding asks.
  var map: SourceMap {
    madeMap.withLock { made in
      let map = made ?? SourceMap(file.text)
      made = map
      return map
    }
  }

  private let madeElements = Mutex<ElementTable?>(nil)

  package var name: String { file.name }
  var root: Element? { document?.root }

  /// The element with a number in document order, for findings that only know an offset.
  func element(_ number: Int) -> Element? {
    guard let document else { return nil }
    let table = madeElements.withLock { made in
      let table = made ?? document.elementTable()
      made = table
      return table
    }
    return table.element(number, of: document)
  }

  init(_ file: Catalogue.File, schema: Schema) {
    self.file = file
    do throws(Refusal) {
      let document = try Document(file.text)
      violations = schema.violations(in: document)
      self.document = document
      refusal = nil
      // From here on the document is only read, also by several workers at once.
      document.numberElements()
    } catch {
      document = nil
      violations = []
      refusal = error
    }
  }
}

/// One entry of a catalogue, as written.
package struct Entry {
  enum Kind: String {
    case edition, instrument, standard, framework, indicator, target, group, criterion, example
  }

  let kind: Kind
  let id: String
  let element: Element
  let file: SourceFile
}
