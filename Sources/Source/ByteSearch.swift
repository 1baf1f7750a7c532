import Glibc

extension Collection<UInt8> {
  /// Where `needle` stands for the first time, nil where it does not. An empty needle stands at the start.
  package func firstPlace(of needle: String) -> Index? {
    var needle = needle
    let found: Int?? = withContiguousStorageIfAvailable { bytes in
      needle.withUTF8 { bytes.firstPlace(of: $0) }
    }
    guard let found else { return Array(self).firstPlace(of: needle).map { index(startIndex, offsetBy: $0) } }
    return found.map { index(startIndex, offsetBy: $0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Looks for the first byte, then compares: needles are short and their first byte is rare.
  fileprivate func firstPlace(of needle: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = needle.first else { return 0 }
    guard let start = baseAddress, let wanted = needle.baseAddress else { return nil }
    var place = 0
    while count - place >= needle.count {
      guard let next = memchr(start + place, Int32(first), count - place - needle.count + 1) else {
        return nil
      }
      place = UnsafeRawPointer(next) - UnsafeRawPointer(start)
      if memcmp(start + place, wanted, needle.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
