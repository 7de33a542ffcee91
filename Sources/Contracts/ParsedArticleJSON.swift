extension RawArticle: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("source", source)
      $0.field("url", url)
      $0.field("title", title)
      $0.field("body", body)
      $0.field("published_at", publishedAt)
      $0.field("language", language)
      $0.field("body_type", bodyType?.rawValue)
    }
  }
}

extension TextSpan: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { $0.offsets(start, end) }
  }
}

extension ParsedArticle: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("schema", schema)
      $0.field("extractor", extractor)
      $0.field("article", article)
      $0.field("text", text)
      $0.field("sentences", sentences)
      $0.field("entities", entities)
      $0.field("times", times)
      $0.field("events", events)
    }
  }
}

extension ParsedArticle.Article: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.field("source", source)
      $0.field("url", url)
      $0.field("title", title)
      $0.field("published_at", publishedAt)
      $0.field("reference_date", referenceDate)
      $0.field("dateline", dateline)
      $0.field("sha256", sha256)
      $0.field("simhash", simhash)
      $0.field("scalars", scalars)
    }
  }
}

extension ParsedArticle.Dateline: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("place", place)
      $0.field("date", date)
      $0.field("agency", agency)
    }
  }
}

extension ParsedArticle.Sentence: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.offsets(start, end)
      $0.field("kind", kind.rawValue)
      $0.field("item", item)
    }
  }
}

extension Entity: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { writeFields(to: &$0) }
  }

  private func writeFields(to json: inout JSONWriter) {
    json.field("id", id)
    json.field("type", kind.rawValue)
    json.field("name", name)
    json.field("title", title)
    json.field("country", country)
    json.field("sector", sector)
    json.field("geonames", geonames)
    json.field("latitude", latitude)
    json.field("longitude", longitude)
    json.field("members", members)
    json.field("mentions", mentions)
  }
}

extension TimeExpression: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", id)
      $0.offsets(start, end)
      $0.field("value", value)
      $0.field("granularity", granularity.rawValue)
      $0.field("basis", basis.rawValue)
    }
  }
}
