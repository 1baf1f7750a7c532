import Catalogue
import MasterPlan

/// Whether the rules of a province are for a plan.
struct ProfileReach {
  let isApplied: Bool
  let notices: [Notice]

  init(_ profile: Profile, for plan: MasterPlan, call: HumanDecisions.Call) {
    let leaves: [Notice] =
      profile.omissions.isEmpty
      ? [] : [.leavesOut(profile: profile.id, criteria: profile.omissions.map(\.criterion))]
    guard let place = profile.place else {
      isApplied = call == .onePlan
      notices =
        isApplied
        ? leaves + [.profilePlacedByCall(profile: profile.id)] : [.profileWithoutPlace(profile: profile.id)]
      return
    }
    isApplied = profile.isFor(city: plan.city.name, province: plan.city.province)
    notices = isApplied ? leaves : [.profileOfAnotherPlace(profile: profile.id, place: place)]
  }
}

extension Profile {
  /// Whether a plan of this place is meant: the province is the place of its cities' plans too.
  package func isFor(city: String, province: String?) -> Bool {
    guard let place = place.map(PlaceName.init) else { return false }
    return place.fits(PlaceName(city)) || province.map { place.fits(PlaceName($0)) } ?? false
  }
}
