extension Event: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("schema", schema)
      $0.field("id", id)
      $0.field("version", version)
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
      $0.field("article", article)
      $0.field("story", story)
      $0.field("same_as", sameAs)
      $0.field("reports", reports)
      $0.field("extractor", extractor)
    }
  }
}

extension Event.Article: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("source", source)
      $0.field("url", url)
      $0.field("title", title)
      $0.field("published_at", publishedAt)
    }
  }
}

extension Event.Quote: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("text", text)
    }
  }
}

extension Event.Sentence: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("index", index)
      $0.offsets(start, end)
      $0.field("kind", kind.rawValue)
      $0.field("text", text)
    }
  }
}

extension Event.Entity: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("type", kind.rawValue)
      $0.field("name", name)
      $0.field("title", title)
      $0.field("country", country)
      $0.field("sector", sector)
      $0.field("geonames", geonames)
      $0.field("latitude", latitude)
      $0.field("longitude", longitude)
      $0.field("members", members)
    }
  }
}

extension Event.Participant: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("role", role.rawValue)
      $0.offsets(start, end)
      $0.field("text", text)
      $0.field("entity", entity)
    }
  }
}

extension Event.Object: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("text", text)
      $0.field("entities", entities)
    }
  }
}

extension Event.Time: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("text", text)
      $0.field("value", value)
      $0.field("granularity", granularity.rawValue)
      $0.field("basis", basis.rawValue)
    }
  }
}

extension Event.Place: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.field("country", country)
      $0.field("entity", entity)
    }
  }
}

extension Event.Statement: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("form", form.rawValue)
      $0.field("text", text)
    }
  }
}
