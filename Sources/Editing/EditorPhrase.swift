import Catalogue
import Compliance
import Linting
import Phrasing
import Source

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
  case entryKind, entryID, entryNumber, entryState, entryTitle
  case statisticEntries, statisticMarks
  case statisticStates(String)
  case statisticForces, statisticChecks
  case checkedByMachine, evidenceNotVerified, judgedByPerson
  case meaning(Verdict)
  case meaningOfForce(Force)
  case exitConforming, exitGaps, exitRefused, exitIncomplete, exitUsage, exitFault
  case appliesWhen, asksFor, toClose, evidence, allOf, oneOf
  case changesMeaning, mustBeChecked, criterionRemoved, criterionAdded
  case differenceSummary(
    added: Int, removed: Int, changed: Int, meanings: Int, subjects: Int, verdicts: Int)
  case ruleName, ruleSeverity, ruleCategory, ruleRepair, ruleForce, ruleEvidence
  case rulesTitle
  case criteriaTitle(String)
  case textsTitle(String)
  case instrumentsTitle, standardsTitle
  case lifeIssued, lifeFrom, lifeTo, lifeReplacedBy, writtenByMakeDocs
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
    case .entryKind: "Loại"
    case .entryID: "Mã"
    case .entryNumber: "Số hiệu"
    case .entryState: "Trạng thái"
    case .entryTitle: "Tên"
    case .statisticEntries: "Mục"
    case .statisticMarks: "Dấu kiểm chứng và bậc nguồn"
    case .statisticStates(let date): "Trạng thái của văn bản, tiêu chuẩn vào ngày \(date)"
    case .statisticForces: "Tiêu chí theo hiệu lực"
    case .statisticChecks: "Tiêu chí theo cách đánh giá"
    case .checkedByMachine: "kiểm bằng máy"
    case .evidenceNotVerified: "chưa đánh giá: nguồn chưa kiểm chứng"
    case .judgedByPerson: "người đánh giá"
    case .meaning(let verdict):
      switch verdict {
      case .met: "yêu cầu được đáp ứng; báo cáo chỉ ra chỗ trong đề án cho thấy điều đó."
      case .partial:
        "một số phần của yêu cầu được đáp ứng; báo cáo liệt kê các phần còn thiếu. Tính là thiếu."
      case .gap: "yêu cầu không được đáp ứng, và mục liên quan đã được chép đủ."
      case .unknown:
        "mục liên quan chỉ được chép một phần, nên không thấy không có nghĩa là không có. Không tính là đạt hay thiếu."
      case .notApplicable:
        "điều kiện áp dụng không thỏa mãn, hoặc căn cứ chưa hoặc không còn hiệu lực vào ngày xét."
      case .notAssessed: "nguồn của chính tiêu chí chưa được kiểm chứng, hoặc chỉ người mới đánh giá được."
      case .waived: "một quyết định của cơ quan có thẩm quyền cho phép bỏ qua; được liệt kê riêng."
      }
    case .meaningOfForce(let force):
      switch force {
      case .mandatory:
        "văn bản ràng buộc đòi hỏi, lời văn đã được đọc. Chỉ tiêu chí bắt buộc quyết định kết luận."
      case .presumed:
        "có lẽ một văn bản ràng buộc đòi hỏi, nhưng lời văn chưa đọc được. Được nêu ra, không đánh giá."
      case .recommended: "văn bản khuyến nghị, không ràng buộc."
      case .drafting: "quy tắc soạn thảo của Khung, không dựa vào văn bản nào."
      }
    case .exitConforming: "phù hợp: có điều được kiểm tra và không điều nào sai."
    case .exitGaps: "có khoảng cách từ mức --fail-on trở lên; với khung lint: có lỗi."
    case .exitRefused:
      "một đầu vào bị từ chối (không đúng cú pháp, không hợp lệ, nguy hiểm, không đọc được); một dòng nêu tệp, dòng, cột, nguyên nhân."
    case .exitIncomplete: "chưa đủ: không có khoảng cách, nhưng một điều bắt buộc chưa đánh giá được."
    case .exitUsage: "câu lệnh viết sai."
    case .exitFault: "lỗi của chương trình, hoặc không ghi được kết quả."
    case .appliesWhen: "Áp dụng khi"
    case .asksFor: "Đòi hỏi"
    case .toClose: "Cách lấp khoảng trống"
    case .evidence: "Nguồn của tiêu chí"
    case .allOf: "tất cả:"
    case .oneOf: "một trong:"
    case .changesMeaning: "đòi hỏi khác trước"
    case .mustBeChecked: "phải kiểm tra lại đề án"
    case .criterionRemoved: "tiêu chí không còn"
    case .criterionAdded: "tiêu chí mới"
    case .differenceSummary(let added, let removed, let changed, let meanings, let subjects, let verdicts):
      "\(added) mục thêm, \(removed) mục bỏ, \(changed) mục đổi; \(meanings) tiêu chí đòi hỏi khác trước; "
        + "\(verdicts) kết quả đổi hoặc để ngỏ trên \(subjects) ví dụ, đề án và báo cáo"
    case .ruleName: "Quy tắc"
    case .ruleSeverity: "Mức"
    case .ruleCategory: "Nhóm"
    case .ruleRepair: "Tự sửa"
    case .ruleForce: "Hiệu lực"
    case .ruleEvidence: "Nguồn"
    case .rulesTitle: "Quy tắc của khung lint"
    case .criteriaTitle(let edition): "Tiêu chí, ấn bản \(edition)"
    case .textsTitle(let edition): "Văn bản và tiêu chuẩn, ấn bản \(edition)"
    case .instrumentsTitle: "Văn bản"
    case .standardsTitle: "Tiêu chuẩn, quy chuẩn"
    case .lifeIssued: "Ban hành"
    case .lifeFrom: "Hiệu lực từ"
    case .lifeTo: "Đến hết"
    case .lifeReplacedBy: "Thay thế bởi"
    case .writtenByMakeDocs: "Trang này do make docs viết từ danh mục và các quy tắc; đừng sửa tay."
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
    case .entryKind: "Kind"
    case .entryID: "Id"
    case .entryNumber: "Number"
    case .entryState: "State"
    case .entryTitle: "Title"
    case .statisticEntries: "Entries"
    case .statisticMarks: "Marks and tiers of sources"
    case .statisticStates(let date): "State of texts and standards on \(date)"
    case .statisticForces: "Criteria by force"
    case .statisticChecks: "Criteria by who judges"
    case .checkedByMachine: "checked by machine"
    case .evidenceNotVerified: "not assessed: evidence not verified"
    case .judgedByPerson: "judged by a person"
    case .meaning(let verdict):
      switch verdict {
      case .met: "the requirement holds; the report points at the place that shows it."
      case .partial: "some parts of the requirement hold; the report lists the missing ones. Counts as a gap."
      case .gap: "the requirement does not hold, and the section concerned was transcribed in full."
      case .unknown:
        "the section concerned was only partly transcribed, so that absence proves nothing. Neither met nor a gap."
      case .notApplicable: "the conditions are false, or the basis was not in force on the day that counts."
      case .notAssessed: "the criterion's own evidence is not verified, or only a person can judge it."
      case .waived: "a decision of the authority excuses the plan; listed apart."
      }
    case .meaningOfForce(let force):
      switch force {
      case .mandatory:
        "an instrument that binds demands it, and its words were read. Only mandatory criteria decide."
      case .presumed:
        "an instrument that binds probably demands it, but its words were not read. Shown, never judged."
      case .recommended: "a text recommends it and does not bind."
      case .drafting: "a drafting rule of Khung; no text stands behind it."
      }
    case .exitConforming: "conforming: something was checked and nothing fails."
    case .exitGaps: "gaps at or above --fail-on; for khung lint: errors."
    case .exitRefused:
      "an input was refused (not well-formed, not valid, hostile, unreadable); one line names file, line, column and cause."
    case .exitIncomplete: "incomplete: no gap, but something mandatory could not be judged."
    case .exitUsage: "the command line is wrong."
    case .exitFault: "a fault of the program, or an output that could not be written."
    case .appliesWhen: "Applies when"
    case .asksFor: "Asks for"
    case .toClose: "To close the gap"
    case .evidence: "Evidence of the criterion"
    case .allOf: "all of:"
    case .oneOf: "one of:"
    case .changesMeaning: "asks for something else"
    case .mustBeChecked: "the plan must be checked again"
    case .criterionRemoved: "no such criterion any more"
    case .criterionAdded: "a new criterion"
    case .differenceSummary(let added, let removed, let changed, let meanings, let subjects, let verdicts):
      "\(Self.count(added, "entry", "entries")) added, \(removed) removed, \(changed) changed; "
        + "\(Self.count(meanings, "criterion asks", "criteria ask")) for something else; "
        + "\(Self.count(verdicts, "verdict changes or is open", "verdicts change or are open")) on "
        + Self.count(subjects, "example, plan or report", "examples, plans and reports")
    case .ruleName: "Rule"
    case .ruleSeverity: "Severity"
    case .ruleCategory: "Category"
    case .ruleRepair: "Repair"
    case .ruleForce: "Force"
    case .ruleEvidence: "Evidence"
    case .rulesTitle: "Rules of khung lint"
    case .criteriaTitle(let edition): "Criteria, edition \(edition)"
    case .textsTitle(let edition): "Instruments and standards, edition \(edition)"
    case .instrumentsTitle: "Instruments"
    case .standardsTitle: "Standards and technical regulations"
    case .lifeIssued: "Issued"
    case .lifeFrom: "In force from"
    case .lifeTo: "To the end of"
    case .lifeReplacedBy: "Replaced by"
    case .writtenByMakeDocs:
      "Written by make docs from the catalogue and the rules; not to be edited by hand."
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

extension EditorPhrase {
  /// What an exit status means; nil for one that the program never gives.
  static func exitStatus(_ status: Int) -> EditorPhrase? {
    switch status {
    case 0: .exitConforming
    case 1: .exitGaps
    case 2: .exitRefused
    case 3: .exitIncomplete
    case 64: .exitUsage
    case 70: .exitFault
    default: nil
    }
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
  package func repaired(_ file: String, count: Int) -> String {
    SafeText.harmless(self(EditorPhrase.repaired(file: file, count: count)))
  }

  /// A file that repairs would not make valid.
  package func leftAlone(_ file: String) -> String {
    SafeText.harmless(self(EditorPhrase.leftAlone(file)))
  }
}
