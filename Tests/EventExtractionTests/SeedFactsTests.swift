import Contracts
import Testing

/// What the two seeds say, fact by fact.
@Suite struct SeedFactsTests {
  static let centralAsia = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]

  @Test(arguments: ["seed-000", "seed-004"])
  func theFiveCountriesOfCentralAsiaAreAGroup(seed: String) throws {
    let seed = try Shared.seed(seed)
    let group = try seed.entity(called: "دول آسيا الوسطى الخمس")
    #expect(group.kind == .group)
    #expect(seed.members(of: group) == Self.centralAsia)
  }

  @Test func theSixCountriesAreChinaAndTheFive() throws {
    let seed = try Shared.seed("seed-004")
    // Not «زعماء الدول الست», who are people.
    let groups = seed.parsed.entities.filter { ["الدول الست", "دول الست"].contains($0.name) }
    #expect(!groups.isEmpty)
    for group in groups {
      #expect(group.kind == .group)
      #expect(seed.members(of: group) == (["CHN"] + Self.centralAsia).sorted())
    }
  }

  @Test func theDatelineHasPlaceDateAndAgency() throws {
    let seed = try Shared.seed("seed-004")
    let dateline = try #require(seed.parsed.article.dateline)
    #expect(dateline.date == "2024-03-30")
    #expect(dateline.agency == "شينخوا")
    let place = try #require(seed.entity(dateline.place))
    #expect(place.mentions.contains { seed.words($0.start, $0.end) == "شيآن" })
    #expect(place.country == "CHN")
    #expect(try seed.sentence(beginning: "شيآن 30 مارس 2024").kind == .dateline)
    #expect(seed.parsed.article.referenceDate == "2024-03-30")
  }

  @Test func thePhotosLineIsACaption() throws {
    let seed = try Shared.seed("seed-004")
    #expect(try seed.sentence(beginning: "في الصورة الملتقطة").kind == .caption)
    #expect(try seed.sentence(beginning: "عقدت الصين").kind == .body)
  }

  @Test func theTenCommitmentsAreItemsInTheMinistersWords() throws {
    let seed = try Shared.seed("seed-000")
    let items = seed.parsed.sentences.filter { $0.kind == .item }
    #expect(items.map(\.item) == Array(1...10))
    let events = seed.parsed.events.filter { $0.item != nil }
    #expect(Set(events.compactMap(\.item)).count >= 9)
    for event in events {
      #expect(
        seed.entity(event.speaker)?.name == "وانغ يي",
        "\(seed.words(event.trigger.start, event.trigger.end)) in item \(event.item ?? 0)")
    }
  }

  @Test func everyCommitmentHasAnEvent() throws {
    let seed = try Shared.seed("seed-000")
    #expect(Set(seed.parsed.events.compactMap(\.item)) == Set(1...10))
  }

  static let senders: [(name: String, title: String, country: String)] = [
    ("وانغ يي", "وزير الخارجية الصيني", "CHN"),
    ("مراد نورتلو", "نائب رئيس الوزراء ووزير خارجية كازاخستان", "KAZ"),
    ("جينبيك كولوبييف", "وزير خارجية قيرغيزستان", "KGZ"),
    ("سراج الدين مهر الدين", "وزير خارجية طاجيكستان", "TJK"),
    ("رشيد ميريدوف", "نائب رئيس الوزراء ووزير الخارجية التركماني", "TKM"),
    ("بختيور سعيدوف", "وزير خارجية أوزبكستان", "UZB"),
  ]

  @Test(arguments: senders)
  func aSenderHasNameTitleAndCountry(name: String, title: String, country: String) throws {
    let seed = try Shared.seed("seed-004")
    let sender = try #require(seed.parsed.entities.first { $0.name == name })
    #expect(sender.kind == .person)
    #expect(sender.title == title)
    #expect(sender.country == country)
  }

  @Test func allSixSend() throws {
    let seed = try Shared.seed("seed-004")
    let sending = try #require(seed.events(on: "وأرسل").first)
    #expect(seed.participants(.actor, of: sending).map(\.name) == Self.senders.map(\.name))
  }

  @Test func yearsAgoCountFromTheDateline() throws {
    let time = try Shared.seed("seed-004").time("قبل 4 أعوام")
    #expect(time.value == "2020")
    #expect(time.granularity == .year)
  }

  @Test func todayIsTheDatelinesDay() throws {
    #expect(try Shared.seed("seed-004").time("اليوم (السبت)").value == "2024-03-30")
  }

  @Test func aWeekdayWithoutAReferenceIsNotGuessed() throws {
    let seed = try Shared.seed("seed-000")
    let time = try seed.time("يوم (الأربعاء)")
    #expect(time.value == nil)
    let attended = try #require(seed.events(on: "حضر").first)
    #expect(attended.time == ParsedEvent.Time(ref: time.id, value: nil))
  }

  @Test func aLaterMentionByPartOfTheNameIsTheSamePerson() throws {
    let seed = try Shared.seed("seed-000")
    let minister = try #require(seed.parsed.entities.first { $0.name == "وانغ يي" })
    let speaking = seed.events(on: "وقال") + seed.events(on: "وأكد")
    #expect(speaking.count == 2)
    for event in speaking {
      #expect(seed.participants(.actor, of: event).map(\.id) == [minister.id])
    }
  }

  @Test func aHiddenSubjectIsTheLastSpeaker() throws {
    let seed = try Shared.seed("seed-004")
    let added = try #require(seed.events(on: "وأضاف").first)
    #expect(seed.participants(.actor, of: added).map(\.name) == ["وانغ يي"])
  }
}
