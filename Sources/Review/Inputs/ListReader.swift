import FoundationEssentials
import Glibc
import MasterPlan
import Source
import SystemPackage

/// Reads standard input as a list of plans, item by item as it comes: paths, one a line or ended by zero bytes,
/// or JSON objects, one a line (NDJSON): `{"name": …, "xml": …}` brings the plan itself, `{"plan": …}` its path.
///
/// A list that holds a zero byte is one ended by zero bytes, wherever the byte stands: no path and no JSON has one.
/// So the list is looked at before its first item is given out: to its end, to a pause of its writer, or so far that
/// a name would be longer than any path. A zero byte that turns up later ends the list with a refusal.
final class ListReader {
  private let descriptor: Int32
  private let limits: Limits
  private let isInterrupted: () -> Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var atEnd = false
  /// A zero byte or a line break, once it is decided.
  private var separator: UInt8?
  /// How much is looked at before that: no path is as long (PATH_MAX of Linux is 4,096 bytes).
  private static let ahead = 1 << 16
  /// Milliseconds without a byte after which a list is taken for one that is written as it is read.
  private static let pause = 300
  /// Milliseconds between two looks at whether Ctrl-C was pressed.
  private static let step = 100
  private var items = 0

  /// - Parameter isInterrupted: whether somebody asked for the end, which ends the list.
  init(descriptor: Int32 = STDIN_FILENO, limits: Limits, isInterrupted: @escaping () -> Bool) {
    self.descriptor = descriptor
    self.limits = limits
    self.isInterrupted = isInterrupted
  }

  enum Item {
    case path(FilePath)
    case input(PlanInput)
  }

  /// The next item, nil after the last.
  /// - Throws: `Refusal` when the list cannot be read.
  func next() throws(Refusal) -> Item? {
    try decide()
    while let bytes = try nextBytes() {
      items += 1
      guard separator == 0 || !bytes.contains(0) else {
        throw Refusal(source: "<stdin>", cause: CollectionFault.zeroByteInLine(number: items))
      }
      guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      if separator != 0, first == UInt8(ascii: "{") { return .input(plan(of: bytes)) }
      let text = separator != 0 && bytes.last == 0x0D ? bytes.dropLast() : bytes
      let path = (Array(text) + [0]).withUnsafeBytes {
        $0.baseAddress.map { FilePath(platformString: $0.assumingMemoryBound(to: CChar.self)) }
      }
      if let path { return .path(path) }
    }
    return nil
  }

  private struct Line: Decodable {
    let name: String?
    let xml: String?
    let plan: String?
  }

  private func plan(of bytes: ArraySlice<UInt8>) -> PlanInput {
    let line = try? JSONDecoder().decode(Line.self, from: Data(bytes))
    switch (line?.xml, line?.plan) {
    case (let xml?, _):
      return .content(name: line?.name.map(Self.shown) ?? "<stdin>:\(items)", stored: Array(xml.utf8))
    case (nil, let path?):
      guard !path.utf8.contains(0) else {
        return .refused(Refusal(source: Self.shown(path), cause: CollectionFault.zeroInName))
      }
      return .file(FilePath(path))
    case (nil, nil):
      return .refused(Refusal(source: "<stdin>", cause: CollectionFault.brokenLine(number: items)))
    }
  }

  /// A name as reports write it: a zero character would end it in half of all programs that read them.
  private static func shown(_ name: String) -> String {
    guard name.utf8.contains(0) || name.utf8.contains(UInt8(ascii: "\\")) else { return name }
    return name.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0: "\\x00"
      case 0x5C: "\\\\"
      default: String(scalar)
      }
    }.joined()
  }

  /// Settles what ends an item, and passes over a byte-order mark.
  private func decide() throws(Refusal) {
    guard separator == nil else { return }
    while !atEnd, buffer.count < Self.ahead, !buffer.contains(0), try fill(atMost: Self.pause) {}
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw Refusal(source: "<stdin>", cause: CollectionFault.listIsUTF16)
    }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    separator = buffer.contains(0) ? 0 : UInt8(ascii: "\n")
  }

  private func nextBytes() throws(Refusal) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = end(from: searched) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      searched = buffer.count - start
      buffer.removeSubrange(..<start)
      start = 0
      if atEnd {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        return buffer[...]
      }
      guard buffer.count <= limits.review.line else {
        throw Refusal(source: "<stdin>", cause: InputFault.tooLarge(limit: limits.review.line))
      }
      _ = try fill()
    }
  }

  private func end(from index: Int) -> Int? {
    guard let separator else { return nil }
    return buffer[index...].firstIndex(of: separator)
  }

  /// Reads what is there, and waits for it.
  /// - Parameter pause: milliseconds after which to stop waiting, once there is anything.
  /// - Returns: whether anything came.
  private func fill(atMost pause: Int? = nil) throws(Refusal) -> Bool {
    var waited = 0
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      // Whoever writes the list may be slow; Ctrl-C does not wait for them.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(Self.step))
      if isInterrupted() {
        atEnd = true
        buffer = []
        return false
      }
      if ready == 0, let pause, !buffer.isEmpty {
        waited += Self.step
        if waited >= pause { return false }
      }
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = read(descriptor, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Refusal(source: "<stdin>", cause: InputFault.readError(errno: errno)) }
      if count == 0 { atEnd = true }
      buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
      return count > 0
    }
  }
}
