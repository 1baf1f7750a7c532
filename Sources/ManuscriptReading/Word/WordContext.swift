import Manuscript
import Source
import XML

/// What the parts of one Word file share while they are read.
final class WordContext {
  let package: WordPackage
  let styles: WordStyles
  let numbering: WordNumbering
  let stores: WordStores
  let symbols: SymbolTable
  let limits: Limits.Manuscript
  var counter: NumberingCounter
  var footnotes: [String: [Block]] = [:]
  var endnotes: [String: [Block]] = [:]
  private var calledFootnotes = 0
  private var calledEndnotes = 0
  private let settings: WordSettings

  /// - Throws: `Refusal` when one of the parts cannot be read.
  init(_ package: WordPackage) throws(Refusal) {
    self.package = package
    limits = package.limits.manuscript
    symbols = try SymbolTable.builtIn()
    styles = WordStyles(try Self.root("styles", package))
    numbering = WordNumbering(try Self.root("numbering", package))
    settings = WordSettings(try Self.root("settings", package))
    counter = NumberingCounter(numbering, symbols)
    var stores: [(id: String, document: Document)] = []
    for part in package.parts("customXml") {
      let properties = package.relationships(of: part).values.first {
        $0.type == "customXmlProps" && !$0.isExternal
      }
      // A store that is no XML is none that anything could be bound to.
      guard let properties, let id = try? package.tree(properties.target)?.root.wordAttribute("itemID"),
        let document = try? package.tree(part)
      else { continue }
      stores.append((id, document))
    }
    self.stores = WordStores(stores)
  }

  private static func root(_ type: String, _ package: WordPackage) throws(Refusal) -> Element? {
    guard let part = package.parts(type).first else { return nil }
    return try package.tree(part)?.root
  }

  func nextFootnote() -> String {
    calledFootnotes += 1
    return NumberFormat.text(calledFootnotes, settings.footnoteFormat)
  }

  func nextEndnote() -> String {
    calledEndnotes += 1
    return NumberFormat.text(calledEndnotes, settings.endnoteFormat)
  }
}

/// How the marks of notes are written (ISO/IEC 29500-1, 17.11).
private struct WordSettings {
  let footnoteFormat: String
  let endnoteFormat: String

  init(_ root: Element?) {
    func format(_ name: String) -> String? { root?.child(name)?.child("numFmt")?.wordAttribute("val") }
    footnoteFormat = format("footnotePr") ?? "decimal"
    endnoteFormat = format("endnotePr") ?? "lowerRoman"
  }
}
