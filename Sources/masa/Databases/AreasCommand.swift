#if PostgreSQL
  import ArgumentParser
  import Reports

  /// Lists the areas of a database and how they stand.
  struct AreasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "areas",
      abstract: "List the areas of a database that are open to you, and how they stand.",
      discussion: "Name all with --data postgresql://HOST/DATABASE, or some with …/AREA,AREA.")

    @OptionGroup var options: DataOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
      guard let region = try Region.chosen(by: options) else {
        let place = try DataPlace.chosen(by: options.data)
        throw CommandFailure(
          "\(place.name) is one area. Nothing was changed. Name a database with several, or look at this one with: masa status"
        )
      }
      Output.write(try region.listing().overview, as: listing.format)
    }
  }
#endif
