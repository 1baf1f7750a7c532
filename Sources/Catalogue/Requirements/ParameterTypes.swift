import Source

// The types of parameters: what each reads, writes and is broken into.

/// A property of a facet.
typealias Property<Owner, Value> = WritableKeyPath<Owner, Value> & Sendable

// Entries of the catalogue.
extension Parameter {
  /// An entry that must be named.
  /// - Parameter others: the entries that could stand there as well.
  static func id(
    _ name: String, of kind: ReferenceKind, _ property: Property<Owner, String>,
    else others: @escaping @Sendable (Catalogue) -> [String] = { _ in [] }
  ) -> Parameter {
    one(FacetAttribute(name, .id(kind), isRequired: true), property) {
      another($0, among: others($1.catalogue))
    }
  }

  /// An entry that may be left out.
  static func id(
    _ name: String, of kind: ReferenceKind, _ property: Property<Owner, String?>
  ) -> Parameter {
    optional(FacetAttribute(name, .id(kind), isRequired: false), property)
  }

  /// At least so many of a list of entries; of all of them where the list is left out.
  static func some(
    _ name: String, of kind: ReferenceKind, _ list: Property<Owner, [String]>, atLeast minimum: String,
    _ count: Property<Owner, Int>
  ) -> Parameter {
    some(FacetAttribute(name, .ids(kind), isRequired: false), list, minimum, count)
  }
}

// Words of a plan.
extension Parameter {
  /// A word of a list of `master-plan.xsd`.
  static func token(
    _ name: String, of list: String, _ property: Property<Owner, String>
  ) -> Parameter {
    one(FacetAttribute(name, .token(list: list), isRequired: true), property) {
      another($0, among: $1.values(list))
    }
  }

  /// A word that may be left out.
  static func token(
    _ name: String, of list: String, _ property: Property<Owner, String?>
  ) -> Parameter {
    optional(FacetAttribute(name, .token(list: list), isRequired: false), property)
  }

  /// Words of which one is enough.
  static func oneOf(
    _ name: String, of list: String, _ property: Property<Owner, [String]>
  ) -> Parameter {
    words(FacetAttribute(name, .tokens(list: list), isRequired: true), property) { words, _ in
      shortened(words)
    }
  }

  /// Words that are accepted; anything is where they are left out.
  static func accepted(
    _ name: String, of list: String, _ property: Property<Owner, [String]>
  ) -> Parameter {
    words(FacetAttribute(name, .tokens(list: list), isRequired: false), property) { words, _ in
      words.isEmpty ? [] : [[]]
    }
  }

  /// At least so many of a list of words.
  static func some(
    _ name: String, of list: String, _ words: Property<Owner, [String]>, atLeast minimum: String,
    _ count: Property<Owner, Int>
  ) -> Parameter {
    some(FacetAttribute(name, .tokens(list: list), isRequired: true), words, minimum, count)
  }

  /// Words each of which is a part.
  static func each(
    _ name: String, of list: String, _ property: Property<Owner, String>
  ) -> Parameter {
    each(FacetAttribute(name, .tokens(list: list), isRequired: true), property) { owner, replacements in
      another(owner[keyPath: property], among: replacements.values(list))
    }
  }

  /// The kind of item whose details are asked for. Another kind has other details, so it is no change.
  static func item(_ name: String, _ property: Property<Owner, String>) -> Parameter {
    one(FacetAttribute(name, .token(list: FacetAttribute.items), isRequired: true), property) { _, _ in [] }
  }

  /// Details of the item, each of which is a part.
  static func eachDetail(
    _ name: String, _ property: Property<Owner, String>, of attribute: String, _ item: Property<Owner, String>
  ) -> Parameter {
    each(FacetAttribute(name, .details(of: attribute), isRequired: true), property) { owner, replacements in
      another(owner[keyPath: property], among: replacements.details(owner[keyPath: item]))
    }
  }

  /// Words of the criterion's own.
  static func text(_ name: String, _ property: Property<Owner, String>) -> Parameter {
    one(FacetAttribute(name, .text, isRequired: true), property) { _, _ in [] }
  }
}

// Time.
extension Parameter {
  /// The last day on which a thing is in time.
  static func limit(_ name: String, _ property: Property<Owner, CalendarDate?>) -> Parameter {
    Parameter(
      attributes: [FacetAttribute(name, .day, isRequired: false)],
      read: { element, owner in [with(owner, property, element.date(name))] },
      words: { owner in [owner[keyPath: property].map { [$0.description] } ?? []] },
      changes: { owner, _ in
        guard let day = owner[keyPath: property] else { return [] }
        return [nil, day.previous, day.next].map { with(owner, property, $0) }
      })
  }

  /// Years, each of which is a part.
  static func eachYear(from: String, to: String, _ property: Property<Owner, Int>) -> Parameter {
    Parameter(
      attributes: [from, to].map { FacetAttribute($0, .year, isRequired: true) }, isPartwise: true,
      read: { element, owner in element.years.map { $0.map { with(owner, property, $0) } } ?? [] },
      words: { owner in [["\(owner[keyPath: property])"], ["\(owner[keyPath: property])"]] },
      changes: { owner, _ in [with(owner, property, owner[keyPath: property] + 1)] })
  }
}

// Numbers and choices.
extension Parameter {
  /// A share in per cent.
  static func share(_ name: String, _ property: Property<Owner, DecimalNumber>) -> Parameter {
    Parameter(
      attributes: [FacetAttribute(name, .share, isRequired: true)],
      read: { element, owner in [with(owner, property, DecimalNumber(element.required(name)) ?? .zero)] },
      words: { owner in [[owner[keyPath: property].description]] },
      changes: { owner, _ in
        guard let step = DecimalNumber("0.1"), let all = DecimalNumber("100") else { return [] }
        let share = owner[keyPath: property]
        return [share - step, share + step].filter { $0 > .zero && $0 <= all }
          .map { with(owner, property, $0) }
      })
  }

