import Intake
import Source
import SystemPackage

/// The files of one submission (`--together`): those named, in their order, and those of folders in the order of their
/// names. Hidden files are none of it.
struct SubmissionFiles {
  /// The submission as its user named it.
  let name: String
  let files: [(name: String, bytes: [UInt8])]

  /// - Throws: `Refusal` for the first that cannot be read: with a part missing, nobody knows what was left out.
  init(_ paths: [String], _ reader: SourceReader) throws(Refusal) {
    var files: [(name: String, bytes: [UInt8])] = []
    for path in paths {
      guard path != "-", FolderWalk.isFolder(FilePath(argument: path)) else {
        files.append(try reader.contents(of: path))
        continue
      }
      let names = try FolderListing(
        path, holding: "", atMost: reader.limits.manuscript.files,
        otherwise: SubmissionFault.tooMany(reader.limits.manuscript.files)
      ).names()
      for name in names { files.append(try reader.contents(of: path + "/" + name)) }
    }
    self.files = files
    name = paths.map { SafeText.of($0, limit: 200) }.joined(separator: " + ")
  }
}
