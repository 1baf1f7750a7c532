import Catalogue
import Manuscript
import Source
import Wordings

// What the wordings of the catalogue show.
extension RecognitionPass {
  /// The lists whose wordings speak of a whole sentence, and the item that such a sentence is.
  private static let lists: [String: (section: String, element: String, attribute: String)] = [
    "platform": ("integration", "link", "platform"),
    "audience": ("training", "training-target", "audience"),
    "participant-type": ("participation", "participant", "type"),
  ]

  mutating func findStatements(_ text: String, _ place: ManuscriptPlace) {
    var copy = text
    let reading = copy.withUTF8 { recogniser.statements.read($0, using: &memory) }
    guard reading.encoding == nil else { return }
    let read = ReadText(text)
    var bySentence: [(sentence: Range<Int>, mentions: [StatementReading.Mention])] = []
    for mention in reading.mentions {
      if let last = bySentence.indices.last(where: { bySentence[$0].sentence == mention.sentence }) {
        bySentence[last].mentions.append(mention)
      } else {
        bySentence.append((mention.sentence, [mention]))
      }
    }
    for (sentence, mentions) in bySentence {
      addStatement(of: mentions, read.string(bytes: sentence), place)
    }
  }

  private mutating func addStatement(
    of mentions: [StatementReading.Mention], _ sentence: String, _ place: ManuscriptPlace
  ) {
    var topics: [String: [String]] = [:]
    func ask(_ topic: String, _ finder: RecognisedFact.Finder) {
      add(
        RecognisedFact(
          home(of: topic).section, "statement", sentence, [("topic", topic)], at: place, quoting: sentence,
          by: finder, .ask))
    }
    for mention in mentions {
      let wording = recogniser.statements.wordings[mention.wording]
      let finder = RecognisedFact.Finder.wording(list: wording.list, token: wording.token)
      switch (mention.standing, wording.list) {
      case (.shown, "topic"):
        let home = home(of: wording.token)
        if home.isSure {
          topics[home.section, default: []].append(wording.token)
        } else {
          ask(wording.token, finder)
        }
      case (.takenBack, "topic"), (.blank, "topic"): ask(wording.token, finder)
      case (.shown, let list):
        guard let kind = Self.lists[list] else { continue }
        // An audience or a participant is one only where training or participation is spoken of.
        let fits = list == "platform" || sections.section == kind.section
        guard fits else { continue }
        // Who is only spoken to takes no part.
        let takesPart =
          list != "participant-type" || rules[.takesPart].first(in: FoldedWords(sentence)) != nil
        add(
          RecognisedFact(
            kind.section, kind.element, sentence, [(kind.attribute, wording.token)], at: place,
            quoting: sentence,
            by: finder, takesPart ? .likely : .ask))
      default: continue
      }
    }
    for (section, tokens) in topics.sorted(by: { $0.key < $1.key }) {
      let unique = Array(Set(tokens)).sorted()
      // The operations centre and the ones below it are elements of their own; words alone are a statement.
      add(
        RecognisedFact(
          section, "statement", sentence, [("topic", unique.joined(separator: " "))], at: place,
          quoting: sentence,
          by: .wording(list: "topic", token: unique.joined(separator: " ")), .likely))
    }
  }

  /// Sections whose headings documents mix up: what stands under one may be meant for another of them.
  private static let groups: [Set<String>] = [
    ["legal-bases", "principles", "objectives"],
    ["architecture", "data", "integration", "security", "operations-centre", "smart-buildings"],
    ["governance", "participation", "training", "cooperation"],
    ["finance", "projects", "phases", "governance"],
    ["sandbox", "pilots"],
  ]

  /// The section for words of a topic: that of the heading where criteria ask there, else one like it where they do. Words
  /// under a heading of another kind stay there: what a plan says of one measure is no principle of all. Below a heading
  /// that says nothing they belong where criteria ask, but for what a plan says of itself as a whole.
  private func home(of topic: String) -> (section: String, isSure: Bool) {
    let asked = recogniser.sectionsOfTopic[topic] ?? []
    guard let section = sections.section else {
      let beyond = asked.first { !Self.groups[0].contains($0) }
      return (beyond ?? asked.first ?? "principles", beyond != nil || asked.isEmpty || !sawHeading)
    }
    if asked.isEmpty || asked.contains(section) { return (section, true) }
    let near = Self.groups.filter { $0.contains(section) }
    return (asked.first { place in near.contains { $0.contains(place) } } ?? section, true)
  }

  /// A heading that names a field of smart services.
  mutating func findField(_ block: Block) {
    guard block.role == .body,
      !["governance", "finance", "objectives", "legal-bases"].contains(sections.section)
    else { return }
    let reading = recogniser.statements.read(block.headingText)
    guard reading.isStated else { return }
    for mention in reading.mentions where mention.standing == .shown {
      let wording = recogniser.statements.wordings[mention.wording]
      switch wording.list {
      case "field-type":
        add(
          RecognisedFact(
            "architecture", "field", block.headingText, [("type", wording.token)], at: block.place,
            quoting: block.text,
            by: .wording(list: wording.list, token: wording.token), .likely))
      case "layer" where sections.section == "architecture":
        add(
          RecognisedFact(
            "architecture", "layer", block.headingText, [("reference", wording.token)], at: block.place,
            quoting: block.text, by: .wording(list: wording.list, token: wording.token), .likely))
      default: continue
      }
    }
  }
}
