import Source

/// What keeps an office file, which is a zip of parts, from being read. In the words of who has only the file.
package enum ContainerFault: Error, RefusalCause {
  case damaged
  case encrypted
  /// Two parts of one name: one program would show one of them, another the other.
  case twoOfOneName(String)
  /// The list of parts and a part itself say different things: a program that reads the list sees another document
  /// than one that reads from the front.
  case contradiction(String)
  case tooManyParts(limit: Int)
  case expandsTooMuch(ratio: Int)
  case tooLarge(limit: Int)
  /// A part could not be packed: there is no memory left for it.
  case cannotPack
}

extension ContainerFault {
  package var phrase: Phrase {
    switch self {
    case .damaged: Phrase("refusals.container-damaged")
    case .encrypted: Phrase("refusals.container-encrypted")
    case .twoOfOneName(let name):
      Phrase("refusals.container-twice", ["name": .text(SafeText.of(name, limit: 80))])
    case .contradiction(let name):
      Phrase("refusals.container-contradiction", ["name": .text(SafeText.of(name, limit: 80))])
    case .tooManyParts(let limit): Phrase("refusals.container-parts", ["limit": .number(limit)])
    case .expandsTooMuch(let ratio): Phrase("refusals.container-expands", ["ratio": .number(ratio)])
    case .tooLarge(let limit): Phrase("refusals.container-too-large", ["limit": .number(limit >> 20)])
    case .cannotPack: Phrase("refusals.out-of-memory")
    }
  }
}