  /// A condition that is asked for or not.
  static func flag(_ name: String, _ property: Property<Owner, Bool>) -> Parameter {
    flag(name, property, isPartwise: false) { [$0] }
  }

  /// A condition that, where it is asked for, is a part beside the one without it.
  static func besides(_ name: String, _ property: Property<Owner, Bool>) -> Parameter {
    flag(name, property, isPartwise: true) { $0 ? [false, true] : [false] }
  }

  private static func flag(
    _ name: String, _ property: Property<Owner, Bool>, isPartwise: Bool,
    asked: @escaping @Sendable (Bool) -> [Bool]
  ) -> Parameter {
    Parameter(
      attributes: [FacetAttribute(name, .flag, isRequired: false)], isPartwise: isPartwise,
      read: { element, owner in
        let value = element.attribute(name)
        return asked(value == "true" || value == "1").map { with(owner, property, $0) }
      },
      words: { owner in [owner[keyPath: property] ? ["true"] : []] },
      changes: { owner, _ in [with(owner, property, !owner[keyPath: property])] })
  }

  /// A kind of layer. No framework's governance stands in a plan's architecture, so it is no change.
  static func layerKind(_ name: String, _ property: Property<Owner, Framework.Layer.Kind>) -> Parameter {
    Parameter(
      attributes: [FacetAttribute(name, .layerKind, isRequired: true)],
      read: { element, owner in
        [with(owner, property, Framework.Layer.Kind(rawValue: element.required(name)) ?? .horizontal)]
      },
      words: { owner in [[owner[keyPath: property].rawValue]] },
      changes: { owner, _ in
        [.horizontal, .vertical, .centre].filter { $0 != owner[keyPath: property] }
          .map { with(owner, property, $0) }
      })
  }
}

// What they are made of.
extension Parameter {
  private static func one(
    _ attribute: FacetAttribute, _ property: Property<Owner, String>,
    changed: @escaping @Sendable (String, Replacements) -> [String]
  ) -> Parameter {
    Parameter(
      attributes: [attribute],
      read: { element, owner in [with(owner, property, element.required(attribute.name))] },
      words: { owner in [[owner[keyPath: property]]] },
      changes: { owner, replacements in
        changed(owner[keyPath: property], replacements).map { with(owner, property, $0) }
      })
  }

  private static func optional(
    _ attribute: FacetAttribute, _ property: Property<Owner, String?>
  ) -> Parameter {
    Parameter(
      attributes: [attribute],
      read: { element, owner in [with(owner, property, element.attribute(attribute.name))] },
      words: { owner in [owner[keyPath: property].map { [$0] } ?? []] },
      changes: { owner, _ in owner[keyPath: property] == nil ? [] : [with(owner, property, nil)] })
  }

  private static func words(
    _ attribute: FacetAttribute, _ property: Property<Owner, [String]>,
    changed: @escaping @Sendable ([String], Replacements) -> [[String]]
  ) -> Parameter {
    Parameter(
      attributes: [attribute],
      read: { element, owner in [with(owner, property, element.tokens(attribute.name))] },
      words: { owner in [owner[keyPath: property]] },
      changes: { owner, replacements in
        changed(owner[keyPath: property], replacements).map { with(owner, property, $0) }
      })
  }

  private static func each(
    _ attribute: FacetAttribute, _ property: Property<Owner, String>,
    changed: @escaping @Sendable (Owner, Replacements) -> [String]
  ) -> Parameter {
    Parameter(
      attributes: [attribute], isPartwise: true,
      read: { element, owner in element.tokens(attribute.name).map { with(owner, property, $0) } },
      words: { owner in [[owner[keyPath: property]]] },
      changes: { owner, replacements in changed(owner, replacements).map { with(owner, property, $0) } })
  }

  /// At least so many of a list; one unless said otherwise.
  private static func some(
    _ attribute: FacetAttribute, _ list: Property<Owner, [String]>, _ minimum: String,
    _ count: Property<Owner, Int>
  ) -> Parameter {
    Parameter(
      attributes: [attribute, FacetAttribute(minimum, .count(of: attribute.name), isRequired: false)],
      read: { element, owner in
        [with(with(owner, list, element.tokens(attribute.name)), count, element.integer(minimum) ?? 1)]
      },
      words: { owner in [owner[keyPath: list], ["\(owner[keyPath: count])"]] },
      changes: { owner, _ in
        let (listed, number) = (owner[keyPath: list], owner[keyPath: count])
        let isOpen = listed.isEmpty && !attribute.isRequired
        let numbers = [number - 1, number + 1].filter { $0 > 0 && (isOpen || $0 <= listed.count) }
        return shortened(listed).map { with(owner, list, $0) } + numbers.map { with(owner, count, $0) }
          + (attribute.isRequired || isOpen ? [] : [with(owner, list, [])])
      })
  }
}

/// The value that follows in the alphabet, or the first: one that differs, the same in every run.
private func another(_ value: String, among all: some Collection<String>) -> [String] {
  let others = all.filter { $0 != value }.sorted()
  return (others.first { $0 > value } ?? others.first).map { [$0] } ?? []
}

/// The list without each of its words in turn.
private func shortened(_ list: [String]) -> [[String]] {
  guard list.count > 1 else { return [] }
  return list.indices.map { index in
    var rest = list
    rest.remove(at: index)
    return rest
  }
}

private func with<Owner, Value>(
  _ owner: Owner, _ property: WritableKeyPath<Owner, Value>, _ value: Value
) -> Owner {
  var owner = owner
  owner[keyPath: property] = value
  return owner
}
