import Source

extension Manuscript {
  /// The files of one submission as one manuscript, in the order given: decision, scheme, annexes. Every place names
  /// its file.
  package init(together parts: [Manuscript], named name: String) {
    var files: [File] = []
    var blocks: [Block] = []
    var margins: [Block] = []
    var comments: [Comment] = []
    var losses: [Loss] = []
    var count = 0
    for var part in parts {
      let file = Self.fileName(part.source)
      var last = 0
      part.changePlaces { place in
        last = max(last, place.block)
        place.file = file
        if place.block > 0 { place.block += count }
      }
      count += last
      files.append(File(source: part.source, digest: part.digest, format: part.format))
      blocks += part.blocks
      margins += part.margins
      comments += part.comments
      losses += part.losses
    }
    self.init(
      source: name, digest: Self.digest(of: files), format: parts.first?.format ?? .text, blocks: blocks,
      margins: margins, comments: comments, losses: losses)
    self.files = files
  }

  /// What `sha256sum` prints of the files, hashed once more: anybody can do the same. The names are those of the files
  /// without their folders.
  private static func digest(of files: [File]) -> String {
    ContentDigest.sha256(
      Array(files.map { "\($0.digest)  \(fileName($0.source))\n" }.joined().utf8))
  }

  /// The digest that a submission of these files has.
  package static func digest(of files: [(name: String, bytes: [UInt8])]) -> String {
    digest(of: files.map { File(source: $0.name, digest: ContentDigest.sha256($0.bytes), format: .text) })
  }

  /// The last part of a path.
  private static func fileName(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? path
  }
}
