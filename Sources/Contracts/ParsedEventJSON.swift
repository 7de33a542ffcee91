extension ParsedEvent: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { writeFields(to: &$0) }
  }

  private func writeFields(to json: inout JSONWriter) {
    json.field("id", id)
    json.field("type", type.rawValue)
    json.field("mode", mode)
    json.field("status", status.rawValue)
    json.field("plover", plover)
    json.field("cameo", cameo)
    json.field("contexts", contexts)
    json.field("trigger", trigger)
    json.field("sentence", sentence)
    json.field("participants", participants)
    json.field("object", object)
    json.field("time", time)
    json.field("place", place)
    json.field("quantities", quantities)
    json.field("speaker", speaker)
    json.field("statement", statement)
    json.field("item", item)
    json.field("confidence", confidence)
  }
}

extension ParsedEvent.Participant: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("role", role.rawValue)
      $0.field("entity", entity)
      $0.offsets(start, end)
    }
  }
}

extension ParsedEvent.Object: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("entities", entities)
    }
  }
}

extension ParsedEvent.Time: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("ref", ref)
      $0.field("value", value)
    }
  }
}

extension ParsedEvent.Place: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("entity", entity)
      $0.field("name", name)
      $0.field("country", country)
    }
  }
}

extension ParsedEvent.Statement: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("form", form.rawValue)
    }
  }
}
