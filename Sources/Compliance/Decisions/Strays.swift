import Catalogue
import MasterPlan

/// What people decided, and a province's rules, that fit none of the plans of a run: a typing error would look the same.
/// Those that name nobody are told with every plan already.
package struct Strays: Sendable {
  private var decisions: [PersonalDecision]
  private var profile: Profile?

  package init(_ all: HumanDecisions, profile: Profile?) {
    decisions = (all.answers.list.map { .answer($0) } + all.waivers.list.map { .waiver($0) })
      .filter { $0.addressee.lack == nil }
    self.profile = profile.flatMap { $0.place == nil ? nil : $0 }
  }

  /// A plan of the run.
  package mutating func see(_ plan: PlanName, city: String, province: String?) {
    if !decisions.isEmpty { decisions.removeAll { $0.addressee.fit(plan) != .anotherPlan } }
    if profile?.isFor(city: city, province: province) ?? false { profile = nil }
  }

  package mutating func see(_ plan: MasterPlan) {
    see(PlanName(plan), city: plan.city.name, province: plan.city.province)
  }

  package var list: [Notice] {
    (profile.map { [.profileFitsNoPlan(profile: $0.id, place: $0.place ?? "")] } ?? [])
      + decisions.map { .decision(UnusedDecision($0, .fitsNoPlan)) }
  }
}
