import Catalogue

/// What one part of a requirement comes to, as XPath. Unknown is what is asked and neither holds nor
/// fails.
struct PartAsXPath {
  var asked: XPathTest = .yes
  let holds: XPathTest
  let fails: XPathTest
  /// XPath 1.0 cannot tell what it comes to. Where this holds, the others mean nothing.
  var beyond: XPathTest = .no
}

/// A facet that can be written as XPath 1.0.
protocol FacetAsXPath: Facet {
  func part(in export: FacetsAsXPath) -> PartAsXPath
  func parts(in export: FacetsAsXPath) -> [PartAsXPath]
}

extension FacetAsXPath {
  func parts(in export: FacetsAsXPath) -> [PartAsXPath] { [part(in: export)] }
}

/// Writes requirements as XPath 1.0, by the pages of facets in `Documentation/facets/` and without a look at the
/// evaluator, which this target cannot see: what both agree on was said twice.
struct FacetsAsXPath {
  let catalogue: Catalogue
  let law: LawAsXPath
  /// What the words of a plan say.
  let words: SpokenWords

  /// The compiler refuses a facet of the catalogue that nothing here writes.
  private static let all: [any FacetAsXPath.Type] = list(Facets.all)

  private static func list<each Kind: FacetAsXPath>(
    _ kinds: (repeat (each Kind).Type)
  ) -> [any FacetAsXPath.Type] {
    var types: [any FacetAsXPath.Type] = []
    for kind in repeat each kinds { types.append(kind) }
    return types
  }

  /// The parts of a requirement, in the order of the catalogue.
  func parts(of requirement: Requirement) -> [PartAsXPath] {
    switch requirement {
    case .all(let members): members.flatMap(parts)
    case .any(let members): [oneOf(members.map(asOnePart))]
    case .facet(let facet): written(facet).parts(in: self)
    // A schema inside a criterion cannot stand inside a rule of this one: the export says unknown.
    case .schematron: [PartAsXPath(holds: .no, fails: .no)]
    }
  }

  private func written(_ facet: any Facet) -> any FacetAsXPath {
    guard let written = facet as? any FacetAsXPath else {
      preconditionFailure("a facet outside Facets.all, which knows only \(Self.all.map { $0.name })")
    }
    return written
  }

  /// A requirement that counts as one part, as every member of an `any` does.
  private func asOnePart(_ requirement: Requirement) -> PartAsXPath { asOnePart(parts(of: requirement)) }

  func asOnePart(_ parts: [PartAsXPath]) -> PartAsXPath {
    guard parts.count != 1 else { return parts[0] }
    let fails = XPathTest.any(parts.map { $0.asked && $0.fails })
    return PartAsXPath(
      asked: .any(parts.map(\.asked)), holds: .all(parts.map { !$0.asked || $0.holds }), fails: fails,
      beyond: .any(parts.map { $0.asked && $0.beyond }))
  }

  private func oneOf(_ parts: [PartAsXPath]) -> PartAsXPath {
    PartAsXPath(
      asked: .any(parts.map(\.asked)), holds: .any(parts.map { $0.asked && $0.holds }),
      fails: .all(parts.map { !$0.asked || $0.fails }),
      // One that holds decides, whatever the others are.
      beyond: .any(parts.map { $0.asked && $0.beyond })
        && !.any(parts.map { .all([$0.asked, $0.holds, !$0.beyond]) }))
  }
}
