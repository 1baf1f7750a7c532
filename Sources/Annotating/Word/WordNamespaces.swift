/// The names by which the parts of a Word file know each other (ISO/IEC 29500-1 and -2, [MS-DOCX]).
enum WordNamespace {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  static let word2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
  static let word2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
  static let commentIDs = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
}

/// A part that holds comments, or says more of them.
struct CommentPart {
  /// The end of its relation's type.
  let relation: String
  let type: (transitional: String, strict: String)
  let contentType: String
  let fileName: String
  /// Of the root element.
  let root: String
  /// That of its entries, where it is not that of the body.
  var ownNamespace: String?

  static let comments = CommentPart(
    relation: "comments",
    type: (
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    ), contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    fileName: "comments", root: "w:comments")

  /// Which comments are answers, and which are settled.
  static let extended = CommentPart(
    relation: "commentsExtended",
    type: (
      "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
      "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    ), contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
    fileName: "commentsExtended", root: "w15:commentsEx",
    ownNamespace: WordNamespace.word2012)

  /// Names that outlive edits.
  static let ids = CommentPart(
    relation: "commentsIds",
    type: (
      "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
      "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"
    ), contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsIds+xml",
    fileName: "commentsIds", root: "w16cid:commentsIds",
    ownNamespace: WordNamespace.commentIDs)
}
