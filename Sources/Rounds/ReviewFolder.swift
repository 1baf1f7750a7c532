/// What a review calls the files of its folder that are read again later.
package enum ReviewFolder {
  /// The rows of a finished review, one a line.
  package static let rows = "reports.ndjson"
  /// The journal, whether the review is finished or not.
  package static let journal = "review.sqlite"
}
