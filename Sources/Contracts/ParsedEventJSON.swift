extension ParsedEvent: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("type", type.rawValue)
      $0.field("mode", mode)
      $0.field("status", status.rawValue)
      $0.field("plover", plover)
      $0.field("cameo", cameo)
      $0.field("contexts", contexts)
      $0.field("trigger", trigger)
      $0.field("sentence", sentence)
      $0.field("participants", participants)
      $0.field("object", object)
      $0.field("time", time)
      $0.field("place", place)
      $0.field("quantities", quantities)
      $0.field("speaker", speaker)
      $0.field("statement", statement)
      $0.field("item", item)
      $0.field("confidence", confidence)
    }
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
