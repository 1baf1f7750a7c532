import MasterPlan

/// What a plan says of itself. All texts are foreign: they stand here as they were written, and whoever shows them
/// escapes them.
public struct Plan: Sendable, Hashable {
  /// The plan as the caller named it.
  public let source: String
  /// SHA-256 of its bytes as they were stored, in 64 lowercase hexadecimal digits.
  public let digest: String
  /// Its title.
  public let title: String
  /// The number of the decision, where it has one.
  public let number: String?
  /// The decision date of an approved plan, else the date of the file; nil where the plan names none.
  public let date: CalendarDate?
  /// The city that it is for.
  public let city: String
  /// The province that the city is part of, where the plan says so.
  public let province: String?

  init(_ inner: MasterPlan) {
    source = inner.source.name
    digest = inner.digest
    title = inner.identity.title
    number = inner.identity.number
    date = inner.identity.date.map { CalendarDate($0) }
    city = inner.city.name
    province = inner.city.province
  }
}
