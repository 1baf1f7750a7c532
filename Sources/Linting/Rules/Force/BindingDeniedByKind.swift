import Catalogue
import XML

/// Texts whose binding their kind or their issuer denies.
struct BindingDeniedByKind: FileRule {
  let card = RuleCard(
    "K046", "binding-denied-by-kind", .error, .force,
    vi:
      "Tính ràng buộc (binding) không khớp: luật, nghị định, thông tư ràng buộc; công văn, thông báo thì không; văn bản "
      + "của Đảng là party; văn bản của tỉnh, thành phố là local, và chỉ của họ mới là local.",
    en:
      "The binding does not fit: laws, decrees and circulars bind; dispatches and announcements do not; texts of the "
      + "Party are party; those of a province or city are local, and no others are.",
    accepts: .local(issuer: "UBND Nghệ An"),
    rejects: .local(issuer: "UBND Nghệ An", binding: "binding=\"‸binding\""))

  private static let ofParty = "Trung ương Đảng"

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, instrument) in contents.instruments {
      guard let binding = entry.element.attribute("binding") else { continue }
      let isLocal = instrument.issuer.map { LocalIssuer.place(of: $0) != nil } ?? false
      let allowed: Set<String>
      if isLocal {
        allowed = ["local"]
      } else if instrument.issuer == Self.ofParty {
        allowed = ["party"]
      } else {
        switch instrument.kind {
        case .law, .decree, .circular: allowed = ["binding"]
        case .dispatch, .announcement: allowed = ["guidance", "unknown"]
        default: allowed = ["binding", "guidance", "unknown"]
        }
      }
      guard !allowed.contains(binding) else { continue }
      let list = allowed.sorted().joined(separator: ", ")
      report.add(
        .value(entry.element, "binding", scalar: 0), vi: "ở đây chỉ có thể là \(list)",
        en: "only \(list) is possible here")
    }
  }
}
