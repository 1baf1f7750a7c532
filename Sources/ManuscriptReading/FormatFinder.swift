import Archives
import Manuscript
import Source

/// Tells the format of a file by its content, and refuses what is no document in words that say what it is.
struct FormatFinder {
  let name: String
  let limits: Limits

  func format(of bytes: [UInt8]) throws(Refusal) -> Manuscript.Format {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Refusal(source: name, cause: InputFault.empty) }
    if Container.isZip(bytes) { return try formatOfContainer(bytes) }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    let kind = FileKind(bytes)
    switch kind {
    case .word:
      if Self.isEncrypted(bytes) { throw Refusal(source: name, cause: ManuscriptFault.encrypted) }
      return .converted
    case .richText: return .converted
    case let kind?: throw Refusal(source: name, cause: ManuscriptFault.otherKind(kind))
    case nil: break
    }
    if Self.isWebPage(bytes) { throw Refusal(source: name, cause: ManuscriptFault.webPage) }
    let text = try SourceText(name: name, stored: bytes)
    let start = text.bytes.drop { $0 <= 0x20 }
    if start.starts(with: "<?xml".utf8) || start.starts(with: "<office:".utf8) {
      guard start.prefix(4_096).firstPlace(of: "office:document") != nil else {
        throw Refusal(source: name, cause: ManuscriptFault.unknownFormat)
      }
      return .flatOpenDocument
    }
    if let broken = Encoding.firstBrokenByte(text.bytes) {
      throw text.refusal(at: broken, InputFault.brokenUTF8(byte: text.bytes[broken]))
    }
    guard !text.bytes.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C })
    else {
      throw Refusal(source: name, cause: ManuscriptFault.unknownFormat)
    }
    return .text
  }

  private func formatOfContainer(_ bytes: [UInt8]) throws(Refusal) -> Manuscript.Format {
    let container = try Container(bytes, source: name, limits: limits.manuscript) { $0 == "mimetype" }
    if container.names.contains("[Content_Types].xml") { return .word }
    let type = container.parts["mimetype"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    if type.utf8.starts(with: OpenDocumentReader.type.utf8) { return .openDocument }
    if type.isEmpty, container.names.contains("content.xml") { return .openDocument }
    if let kind = FileKind(bytes) { throw Refusal(source: name, cause: ManuscriptFault.otherKind(kind)) }
    throw Refusal(source: name, cause: ManuscriptFault.noDocument)
  }

  /// Word keeps a file with a password in the container of its old files, under this name (MS-OFFCRYPTO, 2.3).
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    bytes.firstPlace(of: "EncryptedPackage".map { "\($0)\0" }.joined()) != nil
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return head.firstPlace(of: "<html") != nil
      || head.firstPlace(of: "<!doctype html") != nil
  }
}
