import Catalogue
import Source

/// Who replaces, cites and amends whom, as a graph for Graphviz or Mermaid.
package struct CatalogueGraph {
  package enum Format: String, Sendable, CaseIterable {
    case dot, mermaid
  }

  /// One line of the graph.
  struct Edge: Hashable {
    enum Kind: String, CaseIterable {
      case replaces, amends
      case repealsInPart = "repeals in part"
      case cites
      /// The criterion rests on the text.
      case basis
      /// The criterion asks for the text, whatever it rests on.
      case asks = "asks for"
      /// The criterion goes with the target of the scheme, and the target stands in the text.
      case target
    }
    let from: String
    let to: String
    let kind: Kind
  }

  private let nodes: [(id: String, name: String)]
  private let edges: [Edge]

  /// - Parameters:
  ///   - around: only this entry and what it is joined with; nil for all.
  ///   - withCriteria: criteria and their bases, too.
  package init(_ catalogue: Catalogue, around: String?, withCriteria: Bool) {
    var edges: Set<Edge> = []
    let lives = catalogue.instruments.map { ($0.id, $0.life) } + catalogue.standards.map { ($0.id, $0.life) }
    for (id, life) in lives {
      for edge in life.replaces { edges.insert(Edge(from: id, to: edge.id, kind: .replaces)) }
      for edge in life.replacedBy { edges.insert(Edge(from: edge.id, to: id, kind: .replaces)) }
      for edge in life.amends { edges.insert(Edge(from: id, to: edge.id, kind: .amends)) }
      for edge in life.repealsInPart { edges.insert(Edge(from: id, to: edge.id, kind: .repealsInPart)) }
    }
    for standard in catalogue.standards {
      for edge in standard.citedBy {
        edges.insert(Edge(from: edge.instrument, to: standard.id, kind: .cites))
      }
    }
    if withCriteria {
      for criterion in catalogue.criteria {
        for basis in criterion.bases {
          edges.insert(Edge(from: criterion.id, to: basis.instrument, kind: .basis))
        }
        for case .facet(let facet) in criterion.requirement?.leaves ?? [] {
          for reference in facet.references where reference.kind != .layer {
            edges.insert(Edge(from: criterion.id, to: reference.id, kind: .asks))
          }
        }
        if let target = criterion.schemeTarget {
          edges.insert(Edge(from: criterion.id, to: target, kind: .target))
        }
      }
      for target in catalogue.programme {
        edges.insert(Edge(from: target.id, to: target.instrument, kind: .target))
      }
    }
    self.edges = edges.filter { around == nil || $0.from == around || $0.to == around }
      .sorted { ($0.from, $0.to, $0.kind.rawValue) < ($1.from, $1.to, $1.kind.rawValue) }
    let joined = Set(self.edges.flatMap { [$0.from, $0.to] } + [around].compactMap { $0 })
    nodes = joined.sorted().map { ($0, catalogue.criterion($0) == nil ? catalogue.printedName(of: $0) : $0) }
  }

  package func text(_ format: Format) -> String {
    switch format {
    case .dot: dot
    case .mermaid: mermaid
    }
  }

  private var dot: String {
    func quoted(_ text: String) -> String {
      "\"" + SafeText.harmless(text).withBackslash(before: "\\\"") + "\""
    }
    let lines =
      nodes.map { "  \(quoted($0.id)) [label=\(quoted($0.name))];" }
      + edges.map { edge in
        let style = edge.kind == .replaces ? "solid" : edge.kind == .cites ? "dotted" : "dashed"
        return
          "  \(quoted(edge.from)) -> \(quoted(edge.to)) [label=\(quoted(edge.kind.rawValue)), style=\(style)];"
      }
    return "digraph catalogue {\n  rankdir=LR;\n  node [shape=box];\n" + lines.joined(separator: "\n")
      + "\n}\n"
  }

  private var mermaid: String {
    // Mermaid reads some words and signs in ids as its own; numbers are safe.
    let numbers = Dictionary(nodes.enumerated().map { ($1.id, "n\($0)") }) { first, _ in first }
    func quoted(_ text: String) -> String {
      "\"" + SafeText.harmless(text).escapingSign("\"", as: "#quot;").escapingSign("<", as: "#lt;") + "\""
    }
    let lines =
      nodes.map { "  \(numbers[$0.id] ?? "")[\(quoted($0.name))]" }
      + edges.map { edge in
        let arrow = edge.kind == .replaces ? "-->" : "-.->"
        return "  \(numbers[edge.from] ?? "") \(arrow)|\(edge.kind.rawValue)| \(numbers[edge.to] ?? "")"
      }
    return "flowchart LR\n" + lines.joined(separator: "\n") + "\n"
  }
}
