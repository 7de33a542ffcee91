import ArabicText

/// An inflected form as tests compare it.
struct Form: Hashable {
  var letters: [UInt8]
  var features: Features
  var spelling: Spelling

  /// The form written out, with the ta marbuta that folding loses.
  var text: String {
    let text = Letter.text(letters)
    return spelling.contains(.taMarbuta) ? text.dropLast() + "ة" : text
  }
}

/// All forms that `inflect` makes.
func forms(_ inflect: (inout FormList) -> Void) -> Set<Form> {
  var list = FormList()
  inflect(&list)
  var forms: Set<Form> = []
  list.withEach { forms.insert(Form(letters: Array($0), features: $1, spelling: $2)) }
  return forms
}

func verb(_ past: String, _ imperfect: String) -> Set<Form> {
  forms { _ = VerbInflection.inflect(past: past, imperfect: imperfect, into: &$0) }
}

extension Set<Form> {
  /// Whether a word as print writes it is one of the forms, with all of these features.
  func has(_ word: String, _ features: Features) -> Bool {
    let letters = Letter.fold(word)
    return contains { $0.letters == letters && $0.features.isSuperset(of: features) }
  }

  func has(_ word: String) -> Bool { has(word, []) }
}
