/// What a schema allows, in a form that can be followed while a document is parsed: the part of W3C XML
/// Schema 1.0 that `GrammarReader` understands, with everything else left to libxml2.
///
/// Names, types and listed values are numbered, so that following it means comparing small integers.
final class Grammar: Sendable {
  /// What may stand in an element. Sequences and bags refer to a range of `particles`.
  enum Content {
    case empty
    case text(value: Int32)
    case sequence
    /// Each particle once, in any order (XML Schema Part 1, 3.8, `all`).
    case bag
  }

  struct ElementType {
    let content: Content
    let particles: Range<Int>
    let attributes: Range<Int>
    /// The attributes that must be there, one bit each in the order of `attributes`.
    let required: UInt64
  }

  struct Particle {
    let name: UInt16
    let type: Int32
    let isRequired: Bool
    let repeats: Bool
  }

  struct AttributeUse {
    let name: UInt16
    let value: Int32
    let isRequired: Bool
  }

  /// A value that an enumeration lists, and the simple type that lists it.
  struct Symbol: Sendable {
    let list: String
    let value: String
  }

  /// `xs:key`, `xs:unique` or `xs:keyref` of the root element.
  struct KeyConstraint {
    enum Kind {
      case unique
      case key
      case reference(to: Int)
    }

    let kind: Kind
    /// Grandchildren of the root: the name of the child and their own.
    let selected: [(parent: UInt16, name: UInt16)]
    let field: UInt16
  }

  let namespace: String
  let names: [String]
  let root: (name: UInt16, type: Int32)
  let types: [ElementType]
  let particles: [Particle]
  let attributes: [AttributeUse]
  let values: [ValueType]
  let symbols: [Symbol]
  /// Symbols by their value, which few lists share.
  private let symbolNumbers: [String: [Int]]
  let keys: [KeyConstraint]
  /// Whether a key constraint looks at elements of this name.
  let isSelected: [Bool]
  private let numbers: [String: UInt16]

  init(
    namespace: String, names: [String], root: (name: UInt16, type: Int32), types: [ElementType],
    particles: [Particle], attributes: [AttributeUse], values: [ValueType], symbols: [Symbol],
    keys: [KeyConstraint]
  ) {
    self.namespace = namespace
    self.names = names
    self.root = root
    self.types = types
    self.particles = particles
    self.attributes = attributes
    self.values = values
    self.symbols = symbols
    self.keys = keys
    symbolNumbers = Dictionary(grouping: symbols.indices) { symbols[$0].value }
    numbers = Dictionary(names.enumerated().map { ($1, UInt16($0)) }) { first, _ in first }
    var isSelected = [Bool](repeating: false, count: names.count)
    for place in keys.flatMap(\.selected) { isSelected[Int(place.name)] = true }
    self.isSelected = isSelected
  }

  /// The symbol of a listed value.
  func symbol(_ value: String, of list: String) -> Int? {
    guard let numbers = symbolNumbers[value] else { return nil }
    for number in numbers where symbols[number].list == list { return number }
    return nil
  }

  /// The number of a local name, nil where no element or attribute is called so.
  func number(of name: String) -> UInt16? { numbers[name] }
}
