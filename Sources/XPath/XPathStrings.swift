import CLibXML2
import Glibc

/// The functions on strings (XPath 1.0, 4.2) whose libxml2 versions take time that grows with the
/// product of the lengths: a document with two long texts could keep them busy for minutes, and no
/// time limit reaches inside one call. These take the sum.
extension XPathContext {
  static let stringFunctions: [(String, Function)] = [
    ("contains", { call, _ in call.map { XPathContext.pushContains($0) } }),
    ("substring-before", { call, _ in call.map { XPathContext.pushSubstring($0, before: true) } }),
    ("substring-after", { call, _ in call.map { XPathContext.pushSubstring($0, before: false) } }),
    ("translate", { call, _ in call.map { XPathContext.pushTranslation($0) } }),
  ]

  /// The topmost value as a string that the caller frees.
  private static func popText(_ call: xmlXPathParserContextPtr) -> UnsafeMutablePointer<xmlChar>? {
    guard let value = valuePop(call) else { return nil }
    defer { xmlXPathFreeObject(value) }
    return xmlXPathCastToString(value)
  }

  /// The text, and the first place of the word in it.
  private static func find(
    _ call: xmlXPathParserContextPtr,
    _ use: (_ text: UnsafeMutablePointer<CChar>, _ place: UnsafeMutablePointer<CChar>?, _ length: Int) -> Void
  ) {
    let word = popText(call)
    let text = popText(call)
    defer {
      khung_free(word)
      khung_free(text)
    }
    guard let word, let text else { return }
    let characters = UnsafeMutableRawPointer(text).assumingMemoryBound(to: CChar.self)
    let wanted = UnsafeMutableRawPointer(word).assumingMemoryBound(to: CChar.self)
    use(characters, strstr(characters, wanted), strlen(wanted))
  }

  private static func pushContains(_ call: xmlXPathParserContextPtr) {
    find(call) { _, place, _ in _ = valuePush(call, xmlXPathNewBoolean(place == nil ? 0 : 1)) }
  }

  private static func pushSubstring(_ call: xmlXPathParserContextPtr, before: Bool) {
    find(call) { text, place, length in
      guard let place else {
        valuePush(call, xmlXPathNewCString(""))
        return
      }
      if before { place.pointee = 0 }
      valuePush(call, xmlXPathNewCString(before ? text : place + length))
    }
  }

  private static func pushTranslation(_ call: xmlXPathParserContextPtr) {
    let texts = (0..<3).map { _ -> String in
      let text = popText(call)
      defer { khung_free(text) }
      return text.map { String(cString: $0) } ?? ""
    }
    let replacements = Array(texts[0].unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in texts[1].unicodeScalars.enumerated() where table[scalar] == nil {
      table.updateValue(index < replacements.count ? replacements[index] : nil, forKey: scalar)
    }
    var result = String.UnicodeScalarView()
    for scalar in texts[2].unicodeScalars {
      if let replacement = table[scalar] {
        if let replacement { result.append(replacement) }
      } else {
        result.append(scalar)
      }
    }
    valuePush(call, xmlXPathNewString(String(result)))
  }
}
