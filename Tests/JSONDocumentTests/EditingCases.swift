import JSONDocument

extension Edit {
  static let table = replacements + additions + removals

  /// The edits that put one more entry into a container.
  static let additions = insertions + openings

  private static let record = "{\n  \"a\": 1.50,\n  \"unknown\": [ 1,2 ],\n  \"z\": \"x\"\n}\n"

  private static let replacements: [Edit] = [
    Edit(
      "a scalar", ["a"], .replace("new"), record,
      "{\n  \"a\": \"new\",\n  \"unknown\": [ 1,2 ],\n  \"z\": \"x\"\n}\n"),
    Edit("the root", [], .replace(2), " 1 \n", " 2 \n"),
    Edit(
      "an object on one line", ["a"], .replace(["c": 2, "d": [1]]),
      #"{"a": {"b": 1}, "x": 1}"#, #"{"a": {"c": 2, "d": [1]}, "x": 1}"#),
    Edit(
      "in a file without spaces", ["a"], .replace(["c": 2, "d": [1, 2]]),
      #"{"a":{"b":1}}"#, #"{"a":{"c":2,"d":[1,2]}}"#),
    Edit(
      "an object over lines, tabs and CRLF", ["a"], .replace(["c": 2]),
      "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}\r\n",
      "{\r\n\t\"a\": {\r\n\t\t\"c\": 2\r\n\t}\r\n}\r\n"),
    Edit(
      "a scalar by an object over lines", ["a"], .replace(["c": 2]), "{\n    \"a\": 1\n}",
      "{\n    \"a\": {\n        \"c\": 2\n    }\n}"),
  ]

  private static let insertions: [Edit] = [
    Edit(
      "a member at the end", [], .insert("n", 1, after: nil), record,
      "{\n  \"a\": 1.50,\n  \"unknown\": [ 1,2 ],\n  \"z\": \"x\",\n  \"n\": 1\n}\n"),
    Edit(
      "a member behind the first", [], .insert("n", .null, after: "a"), record,
      "{\n  \"a\": 1.50,\n  \"n\": null,\n  \"unknown\": [ 1,2 ],\n  \"z\": \"x\"\n}\n"),
    Edit(
      "an element in a row", ["unknown"], .append(3), record,
      "{\n  \"a\": 1.50,\n  \"unknown\": [ 1,2,3 ],\n  \"z\": \"x\"\n}\n"),
    Edit(
      "a member on one line", [], .insert("b", 2, after: nil), #"{"a": 1}"#, #"{"a": 1, "b": 2}"#),
    Edit(
      "a member without spaces", [], .insert("b", 2, after: nil), #"{"a":1}"#, #"{"a":1,"b":2}"#),
    Edit(
      "a member with odd colons", [], .insert("b", 2, after: nil), #"{ "a" :1 }"#,
      #"{ "a" :1, "b" :2 }"#),
    Edit("an element without spaces", [], .append("x"), "[1,2]", #"[1,2,"x"]"#),
    Edit("an element in a list of one", [], .append(2), "[1]", "[1, 2]"),
    Edit("an element at the front", [], .insertAt(0, 0), "[1, 2]", "[0, 1, 2]"),
    Edit("an element in the middle", [], .insertAt(1, 9), "[\n 1,\n 2\n]", "[\n 1,\n 9,\n 2\n]"),
    Edit(
      "an element at the front of lines", [], .insertAt(0, 9), "[\n 1,\n 2\n]",
      "[\n 9,\n 1,\n 2\n]"),
    Edit(
      "a member with tabs and CRLF", ["a"], .insert("c", [1], after: nil),
      "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}\r\n",
      "{\r\n\t\"a\": {\r\n\t\t\"b\": 1,\r\n\t\t\"c\": [\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}\r\n"),
    Edit(
      "an object among objects of one line", ["l"], .append(["i": 2, "t": ["x"]]),
      "{\n  \"l\": [\n    {\"i\": 1, \"t\": []}\n  ]\n}\n",
      "{\n  \"l\": [\n    {\"i\": 1, \"t\": []},\n    {\"i\": 2, \"t\": [\"x\"]}\n  ]\n}\n"),
    Edit(
      "an object among objects over lines", ["l"], .append(["i": 2, "t": ["x", "y"]]),
      "{\n  \"l\": [\n    {\n      \"i\": 1,\n      \"t\": [\"x\"]\n    }\n  ]\n}\n",
      "{\n  \"l\": [\n    {\n      \"i\": 1,\n      \"t\": [\"x\"]\n    },\n    {\n      \"i\": 2,\n"
        + "      \"t\": [\"x\", \"y\"]\n    }\n  ]\n}\n"),
    Edit(
      "a key that needs escapes", [], .insert("\u{1B}\"", 2, after: nil), #"{"a": 1}"#,
      #"{"a": 1, "\u001B\"": 2}"#),
  ]

  private static let openings: [Edit] = [
    Edit("a member in an empty root", [], .insert("a", 1, after: nil), "{}", #"{"a": 1}"#),
    Edit(
      "a member in an empty file", [], .insert("a", 1, after: nil), "{}\n", "{\n  \"a\": 1\n}\n"),
    Edit("an element in an empty list", ["a"], .append(1), #"{"a":[]}"#, #"{"a":[1]}"#),
    Edit("an element in a spaced empty list", ["a"], .append(1), #"{"a": [ ]}"#, #"{"a": [1]}"#),
    Edit(
      "a plain element in an empty list among lines", ["a"], .append("x"),
      "{\n  \"a\": []\n}", "{\n  \"a\": [\"x\"]\n}"),
    Edit(
      "an object in an empty list among lines", ["a"], .append(["i": 1]),
      "{\n\t\"a\": []\n}", "{\n\t\"a\": [\n\t\t{\n\t\t\t\"i\": 1\n\t\t}\n\t]\n}"),
    Edit(
      "an element in an empty list over lines", ["a"], .append(1),
      "{\r\n  \"a\": [\r\n  ]\r\n}", "{\r\n  \"a\": [\r\n    1\r\n  ]\r\n}"),
    Edit(
      "a member in an empty object among lines", ["a"], .insert("b", 1, after: nil),
      "{\n    \"a\": {}\n}", "{\n    \"a\": {\n        \"b\": 1\n    }\n}"),
  ]

  private static let removals: [Edit] = [
    Edit(
      "the first member", ["a"], .remove, record,
      "{\n  \"unknown\": [ 1,2 ],\n  \"z\": \"x\"\n}\n"),
    Edit(
      "a middle member", ["unknown"], .remove, record,
      "{\n  \"a\": 1.50,\n  \"z\": \"x\"\n}\n"),
    Edit(
      "the last member", ["z"], .remove, record,
      "{\n  \"a\": 1.50,\n  \"unknown\": [ 1,2 ]\n}\n"),
    Edit("the only member", ["a"], .remove, "{\r\n\t\"a\": {\r\n\t}\r\n}\r\n", "{}\r\n"),
    Edit("an element", [1], .remove, "[1, [2, 3], 4]", "[1, 4]"),
    Edit("the last element", [2], .remove, "[1, 2,\n 3 ]", "[1, 2 ]"),
    Edit("the only element", ["a", 0], .remove, #"{"a": [ {"b": 1} ]}"#, #"{"a": []}"#),
  ]
}
