/// The themes the program brings along, as the files they are kept in.
package enum BuiltInThemes {
  /// Each theme's name and the bytes of its file; the first is the default one.
  package static var files: [(name: String, bytes: [UInt8])] {
    [
      ("dark", PackageResources.dark_json),
      ("light", PackageResources.light_json),
      ("high-contrast", PackageResources.high_contrast_json),
      ("colour-blind", PackageResources.colour_blind_json),
      ("mono", PackageResources.mono_json),
    ]
  }
}
