import Catalogue

extension LinksTo: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let found = facts.items("link", in: "integration", with: platform, of: "platform")
    return facts.dated(found, by: by, in: ["integration"], requirement)
  }
}
