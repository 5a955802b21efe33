extension JSONSyntaxError: CustomStringConvertible {
  /// The place, what is wrong and how to mend it, in that order.
  public var description: String { "\(location): \(message) \(hint)" }

  /// One sentence that says what is wrong.
  public var message: String { sentences.message }

  /// One sentence that says how to mend it.
  public var hint: String { sentences.hint }

  private var place: String { relatedLocation.map(String.init(describing:)) ?? "the start" }

  private var sentences: (message: String, hint: String) {
    switch code {
    case .emptyDocument:
      ("The file is empty.", "Write a JSON value into it, such as {}.")
    case .documentTooLarge:
      (
        "The file is larger than \(JSONDocument.maximumByteCount / 1024 / 1024) MiB.",
        "Split it into smaller files."
      )
    case .tooManyValues:
      (
        "The file has more than \(JSONDocument.maximumValueCount / 1_000_000) million values; from "
          + "here on it is not looked at, and nothing of it is shown.",
        "Keep a copy of it elsewhere, and take out of it what is long finished."
      )
    case .tooDeep:
      (
        "Objects and lists are nested more than \(JSONDocument.maximumDepth) deep here.",
        "Flatten the data, or remove the brackets that were opened by mistake."
      )
    case .byteOrderMark, .otherEncoding, .invalidUTF8: encodingSentences
    case .duplicateKey, .missingKey, .keyWithoutQuotes, .missingColon, .missingComma,
      .missingValue, .trailingComma, .trailingText, .mismatchedBracket, .unclosedContainer:
      structureSentences
    case .unclosedString, .controlCharacter, .unknownEscape, .incompleteUnicodeEscape,
      .loneSurrogate:
      textSentences
    case .leadingZero, .plusSign, .nonFiniteNumber, .missingIntegerDigits,
      .missingFractionDigits, .missingExponentDigits, .malformedNumber:
      numberSentences
    case .comment:
      ("JSON has no comments.", "Remove the comment, or keep it as a text under a key of its own.")
    case .singleQuote:
      ("Text is in single quotes here.", "Put it in double quotes (\").")
    case .typographicQuote:
      ("Text is in curly quotes here.", "Replace them with straight double quotes (\").")
    case .unknownWord:
      (
        "The word \(subject) means nothing in JSON.",
        "Put text in double quotes; the only words are true, false and null, in small letters."
      )
    case .unexpectedCharacter:
      ("The character \(subject) does not belong here.", "Remove it, or put text in double quotes.")
    }
  }

  private var encodingSentences: (message: String, hint: String) {
    switch code {
    case .byteOrderMark:
      (
        "The file starts with an invisible byte order mark.",
        "Save it as UTF-8 without a byte order mark (BOM)."
      )
    case .otherEncoding:
      ("The file is saved as UTF-16 or UTF-32.", "Save it as UTF-8.")
    default:
      (
        "The byte \(subject) is not valid UTF-8 here.",
        "Save the file as UTF-8, or type the character again."
      )
    }
  }

  private var structureSentences: (message: String, hint: String) {
    switch code {
    case .duplicateKey:
      (
        "The key \(subject) comes twice in this object; the first is at \(place).",
        "Remove or rename one of the two."
      )
    case .missingKey:
      ("A key is missing here.", "Write a key in double quotes, or remove the extra comma.")
    case .keyWithoutQuotes:
      ("The key \(subject) is not in double quotes.", "Put every key in double quotes.")
    case .missingColon:
      ("There is no colon after the key.", "Write a colon between the key and its value.")
    case .missingComma:
      ("There is no comma before this value.", "Write a comma between one entry and the next.")
    case .missingValue:
      ("A value is missing here.", "Write the value, or remove the comma or key before it.")
    case .trailingComma:
      ("There is a comma after the last entry.", "Remove the comma.")
    case .trailingText:
      (
        "There is more text after the end of the JSON value.",
        "Remove it, or check for a closing bracket that comes too early."
      )
    case .mismatchedBracket:
      (
        "The bracket \(subject) does not match the one opened at \(place).",
        "Close { with } and [ with ], the last opened first."
      )
    default:
      (
        "The file ends before the bracket opened at \(place) is closed.",
        "Add the missing end, or restore the file from a copy: it may be cut off."
      )
    }
  }

  private var textSentences: (message: String, hint: String) {
    switch code {
    case .unclosedString:
      ("The text that starts here has no closing quote.", "Add the closing double quote.")
    case .controlCharacter where subject == "U+000A" || subject == "U+000D":
      (
        "The text that starts at \(place) runs over the end of its line.",
        "Add the closing double quote, or write the line break as \\n."
      )
    case .controlCharacter:
      (
        "The control character \(subject) stands raw inside a text.",
        "Remove it, or write it as an escape (a tab is \\t)."
      )
    case .unknownEscape:
      (
        "There is no escape \(subject) in JSON.",
        "Write a backslash itself as \\\\; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u."
      )
    case .incompleteUnicodeEscape:
      (
        "The escape \(subject) is not complete.",
        "Write four hexadecimal digits after \\u, such as \\u00E9."
      )
    default:
      (
        "The escape \(subject) is half of a pair and stands alone.",
        "Write the character itself, or both halves of its pair."
      )
    }
  }

  private var numberSentences: (message: String, hint: String) {
    switch code {
    case .leadingZero:
      (
        "The number \(subject) starts with an extra zero.",
        "Remove the zero; put codes such as telephone numbers in double quotes."
      )
    case .plusSign:
      ("There is a plus sign before a number.", "Remove the plus sign.")
    case .nonFiniteNumber:
      ("\(subject) is not a number that JSON knows.", "Write a number, or null for an unknown one.")
    case .missingIntegerDigits:
      (
        "A number has no digit before its point or after its minus.",
        "Write the digit, such as 0.5 or -0.5."
      )
    case .missingFractionDigits:
      ("A number has no digit after its point.", "Write the digit, such as 1.0, or drop the point.")
    case .missingExponentDigits:
      ("A number has no digit in its exponent.", "Write the digit, such as 1e5, or drop the e.")
    default:
      (
        "\(subject) is not a number.",
        "Write it in plain digits with a point, or put it in double quotes if it is text."
      )
    }
  }
}
