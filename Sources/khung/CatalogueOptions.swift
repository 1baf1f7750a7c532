import ArgumentParser
import Glibc
import Judging
import Source

/// Where the catalogue comes from: the one inside the program, a folder, or `KHUNG_CATALOGUE`.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: Phrase("command-line.catalogue-folder").help,
    completion: .directory)
  var catalogue: String?

  @Option(help: Phrase("command-line.profile").help, completion: .file())
  var profile: String?

  var sources: RuleBookSources {
    var sources = RuleBookSources()
    let named = catalogue ?? getenv("KHUNG_CATALOGUE").map { String(cString: $0) }
    sources.catalogue = named.flatMap { $0.isEmpty ? nil : $0 }
    sources.profile = profile
    return sources
  }
}
