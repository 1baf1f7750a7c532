import Catalogue

extension LinksTo: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let key = WordingKey(list: "platform", token: platform)
    let claimed = facts.claimed(
      facts.labelled("link", in: "integration", with: platform, of: "platform"), of: key)
    return facts.shown(
      [key], claimed,
      others: {
        facts.plan.items("link", in: "integration") + facts.plan.items("statement", in: "integration")
      },
      by: by, in: ["integration"], requirement)
  }
}
