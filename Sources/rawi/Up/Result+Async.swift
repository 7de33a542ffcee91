extension Result where Failure == any Error {
  /// What `body` comes to, so that something can be put in order before it is told.
  init(of body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
