import Languages
import Source

/// The fixed words of the page, by the names that the template uses.
enum PageWords {
  static func all(_ language: Language, placeLabel: Phrase) -> [String: String] {
    let words: [String: Phrase] = [
      "report": .gapReport, "legend": .legend, "mandatoryGaps": .mandatoryGapList,
      "noMandatoryGaps": .noMandatoryGaps, "counts": .countsTitle, "verdict": .verdict,
      "coverage": .coveragePicture, "layers": .layersHeading, "layersAsTable": .asTable,
      "present": .layerPresent, "missing": .layerMissing, "unknown": .layerUnknown, "layer": .layer,
      "inPlan": .coverage, "components": .components, "point": .point, "pointAsks": .pointAsks,
      "line": placeLabel,
      "total": .total,
      "phases": .phasesTitle, "target": .target, "gaps": .gapsHeading, "noGaps": .noGaps,
      "search": .search, "filter": .filterByForce, "all": .allForces, "shown": .shownCount,
      "snippet": .snippet, "copy": .copy, "copied": .copied, "source": .source, "rest": .rest,
      "texts": .textsHeading, "bases": .basesHeading, "instrument": .instrument, "criteria": .criteria,
      "printed": .printed, "state": .legalState, "how": .howHeading, "explanation": .explanation,
      "skip": .skipToGaps,
    ]
    return words.mapValues { language($0) }
  }
}
