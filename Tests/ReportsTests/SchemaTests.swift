import DataStore
import JSONDocument
import Safeguarding
import Testing

@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> JSONValue {
    let kind = try #require(DocumentKind.all.first { $0.name == name })
    return try JSONDocument(text: kind.schema.write()).root
  }

  @Test func describesARecord() throws {
    let root = try schema("chair-terms")
    #expect(root["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(root["x-path"]?.string == "groups/*/chair-terms.json")
    #expect(root["properties"]?["chairTerms"]?["items"]?["$ref"]?.string == "#/$defs/chairTerm")
    let term = try #require(root["$defs"]?["chairTerm"])
    #expect(
      term["required"]?.elements.compactMap(\.string) == ["id", "group", "status"])
    #expect(term["additionalProperties"]?.boolean == true)
    let group = try #require(term["properties"]?["group"])
    #expect(group["type"]?.string == "string")
    #expect(group["description"]?.string?.hasPrefix("The group whose chair it is.") == true)
    #expect(
      term["properties"]?["status"]?["enum"]?.elements.compactMap(\.string)
        == ["held", "planned", "projected", "vacant"])
    #expect(term["properties"]?["source"]?["items"]?["pattern"]?.string?.isEmpty == false)
  }

  /// Rules are written alike for the nation and for one partnership.
  @Test(arguments: [("rules", "rules.json"), ("local-rules", "partnerships/*/rules.json")])
  func describesARule(name: String, path: String) throws {
    let root = try schema(name)
    #expect(root["x-path"]?.string == path)
    #expect(root["properties"]?["rules"]?["items"]?["$ref"]?.string == "#/$defs/rule")
    let rule = try #require(root["$defs"]?["rule"])
    #expect(
      rule["required"]?.elements.compactMap(\.string)
        == ["id", "title", "form", "says", "trigger"])
    func words(_ field: String) -> [String]? {
      rule["properties"]?[field]?["enum"]?.elements.compactMap(\.string)
    }
    #expect(words("unit") == DateUnit.allCases.map(\.rawValue))
    #expect(words("trigger") == RuleTrigger.allCases.map(\.rawValue))
    #expect(words("form") == DeadlineForm.allCases.map(\.rawValue))
    #expect(
      words("division") == ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"])
    #expect(rule["properties"]?["replaces"]?["type"]?.string == "string")
    #expect(rule["properties"]?["offset"]?["type"]?.string == "integer")
  }

  @Test(arguments: DocumentKind.all.map(\.name))
  func everyReferenceIsDefined(name: String) throws {
    let root = try schema(name)
    #expect(root["$id"]?.string == "urn:masa:schema:1:\(name)")
    var places: [String] = []
    var waiting = [root]
    while let value = waiting.popLast() {
      for member in value.members {
        if member.key == "$ref", let place = member.value.string { places.append(place) }
        waiting.append(member.value)
      }
      waiting += Array(value.elements)
    }
    for place in places {
      let prefix = "#/$defs/"
      #expect(place.hasPrefix(prefix))
      #expect(root["$defs"]?[String(place.dropFirst(prefix.count))]?["type"]?.string == "object")
    }
  }
}
