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
    guard let place = profile.place.map(PlaceName.init) else {
      isApplied = call == .onePlan
      notices =
        isApplied
        ? leaves + [.profilePlacedByCall(profile: profile.id)] : [.profileWithoutPlace(profile: profile.id)]
      return
    }
    isApplied =
      place.fits(PlaceName(plan.city.name))
      || plan.city.province.map { place.fits(PlaceName($0)) } ?? false
    notices =
      isApplied
      ? leaves : [.profileOfAnotherPlace(profile: profile.id, place: profile.place ?? "")]
  }
}
