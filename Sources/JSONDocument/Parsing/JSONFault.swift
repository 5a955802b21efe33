/// What the parser found wrong, by byte offset: cheap to throw, located only when reported.
struct JSONFault: Error {
  let code: JSONSyntaxError.Code
  let offset: Int

  /// Another place the reader needs: the first of two keys, or the bracket that was opened.
  let related: Int?

  init(_ code: JSONSyntaxError.Code, at offset: Int, related: Int? = nil) {
    self.code = code
    self.offset = offset
    self.related = related
  }
}
