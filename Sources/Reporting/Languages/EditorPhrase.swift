/// What the editor of a catalogue reads, in both languages side by side.
enum EditorPhrase {
  case hasNoRequirement
  case noAcceptingExample, noRejectingExample
  case sampleOfRemedy
  case comesTo(expected: String, found: String)
  case strayExample(String)
  case survives(String)
  case leftOut(String)
  case oneIsEnough, allAreAsked
  case silenced(Int)
  case proofOfCriterion(examples: Int, mutations: Int, survivors: Int)
  case proofSummary(
    criteria: Int, provable: Int, proved: Int, examples: Int, mutations: Int, survivors: Int)

  var vietnamese: String {
    switch self {
    case .hasNoRequirement: "không có yêu cầu kiểm được bằng máy"
    case .noAcceptingExample: "thiếu ví dụ đạt"
    case .noRejectingExample: "thiếu ví dụ không đạt"
    case .sampleOfRemedy: "đoạn mẫu của cách lấp khoảng trống"
    case .comesTo(let expected, let found): "phải là “\(expected)”, nhưng cho ra “\(found)”"
    case .strayExample(let id): "ví dụ của tiêu chí không có hoặc không kiểm được bằng máy: \(id)"
    case .survives(let mutation): "không ví dụ nào nhận ra: \(mutation)"
    case .leftOut(let part): "bỏ \(part)"
    case .oneIsEnough: "chỉ cần một trong các phần"
    case .allAreAsked: "đòi đủ mọi cách"
    case .silenced(let number): "khẳng định thứ \(number) luôn đúng"
    case .proofOfCriterion(let examples, let mutations, let survivors):
      "\(examples) ví dụ; \(mutations) đột biến, \(survivors) không bị nhận ra"
    case .proofSummary(
      let criteria, let provable, let proved, let examples, let mutations, let survivors):
      "\(criteria) tiêu chí, \(provable) kiểm được bằng máy, \(proved) được chứng minh; \(examples) ví dụ; "
        + "\(mutations) đột biến, \(survivors) không bị nhận ra"
    }
  }

  var english: String {
    switch self {
    case .hasNoRequirement: "no requirement that a machine can check"
    case .noAcceptingExample: "no accepting example"
    case .noRejectingExample: "no rejecting example"
    case .sampleOfRemedy: "the sample of the remedy"
    case .comesTo(let expected, let found): "should be “\(expected)”, comes to “\(found)”"
    case .strayExample(let id): "an example of a criterion that is not there or has no machine check: \(id)"
    case .survives(let mutation): "no example notices: \(mutation)"
    case .leftOut(let part): "\(part) left out"
    case .oneIsEnough: "one of the parts is enough"
    case .allAreAsked: "every way is asked for"
    case .silenced(let number): "assertion \(number) always holds"
    case .proofOfCriterion(let examples, let mutations, let survivors):
      "\(Self.count(examples, "example")); \(Self.count(mutations, "mutation")), \(survivors) not noticed"
    case .proofSummary(
      let criteria, let provable, let proved, let examples, let mutations, let survivors):
      "\(Self.count(criteria, "criterion", "criteria")), \(provable) with a machine check, \(proved) proved; "
        + "\(Self.count(examples, "example")); \(Self.count(mutations, "mutation")), \(survivors) not noticed"
    }
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension Language {
  func callAsFunction(_ phrase: EditorPhrase) -> String {
    switch self {
    case .vietnamese: phrase.vietnamese
    case .english: phrase.english
    }
  }
}
