import Schematron
import XPath

extension XPathFault.Kind {
  var vietnamese: String {
    switch self {
    case .empty: "biểu thức rỗng; hãy viết một biểu thức XPath 1.0"
    case .unexpected(let found):
      found.map { "“\($0)” không được đứng ở đây theo XPath 1.0; hãy xem lại phần trước nó" }
        ?? "biểu thức kết thúc quá sớm; hãy viết cho đủ"
    case .expected(let wanted, let found):
      "thiếu “\(wanted)” ở đây" + (found.map { ", trước “\($0)”" } ?? "") + "; hãy thêm vào"
    case .unfinishedLiteral: "dấu nháy này không được đóng; hãy đóng lại"
    case .unknownAxis(let name): "XPath 1.0 không có trục “\(name)”; hãy xem lại tên trước ::"
    case .undeclaredPrefix(let prefix):
      "tiền tố “\(prefix)” chưa khai báo; hãy thêm <ns prefix=\"\(prefix)\" uri=\"…\"/> vào lược đồ"
    case .undefinedVariable(let name):
      "$\(name) không phải biến trong phạm vi này, cũng không phải tham số của mẫu; hãy định nghĩa bằng let hoặc param"
    case .unknownFunction(let name):
      "không có hàm \(name)() trong XPath 1.0 và trong ràng buộc xslt; hãy dùng hàm có sẵn"
    case .wrongArgumentCount(let function, let least, let most, let given):
      "hàm \(function)() nhận \(Self.range(least, most, or: "trở lên")) đối số, không phải \(given)"
    case .needsNodes: "chỗ này phải chọn ra nút, nhưng lại là số, chữ hoặc giá trị đúng sai"
    case .notInPattern(let what):
      "“\(what)” không được đứng trong mẫu (XSLT 1.0, 5.2); hãy dùng bước child, attribute và điều kiện trong [ ]"
    case .unreliableAxis(let axis):
      "\(axis):: từ một thuộc tính không tính được chắc chắn; hãy viết ../descendant::… | ../\(axis)::…"
    case .tooDeep(let limit): "biểu thức lồng sâu hoặc dài hơn giới hạn \(limit); hãy tách bằng let"
    case .timeLimit(let seconds):
      "các quy tắc chạy quá \(Self.seconds(seconds)) giây trên tài liệu này nên dừng ở đây; hãy dùng key() thay cho //"
    case .unknownKey(let name):
      "không có khóa “\(name)”; hãy thêm <xsl:key name=\"…\" match=\"…\" use=\"…\"/> vào lược đồ"
    case .notLocal(let reference): "“\(reference)” không phải tệp trên máy; không bao giờ tải gì từ mạng"
    case .outsideFolder(let reference):
      "“\(reference)” nằm ngoài thư mục của lược đồ và của tài liệu; hãy chuyển tệp vào đó"
    case .unreadableDocument(let reference):
      "không đọc được “\(reference)” như một tài liệu XML; hãy xem lại đường dẫn và tệp"
    case .other(let code): "không tính được biểu thức (lỗi \(code) của libxml2); hãy xem lại chỗ này"
    }
  }
}

extension SchematronFault {
  var vietnamese: String {
    switch self {
    case .unexpectedElement(let name, let parent):
      "<\(name)> không được đứng trong <\(parent)>; hãy chuyển hoặc xóa đi"
    case .unexpectedText(let parent): "<\(parent)> không nhận chữ; hãy đặt chữ vào phần tử riêng"
    case .missingAttribute(let name, let element): "<\(element)> thiếu thuộc tính \(name); hãy thêm vào"
    case .conflictingAttributes(let first, let second): "\(first) và \(second) loại trừ nhau; hãy giữ một"
    case .unsupportedQueryBinding(let binding):
      "không nhận ràng buộc truy vấn “\(binding)”; chỉ nhận xslt (XPath 1.0)"
    case .badName(let name): "“\(name)” không phải tên hợp lệ: chữ, số, . - _ và bắt đầu bằng chữ"
    case .repeated(let kind, let name): "có hai \(kind.vietnamese) “\(name)”; hãy đổi tên một"
    case .variableCollision(let name):
      "$\(name) đã được định nghĩa ở lược đồ, pha, mẫu hoặc quy tắc bao quanh; hãy đổi tên một"
    case .variableCycle(let name): "giá trị của $\(name) phụ thuộc chính nó; hãy bỏ vòng lặp"
    case .undefined(let kind, let name): "không có \(kind.vietnamese) “\(name)”; hãy xem lại tên"
    case .notAbstract(let kind, let name):
      "\(kind.vietnamese) “\(name)” không phải trừu tượng; hãy thêm abstract=\"true\""
    case .isAbstract(let kind, let name):
      "\(kind.vietnamese) “\(name)” là trừu tượng; hãy nêu \(kind.vietnamese) dùng nó"
    case .cycle(let trail): "bao hàm hoặc mở rộng chính nó: \(trail.joined(separator: " → "))"
    case .tooDeep(let limit): "bao hàm hoặc mở rộng lồng sâu hơn \(limit) lớp; hãy làm phẳng"
    case .tooLarge(let limit): "lược đồ tự bao hàm thành hơn \(limit) phần tử; hãy giảm bớt"
    case .remote(let reference): "“\(reference)” không phải tệp trên máy; không bao giờ tải gì từ mạng"
    case .outsideFolder(let reference):
      "“\(reference)” nằm ngoài thư mục của lược đồ; hãy chuyển tệp vào trong"
    case .unreadable(let reference): "không có tệp “\(reference)” đọc được; hãy xem lại đường dẫn"
    case .noFragment(let reference): "“\(reference)”: tệp không có phần tử mang id này; hãy xem lại tên sau #"
    case .wrongFragment(let found, let expected): "chỗ này dẫn tới <\(found)>, nhưng cần <\(expected)>"
    case .valueAndContent: "let vừa có value vừa có nội dung; hãy giữ một"
    case .noPatterns: "không mẫu nào hoạt động nên không kiểm tra được gì; hãy nêu pha khác hoặc thêm mẫu"
    case .badFlag(let value): "“\(value)” không phải true cũng không phải false"
    }
  }
}

extension SchematronFault.Kind {
  fileprivate var vietnamese: String {
    switch self {
    case .phase: "pha"
    case .pattern: "mẫu"
    case .rule: "quy tắc trừu tượng"
    case .diagnostic: "chẩn đoán"
    case .property: "thuộc tính (property)"
    case .namespace: "tiền tố"
    case .parameter: "tham số"
    }
  }
}
