import MasterPlan

/// Whether the sections that a file says to be complete are there, and were written by anybody.
enum TranscribedSections {
  static func remarks(_ plan: MasterPlan, sections: [String]) -> [Transcription.Remark] {
    var remarks: [Transcription.Remark] = []
    if plan.coverage == .complete {
      for name in sections where plan.section(name) == nil {
        remarks.append(Transcription.Remark(.sectionAbsent, nil, name))
      }
    }
    for section in plan.sections where section.coverage == .complete {
      var (items, written) = (0, 0)
      for item in section.items {
        items += 1
        if item.isFilledIn { written += 1 }
      }
      if items > 0, written == 0 {
        remarks.append(
          Transcription.Remark(.sectionFromTemplate, Evidence(section, role: .shows), section.name))
      }
    }
    return remarks
  }
}
