import Catalogue
import MasterPlan

extension Facts {
  /// What a basis is for this plan. The decision of a province binds in it; a plan that says that it is of another
  /// place does not rest on it.
  /// - Parameter issuer: of a basis that binds in one province; nil for all others.
  func state(of basis: Basis, issuer: String?) -> LegalState? {
    let state = self.state(of: basis.instrument)
    guard let issuer, state?.isInForce ?? false, isElsewhere(PlaceName(issuer: issuer)) else { return state }
    return .bindsElsewhere(issuer: issuer)
  }

  /// Whether the plan says that its place is not the one meant, nor in it. A city that names no province may lie
  /// anywhere.
  private func isElsewhere(_ place: PlaceName) -> Bool {
    let city = plan.city
    let names =
      ([city.province, city.name].compactMap { $0 }).map { PlaceName($0) }
      + plan.items("former-name", in: "city").map { PlaceName($0.text) }
    let isNamed = city.province != nil || ["province", "centrally-run-city"].contains(city.level)
    return isNamed && !names.contains(place)
  }
}
