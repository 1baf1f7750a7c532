import Source
import XML

/// Makes trees of the short parts of a container, within the bounds of a manuscript.
struct PartTrees {
  let source: String
  let limits: Limits

  /// - Throws: `Refusal` when the part is no XML, hostile, or too much for a tree.
  func tree(_ part: String, _ bytes: [UInt8]) throws(Refusal) -> Document {
    do throws(Refusal) {
      let text = try SourceText(name: source + "!/" + part, stored: bytes)
      guard text.bytes.count(where: { $0 == UInt8(ascii: "<") }) <= limits.manuscript.elements * 2 else {
        throw Refusal(source: source, cause: ManuscriptFault.partTooLarge(part: part))
      }
      return try Document(text, limits: limits.ofParts)
    } catch {
      throw ManuscriptFault.refusal(error, of: part, in: source)
    }
  }
}

extension Limits {
  /// The bounds of a part as the bounds of an input.
  var ofParts: Limits {
    var limits = self
    limits.input.bytes = manuscript.partBytes
    limits.input.depth = manuscript.depth
    return limits
  }
}
