import Source

/// Why a Word or Excel file could not be made.
package enum OfficeFault: Error, RefusalCause {
  /// No memory, or no room for temporary files.
  case noRoom

  package var phrase: Phrase { Phrase("refusals.office-no-room") }
}
