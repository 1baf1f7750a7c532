import Manuscript

/// A stretch of a document that says what one section of a plan asks for.
package struct SectionSpan: Sendable, Equatable {
  /// The section of `master-plan.xsd`.
  package let section: String
  package let heading: ManuscriptPlace
  /// The last paragraph with words under the heading, tables and boxes left out; the heading itself where none follows.
  package var end: ManuscriptPlace
}

extension Recogniser {
  /// The stretches of a document by their headings, in reading order, as recognition takes them: what is missing in
  /// a section is asked for there.
  package func sections(of manuscript: Manuscript) -> [SectionSpan] {
    var spans: [SectionSpan] = []
    var sections = HeadingSections(rules)
    var isOpen = false
    for block in manuscript.blocks where block.hasWords {
      switch block.role {
      case .title, .letterhead, .signature, .contents, .basis, .issuedWith: continue
      case .body, .annex: break
      }
      if let level = block.headingLevel {
        sections.enter(block, level: level)
        isOpen = sections.section != nil
        if let section = sections.section, section != spans.last?.section {
          spans.append(SectionSpan(section: section, heading: block.place, end: block.place))
          continue
        }
      }
      switch block.kind {
      case .table, .textBox, .note: continue
      case .heading, .paragraph, .listItem: break
      }
      if isOpen, !spans.isEmpty { spans[spans.count - 1].end = block.place }
    }
    return spans
  }
}
