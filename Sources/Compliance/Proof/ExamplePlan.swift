import Catalogue
import MasterPlan
import Source
import XML

/// The smallest plan to which a criterion applies, around the sections of an example.
package struct ExamplePlan {
  private let schema: TableSchema

  /// - Parameter schema: `master-plan.xsd`.
  package init(schema: TableSchema) {
    self.schema = schema
  }

  /// A plan with the sample of the criterion's remedy. Placeholders in square brackets, which keep a
  /// sample that nobody filled in from passing, are filled in as a city would.
  /// - Throws: `Refusal` when the sample does not make a valid plan.
  package func plan(
    withSample sample: String, of criterion: Criterion, named name: String
  ) throws(Refusal) -> MasterPlan {
    guard sample.utf8.contains(UInt8(ascii: "[")) else {
      return try plan(around: sample, for: criterion, named: name)
    }
    var text = ""
    var rest = sample[...]
    // Code points: a mark that is joined to a bracket makes another character of it.
    while let open = rest.unicodeScalars.firstIndex(of: "["),
      let close = rest[open...].unicodeScalars.firstIndex(of: "]")
    {
      text += rest[..<open] + "Bình Lam 01"
      rest = rest[rest.unicodeScalars.index(after: close)...]
    }
    return try plan(around: text + rest, for: criterion, named: name)
  }

  /// A plan with these sections, whose identity and city meet the criterion's conditions.
  /// - Parameters:
  ///   - sections: elements of `urn:khung:master-plan:1`.
  ///   - settings: values instead of those that the conditions ask for, as `CriterionExample.settings`.
  ///   - name: the name of the source, for refusals.
  /// - Throws: `Refusal` when the sections do not make a valid plan.
  package func plan(
    around sections: String, for criterion: Criterion, settings: [String: String] = [:], named name: String
  ) throws(Refusal) -> MasterPlan {
    let text = text(around: sections, for: criterion, settings: settings)
    return try MasterPlan.read(SourceText(name: name, stored: Array(text.utf8)), schema: schema)
  }

  private func text(around sections: String, for criterion: Criterion, settings: [String: String]) -> String {
    let conditions = criterion.applicability
    func value(_ setting: String, _ asked: [String]) -> String? { settings[setting] ?? asked.first }
    func attribute(_ name: String, _ value: String?) -> String {
      value.map { " \(name)=\"\(XMLText.escaped($0, attribute: true))\"" } ?? ""
    }
    var identity = ""
    let kind = value("plan-kind", conditions.planKinds) ?? "scheme"
    let titled = KindInTitle.words.first { $0.kind == kind }?.words ?? ""
    if !Self.holds("identity", sections) {
      let years = conditions.periodOverlaps
      let from = settings["from"] ?? years.map { String($0.lowerBound) }
      let to = settings["to"] ?? years.map { String($0.upperBound) }
      identity = """
        <identity coverage="complete"\
        \(attribute("kind", kind))\
        \(attribute("stage", value("stage", conditions.stages) ?? "draft"))>\
        <title>\(titled) phát triển đô thị thông minh</title>\
        \(settings["date"].map { "<date>\($0)</date>" } ?? "")\
        \(from == nil && to == nil ? "" : "<period\(attribute("from", from))\(attribute("to", to))/>")\
        </identity>
        """
    }
    var city = ""
    if !Self.holds("city", sections) {
      city = """
        <city coverage="complete"\
        \(attribute("level", value("city-level", conditions.cityLevels) ?? "centrally-run-city"))\
        \(attribute("region", value("region", conditions.regions)))\
        \(attribute("urban-class", value("urban-class", conditions.urbanClasses)))>\
        <name>thành phố Bình Lam</name></city>
        """
    }
    return """
      <master-plan xmlns="\(MasterPlan.namespace)"\(attribute("coverage", settings["coverage"] ?? "complete"))>
      \(identity)\(city)
      \(sections)
      </master-plan>
      """
  }

  /// Whether the sections bring this one themselves, as it is written with or without a prefix.
  private static func holds(_ section: String, _ sections: String) -> Bool {
    var rest = sections.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
      let local = name.split(separator: UInt8(ascii: ":")).last ?? name
      if local.elementsEqual(section.utf8) { return true }
    }
    return false
  }
}
