import Catalogue
import Source
import XML

/// An attribute of an abstract pattern with its parameters replaced (ISO/IEC 19757-3, 5.4.9), which remembers
/// where each piece is written: what is wrong with a parameter stands at the parameter.
struct ParameterText {
  /// The element and the attribute that a text is written in.
  struct Origin {
    let element: Element
    let attribute: String
  }

  private struct Piece {
    /// Unicode scalars from the start of the whole text.
    let start: Int
    let origin: Origin
    /// Unicode scalars from the start of the attribute.
    let offset: Int
  }

  /// Values of parameters and the elements that give them.
  typealias Parameters = [String: Element]

  let text: String
  private let pieces: [Piece]

  /// - Parameter limit: Unicode scalars; a longer text is cut, which no honest schema comes near.
  init(_ text: String, in origin: Origin, _ parameters: Parameters, limit: Int = Limits().lint.expanded) {
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var pieces: [Piece] = [Piece(start: 0, origin: origin, offset: 0)]
    var index = 0
    while index < scalars.count, result.count < limit {
      guard scalars[index] == "$", !parameters.isEmpty,
        let (name, parameter) = Self.name(in: scalars, after: index, parameters)
      else {
        result.append(scalars[index])
        index += 1
        continue
      }
      pieces.append(
        Piece(start: result.count, origin: Origin(element: parameter, attribute: "value"), offset: 0))
      result += (parameter.attribute("value") ?? "").unicodeScalars
      index += 1 + name
      pieces.append(Piece(start: result.count, origin: origin, offset: index))
    }
    self.text = String(String.UnicodeScalarView(result))
    self.pieces = pieces
  }

  /// Where a character of the text is written.
  func place(at offset: Int) -> RuleTarget {
    let piece = pieces.last { $0.start <= offset } ?? pieces[0]
    return .value(
      piece.origin.element, piece.origin.attribute, scalar: piece.offset + max(offset - piece.start, 0))
  }

  /// The parameter that a `$` begins and the length of its name: the longest name, without a point or hyphen
  /// at its end that belongs to the text.
  private static func name(
    in scalars: [Unicode.Scalar], after dollar: Int, _ parameters: Parameters
  ) -> (length: Int, parameter: Element)? {
    var name = scalars[(dollar + 1)...].prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.·".unicodeScalars.contains($0)
    }
    while !name.isEmpty {
      if let parameter = parameters[String(String.UnicodeScalarView(name))] { return (name.count, parameter) }
      guard name.last == "." || name.last == "-" else { return nil }
      name = name.dropLast()
    }
    return nil
  }
}
