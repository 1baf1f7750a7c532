import FoundationEssentials
import Glibc
import MasterPlan
import Source
import SystemPackage

/// Reads standard input as a list of plans, item by item as it comes: paths, one a line or ended by zero bytes,
/// or JSON objects, one a line (NDJSON): `{"name": …, "xml": …}` brings the plan itself, `{"plan": …}` its path.
final class ListReader {
  private let descriptor: Int32
  private let limits: Limits
  private let isInterrupted: () -> Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var atEnd = false
  /// Decided by the first end of an item: a zero byte or a line break.
  private var separator: UInt8?
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
    while let bytes = try nextBytes() {
      items += 1
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
    case (let xml?, _): return .content(name: line?.name ?? "<stdin>:\(items)", stored: Array(xml.utf8))
    case (nil, let path?): return .file(FilePath(path))
    case (nil, nil):
      return .refused(Refusal(source: "<stdin>", cause: CollectionFault.brokenLine(number: items)))
    }
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
      try fill()
    }
  }

  private func end(from index: Int) -> Int? {
    if separator == nil {
      separator = buffer[index...].first { $0 == 0 || $0 == UInt8(ascii: "\n") }
    }
    guard let separator else { return nil }
    return buffer[index...].firstIndex(of: separator)
  }

  private func fill() throws(Refusal) {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      // Whoever writes the list may be slow; Ctrl-C does not wait for them.
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 200)
      if isInterrupted() {
        atEnd = true
        buffer = []
        return
      }
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = read(descriptor, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Refusal(source: "<stdin>", cause: InputFault.readError(errno: errno)) }
      if count == 0 { atEnd = true }
      buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
      return
    }
  }
}
