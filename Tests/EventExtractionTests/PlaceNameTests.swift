import Testing

/// The names of places: which of their words are the name, and which words are places at all.
@Suite struct PlaceNameTests {
  @Test(arguments: [
    ("زار القدس الغربية أمس", "القدس الغربية"),
    ("لعبوا على ملعب سانتياغو زندانيرو", "ملعب سانتياغو زندانيرو"),
    ("أعلنت جمهورية الصين الشعبية موقفها", "جمهورية الصين الشعبية"),
    ("أعلنت دولة قطر موقفها", "قطر"),
    ("وقع الانفجار في جنوب قطاع غزة", "قطاع غزة"),
    ("زار الوفد ضفاف نهر النيل", "نهر النيل"),
  ])
  func aPlaceHasItsWholeNameAndNoMore(text: String, name: String) throws {
    #expect(try NamesRead.places(in: text) == [name])
  }

  @Test func aPlaceThatIsAlsoAWordIsOneBesideAnother() throws {
    #expect(try NamesRead.places(in: "وصل الوفد إلى دمشق وبعلبك") == ["دمشق", "وبعلبك"])
  }

  @Test(arguments: ["عقد مؤتمر روما بحضور الوزراء", "وقعوا اتفاقية جنيف قبل أعوام"])
  func theNameOfAnEventIsNotThePlace(text: String) throws {
    #expect(try NamesRead.places(in: text).isEmpty)
  }

  @Test func aHouseThatStandsForItsGovernmentIsAPlace() throws {
    #expect(try NamesRead.places(in: "نفى البيت الأبيض الخبر") == ["البيت الأبيض"])
  }
}
