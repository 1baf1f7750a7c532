import XML

/// A processing instruction that an editor or a program left in a file of a catalogue.
struct EditorInstruction {
  /// Where it stands; nil where the markup did not say.
  let offset: Int?
  /// The number of the element that follows it.
  let covered: Int?
  let words: PseudoAttributes

  /// Those of one target, in the order of the file.
  static func all(_ target: String, in file: SourceFile) -> [EditorInstruction] {
    guard let document = file.document, file.file.text.contains("?" + target) else { return [] }
    var result: [EditorInstruction] = []
    var offsets = file.file.text.instructions(target)
    func walk(_ parent: Node) {
      let children = parent.children
      for (index, child) in children.enumerated() {
        if child.kind == .processingInstruction, child.localName == target {
          result.append(
            EditorInstruction(
              offset: offsets.isEmpty ? nil : offsets.removeFirst(),
              covered: children[index...].first { $0.kind == .element }?.elementNumber,
              words: PseudoAttributes(child.stringValue)))
        }
        walk(child)
      }
    }
    walk(document.rootNode)
    return result
  }
}
