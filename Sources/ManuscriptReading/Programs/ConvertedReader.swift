import Manuscript
import Source

/// Reads old Word files and RTF by way of LibreOffice, where it is installed: it makes an OpenDocument text of them,
/// which is read as any other. Macros and links stay closed: it runs without a user, without network, in a folder of its
/// own.
struct ConvertedReader {
  let name: String
  let limits: Limits

  static let package = "libreoffice-writer-nogui"

  func read(_ bytes: [UInt8], digest: String) throws(Refusal) -> Manuscript {
    let kind = FileKind(bytes) ?? .word
    guard let program = ForeignProgram("soffice", limits: limits.manuscript) else {
      throw Refusal(source: name, cause: ManuscriptFault.missingProgram(kind: kind, package: Self.package))
    }
    let (folder, file): (TemporaryFolder, String)
    do {
      folder = try TemporaryFolder()
      file = try folder.write(bytes, as: kind == .richText ? "input.rtf" : "input.doc")
    } catch {
      throw Refusal(source: name, cause: InputFault.readError(errno: error.rawValue))
    }
    do throws(ForeignProgram.Failure) {
      _ = try program.run(
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
          "--convert-to", "odt", "--outdir", "\(folder.path)/out", file,
        ], home: folder.path)
    } catch {
      switch error {
      case .missing:
        throw Refusal(source: name, cause: ManuscriptFault.missingProgram(kind: kind, package: Self.package))
      case .overLimit: throw Refusal(source: name, cause: ManuscriptFault.programOverLimit(kind: kind))
      case .failed: throw Refusal(source: name, cause: ManuscriptFault.programFailed(kind: kind))
      }
    }
    guard let made = folder.contents(of: "out/input.odt", limit: limits.input.bytes) else {
      throw Refusal(source: name, cause: ManuscriptFault.programFailed(kind: kind))
    }
    let read = try OpenDocumentReader(name: name, limits: limits).read(made, digest: digest)
    return Manuscript(
      source: name, digest: digest, format: .converted, blocks: read.blocks, margins: read.margins,
      comments: read.comments, losses: read.losses)
  }
}
