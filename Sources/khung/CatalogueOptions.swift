import ArgumentParser
import Glibc
import Judging

/// Where the catalogue comes from: the one inside the program, a folder, or `KHUNG_CATALOGUE`.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: "Folder of catalogue files instead of the built-in edition (also KHUNG_CATALOGUE).",
    completion: .directory)
  var catalogue: String?

  @Option(help: "A province's rules on top of the catalogue (profile.xsd).", completion: .file())
  var profile: String?

  var sources: RuleBookSources {
    var sources = RuleBookSources()
    let named = catalogue ?? getenv("KHUNG_CATALOGUE").map { String(cString: $0) }
    sources.catalogue = named.flatMap { $0.isEmpty ? nil : $0 }
    sources.profile = profile
    return sources
  }
}
