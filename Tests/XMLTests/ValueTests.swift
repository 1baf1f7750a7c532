import Source
import Synchronization
import Testing
import Workers

@testable import XML

@Suite struct ValueTests {
  @Test(arguments: ["2026-02-30", "2026-13-01", "2025-02-29", "2026-1-1", "", "hôm nay"])
  func `a day that does not exist is none`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are ordered as in the calendar and read back as written`() {
    let days = ["1999-12-31", "2000-02-29", "2026-07-01", "2027-01-01"].compactMap { CalendarDate($0) }
    #expect(days.count == 4 && days == days.sorted())
    #expect(days.map(\.description) == ["1999-12-31", "2000-02-29", "2026-07-01", "2027-01-01"])
  }

  @Test func `money adds up exactly`() {
    let amounts = ["2.00", "2.00", "0.50", "15.00", "35.00", "10.00", "18.00", "4.00"]
    let sum = amounts.compactMap { DecimalNumber($0) }.reduce(.zero, +)
    #expect(sum == DecimalNumber("86.5"))
    let tenths = Array(repeating: "0.1", count: 1_000).compactMap { DecimalNumber($0) }
    #expect(tenths.reduce(.zero, +) == DecimalNumber("100"))
    #expect(DecimalNumber("1674400.50")?.description == "1674400.5")
  }

  @Test(arguments: [
    ("5.", "5"), (".5", "0.5"), (".0", "0"), ("-0.250", "-0.25"), ("+007", "7"),
    ("999999999999999999.999999999", "999999999999999999.999999999"), ("1.000000000000", "1"),
  ])
  func `a decimal number reads back in its shortest form`(text: String, shortest: String) {
    #expect(DecimalNumber(text)?.description == shortest)
  }

  @Test(arguments: [
    "", "-", ".", "1,5", "1e3", "١", "+-1", "1.2.3", "1 ", "1\u{301}", "1000000000000000000", "0.0000000001",
  ])
  func `what is no decimal number is none`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `what is made at its first use is made once, whoever asks and however early it was begun`() {
    let makings = Mutex(0)
    let value = FirstUse {
      makings.withLock { makings in
        makings += 1
        return makings
      }
    }
    value.begin()
    #expect(SideBySide.results(64) { _ in value.value } == Array(repeating: 1, count: 64))
  }

  @Test func `two results that need nothing of each other are made within work that is done side by side`() {
    let sums = SideBySide.results(64) { number in
      SideBySide.both {
        SideBySide.results(8) { $0 * number }.reduce(0, +)
      } and: {
        number * 2
      }
    }
    #expect(sums.map(\.0) == (0..<64).map { $0 * 28 } && sums.map(\.1) == (0..<64).map { $0 * 2 })
  }

  @Test func `white space is collapsed as xs:token does`() {
    #expect("  a \n\t b  ".collapsingWhitespace() == "a b")
    #expect("a b".collapsingWhitespace() == "a b")
    #expect("".collapsingWhitespace().isEmpty)
  }
}
