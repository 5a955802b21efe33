/// Something that is worked out from cells, or from other such values.
package struct DerivedID: Hashable, Sendable {
  let position: Int
}

/// What a derived value is worked out from.
package enum Ingredient: Hashable, Sendable {
  /// A cell of the table.
  case cell(CellID)
  /// Another derived value.
  case derived(DerivedID)
}

/// The values that are worked out from a table, and which of them have to be hidden with it.
///
/// Percentages, rates, ranks, changes, the glyphs of a sparkline, the height of a point, control limits: whatever shows a
/// value of which an ingredient is hidden shows the ingredient. Work out what is shown from what is shown: leave hidden
/// cells out of a ranking and out of the limits, and take rounded numbers where the policy rounds.
package struct DerivedValues: Sendable {
  private enum Kind: Sendable {
    case share(numerator: CellID, denominator: CellID)
    case rate(numerator: CellID, denominator: CellID)
    case other([Ingredient])
  }

  private var kinds: [Kind] = []

  /// No values yet.
  package init() {}

  /// Adds a percentage: what share of the denominator the numerator is.
  package mutating func addShare(of numerator: CellID, in denominator: CellID) -> DerivedID {
    add(.share(numerator: numerator, denominator: denominator))
  }

  /// Adds a rate: how many there are for so many of a population that is public.
  package mutating func addRate(of numerator: CellID, per denominator: CellID) -> DerivedID {
    add(.rate(numerator: numerator, denominator: denominator))
  }

  /// Adds anything else, with everything that it is worked out from: a change, a rank, a mean, a limit.
  package mutating func add(from ingredients: [Ingredient]) -> DerivedID {
    add(.other(ingredients))
  }

  private mutating func add(_ kind: Kind) -> DerivedID {
    kinds.append(kind)
    return DerivedID(position: kinds.count - 1)
  }

  /// The derived values that have to be hidden with the cells of a table.
  package func hidden(
    with suppression: Suppression, of table: SmallNumberTable
  ) -> Set<DerivedID> {
    var hidden: Set<DerivedID> = []
    // Ingredients come before what is made of them; one that does not is hidden.
    for (position, kind) in kinds.enumerated() {
      let isHidden =
        switch kind {
        case .share(let numerator, let denominator):
          suppression.isHidden(numerator) || suppression.isHidden(denominator)
            || suppression.policy.hidesShare(
              numerator: table.value(of: numerator), denominator: table.value(of: denominator))
        case .rate(let numerator, let denominator):
          suppression.isHidden(numerator) || suppression.isHidden(denominator)
            || suppression.policy.isSmall(table.value(of: numerator))
        case .other(let ingredients):
          ingredients.contains { ingredient in
            switch ingredient {
            case .cell(let cell): suppression.isHidden(cell)
            case .derived(let other): other.position >= position || hidden.contains(other)
            }
          }
        }
      if isHidden { hidden.insert(DerivedID(position: position)) }
    }
    return hidden
  }
}
