import CLibXML2
import Source
import Synchronization

/// One-time set-up of libxml2: no entity, schema or document is ever loaded from elsewhere.
package enum Library {
  /// To be called by each thread before it works with libxml2, whose listeners are a thread's own: what nobody listens to
  /// would go to standard error, in libxml2's words. What is left then is memory.
  package static func prepare() {
    _ = prepared
    xmlSetStructuredErrorFunc(nil) { _, error in error.map { Library.note($0.pointee) } }
  }

  /// How every text is parsed: no network, true lines in long files, and the encoding that `Encoding` found.
  static let options =
    XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue

  private static let prepared: Bool = {
    xmlInitParser()
    // Else the first schemas, compiled by several workers at once, would each make the tables of built-in types.
    xmlSchemaInitTypes()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()
}

extension Library {
  private static let lacksMemory = Atomic<Bool>(false)

  /// Whether libxml2 ever got no memory: then nothing that it said or did not say since is believed.
  static var isOutOfMemory: Bool { lacksMemory.load(ordering: .relaxed) }

  static func note(_ error: xmlError) {
    if error.code == XML_ERR_NO_MEMORY.rawValue { lacksMemory.store(true, ordering: .relaxed) }
  }

  /// - Throws: `Refusal` when libxml2 got no memory.
  static func refuseWithoutMemory(_ source: SourceText) throws(Refusal) {
    if isOutOfMemory { throw Refusal(source: source.name, cause: InputFault.outOfMemory) }
  }
}

/// What libxml2 reported, kept until somebody can put it into words.
package struct LibraryError {
  package let code: Int32
  let message: String
  let words: [String]
  let line: Int
  let column: Int
  /// What a sentence of libxml2 has for a number, such as the line of an opening tag.
  let number: Int
  let node: UnsafeMutablePointer<xmlNode>?

  init(_ error: xmlError) {
    code = error.code
    message = error.message.map { String(cString: $0) } ?? ""
    words = [error.str1, error.str2, error.str3].map { $0.map { String(cString: $0) } ?? "" }
    line = Int(error.line)
    column = Int(error.int2)
    number = Int(error.int1)
    node = error.node?.assumingMemoryBound(to: xmlNode.self)
  }
}

/// Collects the errors of one parse or one validation; lives as long as its context.
package final class ErrorLog {
  /// Errors past this many are counted, not kept: a hostile file can cause millions.
  private let kept: Int
  package private(set) var errors: [LibraryError] = []
  package private(set) var count = 0
  package private(set) var lastCode: Int32 = 0

  package init(keeping kept: Int = 50) {
    self.kept = kept
  }

  func add(_ error: xmlError) {
    count += 1
    lastCode = error.code
    Library.note(error)
    if errors.count < kept { errors.append(LibraryError(error)) }
  }

  package var unretained: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  package static let receive: xmlStructuredErrorFunc = { log, error in
    guard let log, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    Unmanaged<ErrorLog>.fromOpaque(log).takeUnretainedValue().add(error.pointee)
  }
}
