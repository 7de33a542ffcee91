extension Event: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("schema", schema)
      $0.field("id", id)
      $0.field("version", version)
      writeBody(to: &$0)
      $0.field("story", story)
      $0.field("same_as", sameAs)
      $0.field("reports", reports)
      $0.field("extractor", extractor)
    }
  }

  /// Writes the fields that are read from an article, from `type` to `article`.
  public func writeBody(to json: inout JSONWriter) {
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
    json.field("article", article)
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
