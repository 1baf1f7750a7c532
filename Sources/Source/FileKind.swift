/// What a file is that is no XML, so that its sender reads “a Word file” and not a complaint about markup.
package enum FileKind: Sendable, Equatable, CaseIterable {
  case word, spreadsheet, presentation, openDocument, pdf, richText
  case rar, sevenZip, zip, otherArchive

  /// By the ending of a name.
  package init?(name: String) {
    let bytes = Array(name.lowercased().utf8)
    for (kind, endings) in Self.endings
    where endings.contains(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      self = kind
      return
    }
    return nil
  }

  private static let endings: [(FileKind, [String])] = [
    (.word, [".docx", ".doc", ".docm", ".dotx", ".dot"]),
    (.spreadsheet, [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"]),
    (.presentation, [".pptx", ".ppt", ".pptm", ".odp"]),
    (.openDocument, [".odt", ".fodt", ".pages", ".wps"]),
    (.pdf, [".pdf"]),
    (.richText, [".rtf"]),
    (.rar, [".rar"]),
    (.sevenZip, [".7z"]),
    (.otherArchive, [".gz", ".bz2", ".xz", ".zst", ".lzma", ".lz", ".z", ".cab", ".arj", ".iso", ".zipx"]),
  ]

  /// By the first bytes of a file, and what stands in a container (ISO/IEC 29500-2, OpenDocument 1.3 part 2).
  package init?(_ bytes: [UInt8]) {
    func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
    func holds(_ words: String) -> Bool { Self.holds(bytes, Array(words.utf8)) }
    guard let first = bytes.first, first != UInt8(ascii: "<"), first != 0x20 else { return nil }
    if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins(Array("{\\rtf".utf8)) {
      self = .richText
    } else if begins(Array("Rar!".utf8)) {
      self = .rar
    } else if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self =
        holds("word/")
        ? .word
        : holds("xl/") || holds("opendocument.spreadsheet")
          ? .spreadsheet
          : holds("ppt/") || holds("opendocument.presentation")
            ? .presentation : holds("application/vnd.oasis.opendocument") ? .openDocument : .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The names of its streams are UTF-16.
      let wide = { (name: String) -> [UInt8] in name.utf8.flatMap { [$0, 0] as [UInt8] } }
      self =
        Self.holds(bytes, wide("Workbook"))
        ? .spreadsheet : Self.holds(bytes, wide("PowerPoint Document")) ? .presentation : .word
    } else if begins([0x1F, 0x8B]) || begins(Array("BZh".utf8)) || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A])
      || begins([0x28, 0xB5, 0x2F, 0xFD])
    {
      self = .otherArchive
    } else {
      return nil
    }
  }

  private static func holds(_ bytes: [UInt8], _ words: [UInt8]) -> Bool {
    guard let first = words.first else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      // A container names its parts at its beginning or its end.
      while index + words.count <= bytes.count {
        if index == 1 << 16, bytes.count > 1 << 18 { index = bytes.count - (1 << 17) }
        if bytes[index] == first,
          UnsafeBufferPointer(rebasing: bytes[index..<index + words.count]).elementsEqual(words)
        {
          return true
        }
        index += 1
      }
      return false
    }
  }
}

extension FileKind: Sayable {
  /// The kind, with its article.
  package var phrase: Phrase {
    switch self {
    case .word: Phrase("refusals.kind-word")
    case .spreadsheet: Phrase("refusals.kind-spreadsheet")
    case .presentation: Phrase("refusals.kind-presentation")
    case .openDocument: Phrase("refusals.kind-open-document")
    case .pdf: Phrase("refusals.kind-pdf")
    case .richText: Phrase("refusals.kind-rich-text")
    case .rar: Phrase("refusals.kind-rar")
    case .sevenZip: Phrase("refusals.kind-seven-zip")
    case .zip: Phrase("refusals.kind-zip")
    case .otherArchive: Phrase("refusals.kind-other-archive")
    }
  }

  /// Why it is not read, and what to do.
  var refusal: Phrase {
    switch self {
    case .rar, .sevenZip, .zip, .otherArchive:
      Phrase("refusals.other-archive", ["kind": .phrase(phrase)])
    default: Phrase("refusals.other-kind", ["kind": .phrase(phrase)])
    }
  }
}
