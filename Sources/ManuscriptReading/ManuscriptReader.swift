import Archives
import Manuscript
import Source

/// Makes a manuscript of the bytes of a file, whatever format they have. The format is told by the content: names of
/// files lie.
package struct ManuscriptReader: Sendable {
  private let limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file as its user named it; it is repeated and never believed.
  /// - Throws: `Refusal` when it is no document that can be read: what it is, and what to do.
  package func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Manuscript {
    let digest = ContentDigest.sha256(bytes)
    var manuscript: Manuscript
    switch try format(of: bytes, name) {
    case .word: manuscript = try WordReader(name: name, limits: limits).read(bytes, digest: digest)
    default: throw Refusal(source: name, cause: ManuscriptFault.unknownFormat)
    }
    guard !manuscript.isWithoutWords else {
      throw Refusal(source: name, cause: ManuscriptFault.noWords)
    }
    manuscript.settlePlaces()
    return manuscript
  }

  private func format(of bytes: [UInt8], _ name: String) throws(Refusal) -> Manuscript.Format {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Refusal(source: name, cause: InputFault.empty) }
    if Container.isZip(bytes) { return .word }
    let kind = FileKind(bytes)
    if kind == .word, Self.isEncrypted(bytes) { throw Refusal(source: name, cause: ManuscriptFault.encrypted) }
    if Self.isWebPage(bytes) { throw Refusal(source: name, cause: ManuscriptFault.webPage) }
    throw Refusal(source: name, cause: kind.map { ManuscriptFault.otherKind($0) } ?? .unknownFormat)
  }

  /// Word keeps a file with a password in the container of its old files, under this name (MS-OFFCRYPTO, 2.3).
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Array("EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] })) != nil
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return head.firstRange(of: Array("<html".utf8)) != nil || head.firstRange(of: Array("<!doctype html".utf8)) != nil
  }
}
