import Foundation
import Testing

@testable import Reporting

@Suite struct JSONTests {
  @Test func `every character of Unicode is written as data, and what cannot be seen as an escape`() throws {
    var wrong: [Int] = []
    for value in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let written = JSON.string("a" + String(scalar)).line()
      let isInvisible =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      let isEscaped = written[2] == UInt8(ascii: "\\")
      if isEscaped != (isInvisible || scalar == "\"" || scalar == "\\") { wrong.append(value) }
      if value % 97 == 0 || isInvisible {
        let read =
          try JSONSerialization.jsonObject(with: Data(written), options: .fragmentsAllowed) as? String
        if read?.unicodeScalars.last != scalar { wrong.append(value) }
      }
    }
    #expect(wrong.map { String($0, radix: 16) } == [])
  }

  @Test func `a line is the text without its white space`() throws {
    let json = JSON.object([
      ("a", .array([.integer(1), .null, .boolean(true)])), ("b", .object([])), ("c", .array([])),
    ])
    #expect(String(decoding: json.line(), as: UTF8.self) == #"{"a":[1,null,true],"b":{},"c":[]}"#)
    #expect(json.text() == "{\n  \"a\": [\n    1,\n    null,\n    true\n  ],\n  \"b\": {},\n  \"c\": []\n}\n")
  }
}
