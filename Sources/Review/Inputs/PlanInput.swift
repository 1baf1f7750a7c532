import Source
import SystemPackage

/// One submission as it comes out of a folder, an archive or a list.
package enum PlanInput: Sendable {
  /// Still to be read, by whichever worker gets it.
  case file(FilePath)
  /// Read already: an entry of an archive, or a plan inside a list.
  case content(name: String, stored: [UInt8])
  /// Refused before there was anything to read.
  case refused(Refusal)
}
