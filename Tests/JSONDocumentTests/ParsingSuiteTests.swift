import FoundationEssentials
import JSONDocument
import Testing

/// The public JSON parsing suite, read from the folder that an environment variable names.
private enum ParsingSuite {
  static let variable = "MASA_JSON_TEST_SUITE"

  static var folder: String? {
    let named = ProcessInfo.processInfo.environment[variable] ?? ""
    return named.isEmpty ? nil : named + "/test_parsing"
  }

  static func names(_ prefix: String) throws -> [String] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
  }
}

// The suite is a collection of its own, with its own licence, and is not part of this repository;
// where nobody names a copy of it there is nothing to run.
@Suite(
  "The public JSON parsing suite",
  .enabled(
    if: ParsingSuite.folder != nil, "MASA_JSON_TEST_SUITE names no folder with test_parsing/"))
struct ParsingSuiteTests {
  /// Files the suite wants read, which are refused here on purpose: RFC 8259 says keys “should”
  /// be unique, and a key that comes twice has no single value to show, edit or merge.
  private static let duplicates: Set<String> = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  @Test("What must be read is read, but for duplicate keys")
  func mustBeRead() throws {
    let names = try ParsingSuite.names("y_")
    #expect(names.count > 90)
    #expect(Self.duplicates.isSubset(of: names))
    for name in names {
      let bytes = try ParsingSuite.bytes(name)
      let result = Result { try JSONDocument(bytes: bytes) }
      switch result {
      case .success(let document):
        #expect(!Self.duplicates.contains(name))
        #expect(document.bytes == bytes, "\(name)")
      case .failure(let error):
        #expect(Self.duplicates.contains(name), "\(name): \(error)")
        #expect((error as? JSONSyntaxError)?.code == .duplicateKey, "\(name)")
      }
    }
  }

  @Test("What must be refused is refused with a place in the file")
  func mustBeRefused() throws {
    let names = try ParsingSuite.names("n_")
    #expect(names.count > 180)
    for name in names {
      let bytes = try ParsingSuite.bytes(name)
      let error = #expect(throws: JSONSyntaxError.self, "\(name)") {
        try JSONDocument(bytes: bytes)
      }
      guard let error else { continue }
      #expect(error.location.line >= 1 && error.location.column >= 1, "\(name)")
      let lineCount = bytes.count { $0 == 0x0A } + 1
      #expect(error.location.line <= lineCount, "\(name)")
    }
  }

  /// What happens to each file the suite leaves open: nil is read, a code is why it is refused.
  ///
  /// Numbers are kept as spelled, whatever their size. Text must be UTF-8, and an escape must
  /// stand for a character.
  private static let decided: [String: JSONSyntaxError.Code?] = [
    "i_number_double_huge_neg_exp.json": nil,
    "i_number_huge_exp.json": nil,
    "i_number_neg_int_huge_exp.json": nil,
    "i_number_pos_double_huge_exp.json": nil,
    "i_number_real_neg_overflow.json": nil,
    "i_number_real_pos_overflow.json": nil,
    "i_number_real_underflow.json": nil,
    "i_number_too_big_neg_int.json": nil,
    "i_number_too_big_pos_int.json": nil,
    "i_number_very_big_negative_int.json": nil,
    "i_object_key_lone_2nd_surrogate.json": .loneSurrogate,
    "i_string_1st_surrogate_but_2nd_missing.json": .loneSurrogate,
    "i_string_1st_valid_surrogate_2nd_invalid.json": .loneSurrogate,
    "i_string_UTF-16LE_with_BOM.json": .otherEncoding,
    "i_string_UTF-8_invalid_sequence.json": .invalidUTF8,
    "i_string_UTF8_surrogate_U+D800.json": .invalidUTF8,
    "i_string_incomplete_surrogate_and_escape_valid.json": .loneSurrogate,
    "i_string_incomplete_surrogate_pair.json": .loneSurrogate,
    "i_string_incomplete_surrogates_escape_valid.json": .loneSurrogate,
    "i_string_invalid_lonely_surrogate.json": .loneSurrogate,
    "i_string_invalid_surrogate.json": .loneSurrogate,
    "i_string_invalid_utf-8.json": .invalidUTF8,
    "i_string_inverted_surrogates_U+1D11E.json": .loneSurrogate,
    "i_string_iso_latin_1.json": .invalidUTF8,
    "i_string_lone_second_surrogate.json": .loneSurrogate,
    "i_string_lone_utf8_continuation_byte.json": .invalidUTF8,
    "i_string_not_in_unicode_range.json": .invalidUTF8,
    "i_string_overlong_sequence_2_bytes.json": .invalidUTF8,
    "i_string_overlong_sequence_6_bytes.json": .invalidUTF8,
    "i_string_overlong_sequence_6_bytes_null.json": .invalidUTF8,
    "i_string_truncated-utf-8.json": .invalidUTF8,
    "i_string_utf16BE_no_BOM.json": .otherEncoding,
    "i_string_utf16LE_no_BOM.json": .otherEncoding,
    "i_structure_500_nested_arrays.json": .tooDeep,
    "i_structure_UTF-8_BOM_empty_object.json": .byteOrderMark,
  ]

  @Test("What the suite leaves open is decided, file by file")
  func leftOpen() throws {
    #expect(try ParsingSuite.names("i_") == Self.decided.keys.sorted())
    for (name, expected) in Self.decided {
      let bytes = try ParsingSuite.bytes(name)
      let code: JSONSyntaxError.Code?
      do throws(JSONSyntaxError) {
        #expect(try JSONDocument(bytes: bytes).bytes == bytes, "\(name)")
        code = nil
      } catch {
        code = error.code
      }
      #expect(code == expected, "\(name)")
    }
  }
}
