import Manuscript
import Source
import TestSupport
import Testing

/// Letters from before Unicode are read by what is written, never by the name of a font.
@Suite struct OldLettersTests {
  private func read(_ runs: [(text: String, font: String)]) throws -> Manuscript {
    try ManuscriptTests.read(
      WordFile.paragraph(
        runs: runs.map {
          WordFile.run($0.text, #"<w:rFonts w:ascii="\#($0.font)" w:hAnsi="\#($0.font)"/>"#)
        }.joined()))
  }

  @Test(arguments: [
    (".VnTime", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    (".VnTimeH", "§éc lËp - Tù do - H¹nh phóc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
    ("VNI-Times", "Ñoâ thò thoâng minh beàn vöõng", "Đô thị thông minh bền vững"),
    ("VNI-Times", "Ủy", "Ủy"),
    ("Times New Roman", "Quy ho¹ch ®« thÞ th«ng minh", "Quy hoạch đô thị thông minh"),
    (".VnTime", "®« thÞ", "đô thị"),
  ]) func `a piece that only makes sense in an old set is read by it`(
    _ font: String, _ old: String, _ new: String
  ) throws {
    let manuscript = try read([(old, font)])
    #expect(manuscript.printed == [new])
    #expect(manuscript.losses(.oldEncoding).map(\.words) == (old == new ? [] : [old]))
  }

  @Test(arguments: [
    "Đô thị thông minh", "cô công hàng và là", "Ủy ban nhân dân", "Café Müller, São Paulo, señor, Noël",
    "10 µm, 3×4, §1, ®",
    "« thông tin »", "ABC 123", "thò thụt", "d\u{323}a chi\u{309}", "Sở¹ và huyện²", "à, ừ",
  ]) func `no letter of Unicode changes, whatever font stands beside it`(_ text: String) throws {
    for font in [".VnTime", ".VnTimeH", "VNI-Times", "Arial"] {
      let manuscript = try read([(text, font), (" ®« thÞ th«ng minh", ".VnArial")])
      #expect(manuscript.blocks[0].text.unicodeScalars.starts(with: text.unicodeScalars), "\(font)")
    }
  }

  @Test func `ư that Word stores as a soft hyphen is read in an old set and dropped elsewhere`() throws {
    func body(_ font: String) -> String {
      WordFile.paragraph(
        runs:
          #"<w:r><w:rPr><w:rFonts w:ascii="\#(font)"/></w:rPr><w:t>nh÷ng ng</w:t><w:softHyphen/><w:t>êi</w:t></w:r>"#
      )
    }
    #expect(try ManuscriptTests.read(body(".VnTime")).printed == ["những người"])
    // Two words are proof without the font.
    #expect(try ManuscriptTests.read(body("Arial")).printed == ["những người"])
    for font in [".VnTime", "Arial"] {
      let unicode =
        #"<w:r><w:rPr><w:rFonts w:ascii="\#(font)"/></w:rPr><w:t>hợp</w:t><w:softHyphen/><w:t>tác</w:t></w:r>"#
      #expect(try ManuscriptTests.read(WordFile.paragraph(runs: unicode)).printed == ["hợptác"])
    }
  }

  @Test func `every letter of the old set comes back to itself`() {
    let old = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ"
    let new = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    #expect(OldLetterSet.tcvn3.decoded(old.unicodeScalars) == new)
  }

  @Test func `a doubt is named and nothing is changed`() throws {
    let manuscript = try read([("thÞ", "Arial")])
    #expect(manuscript.printed == ["thÞ"])
    #expect(manuscript.losses(.doubtfulEncoding).map(\.words) == ["thÞ"])
  }

  @Test func `syllables of Vietnamese are told from what is none`() {
    for word in "nghiệp quyết đô thị gì giếng khuya uỷ ủy thuở oan yêu người ươm quốc giữ".split(
      separator: " ")
    {
      #expect(VietnameseSyllable.isOne(word.unicodeScalars), "\(word)")
    }
    for word in "thÞ ®« street windows độô bcd ngh của1 café für".split(separator: " ") {
      #expect(!VietnameseSyllable.isOne(word.unicodeScalars), "\(word)")
    }
  }
}
