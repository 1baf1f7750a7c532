import Linting

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
  case severity(Severity)
  case category(Linting.Category)
  case lintSummary(errors: Int, warnings: Int, notes: Int, files: Int, entries: Int)
  case suppressed(Int)
  case known(Int)
  case removable(rule: String, entry: String)
  case repaired(file: String, count: Int)
  case leftAlone(String)
  case rejectingExample, acceptingExample, isRepaired
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
    case .severity(let severity):
      switch severity {
      case .error: "lỗi"
      case .warning: "cảnh báo"
      case .note: "lưu ý"
      }
    case .category(let category):
      switch category {
      case .identity: "định danh"
      case .references: "liên kết"
      case .time: "thời gian"
      case .force: "hiệu lực"
      case .provenance: "nguồn gốc"
      case .requirements: "yêu cầu"
      case .language: "ngôn ngữ"
      case .form: "hình thức"
      }
    case .lintSummary(let errors, let warnings, let notes, let files, let entries):
      "\(errors) lỗi, \(warnings) cảnh báo, \(notes) lưu ý; \(files) tệp, \(entries) mục"
    case .suppressed(let count): "\(count) phát hiện được bỏ qua theo lệnh trong tệp"
    case .known(let count): "\(count) phát hiện đã biết theo tệp mốc"
    case .removable(let rule, let entry): "tệp mốc ghi thừa: \(rule) \(entry) không còn; hãy ghi lại mốc"
    case .repaired(let file, let count): "\(file): đã sửa \(count) chỗ"
    case .leftAlone(let file): "\(file): không sửa, vì tệp không hợp lệ"
    case .rejectingExample: "Ví dụ bị báo (‸ là chỗ báo)"
    case .acceptingExample: "Ví dụ không bị báo"
    case .isRepaired: "khung lint --fix sửa được."
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
    case .severity(let severity): severity.rawValue
    case .category(let category): category.rawValue
    case .lintSummary(let errors, let warnings, let notes, let files, let entries):
      [
        Self.count(errors, "error"), Self.count(warnings, "warning"), Self.count(notes, "note"),
      ].joined(separator: ", ") + "; " + Self.count(files, "file") + ", "
        + Self.count(entries, "entry", "entries")
    case .suppressed(let count): "\(Self.count(count, "finding")) suppressed in the files"
    case .known(let count): "\(Self.count(count, "finding")) known by the baseline"
    case .removable(let rule, let entry):
      "the baseline lists in vain: \(rule) \(entry) is gone; write the baseline anew"
    case .repaired(let file, let count): "\(file): \(Self.count(count, "repair"))"
    case .leftAlone(let file): "\(file): left alone, because the file is not valid"
    case .rejectingExample: "An example with the finding (‸ marks the place)"
    case .acceptingExample: "An example without it"
    case .isRepaired: "khung lint --fix repairs it."
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

extension Language {
  /// How many repairs changed a file.
  public func repaired(_ file: String, count: Int) -> String {
    Excerpt.harmless(self(EditorPhrase.repaired(file: file, count: count)))
  }

  /// A file that repairs would not make valid.
  public func leftAlone(_ file: String) -> String {
    Excerpt.harmless(self(EditorPhrase.leftAlone(file)))
  }
}
