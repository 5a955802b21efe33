/// The letters that others are compared as: those below accents, in ligatures, raised, in circles.
enum FoldTable {
  /// What a small letter or sign is compared as; nil for what stands for itself.
  static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0xff01...0xff5e: ascii(value - 0xff01 + 0x21)
    case 0x1d400...0x1d6a3: ascii((value - 0x1d400) % 52 % 26 + 0x61)
    case 0x1d7ce...0x1d7ff: ascii((value - 0x1d7ce) % 10 + 0x30)
    case 0xac00...0xd7a3: jamo(value - 0xac00)
    default: letters[value]
    }
  }

  /// The sign or small letter of ASCII.
  private static func ascii(_ value: UInt32) -> String? {
    Unicode.Scalar((0x41...0x5a).contains(value) ? value + 0x20 : value).map { String($0) }
  }

  /// The two or three parts of a Hangul syllable.
  private static func jamo(_ place: UInt32) -> String? {
    var parts = [0x1100 + place / 588, 0x1161 + place % 588 / 28]
    if place % 28 > 0 { parts.append(0x11a7 + place % 28) }
    return String(String.UnicodeScalarView(parts.compactMap { Unicode.Scalar($0) }))
  }

  private static let letters: [UInt32: String] = {
    var letters: [UInt32: String] = [:]
    // Scalars, as a mark would join the blank before it.
    let words = pairs.unicodeScalars.split(separator: " ")
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      for letter in words[place + 1] { letters[letter.value] = String(words[place]) }
    }
    return letters
  }()

  /// By turns what is compared, and the letters that are compared as it: the compatibility
  /// decompositions of Unicode without their accents, and letters with strokes and hooks.
  private static let pairs = """
    'n ŉ ( ⁽₍ (1) ⑴ (10) ⑽ (11) ⑾ (12) ⑿ (13) ⒀ (14) ⒁ (15) ⒂ (16) ⒃ (17) ⒄ (18) ⒅ (19) ⒆ (2) ⑵ \
    (20) ⒇ (3) ⑶ (4) ⑷ (5) ⑸ (6) ⑹ (7) ⑺ (8) ⑻ (9) ⑼ (a) ⒜ (b) ⒝ (c) ⒞ (d) ⒟ (e) ⒠ (f) ⒡ (g) ⒢ \
    (h) ⒣ (i) ⒤ (j) ⒥ (k) ⒦ (l) ⒧ (m) ⒨ (n) ⒩ (o) ⒪ (p) ⒫ (q) ⒬ (r) ⒭ (s) ⒮ (t) ⒯ (u) ⒰ (v) ⒱ \
    (w) ⒲ (x) ⒳ (y) ⒴ (z) ⒵ ) ⁾₎ + ⁺₊ 0 ⁰₀⓪ 0/3 ↉ 1 ¹₁① 1. ⒈ 1/ ⅟ 1/10 ⅒ 1/2 ½ 1/3 ⅓ 1/4 ¼ 1/5 ⅕ \
    1/6 ⅙ 1/7 ⅐ 1/8 ⅛ 1/9 ⅑ 10 ⑩ 10. ⒑ 11 ⑪ 11. ⒒ 12 ⑫ 12. ⒓ 13 ⑬ 13. ⒔ 14 ⑭ 14. ⒕ 15 ⑮ 15. ⒖ \
    16 ⑯ 16. ⒗ 17 ⑰ 17. ⒘ 18 ⑱ 18. ⒙ 19 ⑲ 19. ⒚ 2 ²₂② 2. ⒉ 2/3 ⅔ 2/5 ⅖ 20 ⑳ 20. ⒛ 3 ³₃③ 3. ⒊ \
    3/4 ¾ 3/5 ⅗ 3/8 ⅜ 4 ⁴₄④ 4. ⒋ 4/5 ⅘ 5 ⁵₅⑤ 5. ⒌ 5/6 ⅚ 5/8 ⅝ 6 ⁶₆⑥ 6. ⒍ 7 ⁷₇⑦ 7. ⒎ 7/8 ⅞ 8 ⁸₈⑧ \
    8. ⒏ 9 ⁹₉⑨ 9. ⒐ ; ; = ⁼₌ ` ` a ªàáâãäåāăąǎǟǡǻȁȃȧɑᴬᵃᵅḁạảấầẩẫậắằẳẵặₐⓐⱥ a/c ℀ a/s ℁ ae æǣǽᴭ \
    aʾ ẚ b ƀɓᴮᵇḃḅḇℬⓑ c çćĉċčȼᶜḉℂℭⅽⓒꟲ c/o ℅ c/u ℆ d ðďđɖɗᴰᵈᶞḋḍḏḑḓⅅⅆⅾⓓ dz ǆǳ \
    e èéêëēĕėęěǝȅȇȩɇəɛᴱᴲᵉᵊᵋḕḗḙḛḝẹẻẽếềểễệₑₔℇℯℰⅇⓔ f ƒᶠḟℱⓕꟳ fax ℻ ff ﬀ ffi ﬃ ffl ﬄ fi ﬁ fl ﬂ \
    g ĝğġģǥǧǵɠɡᴳᵍᵹᶢḡℊⓖ h ĥħȟʰᴴḣḥḧḩḫẖₕℋℌℍℎℏⓗꟸ i ìíîïĩīĭįıǐȉȋɨᴵᵢᶤḭḯỉịⁱℐℑℹⅈⅰⓘ ii ⅱ iii ⅲ ij ĳ iv ⅳ \
    ix ⅸ j ĵǰȷʲᴶⅉⓙⱼ k ķĸƙǩᴷᵏḱḳḵₖⓚ l ĺļľŀłɫᴸḷḹḻḽₗℒℓⅼⓛ lj ǉ m ᴹᵐḿṁṃₘℳⅿⓜ n ñńņňŋǹᴺᵑṅṇṉṋⁿₙℕⓝ nj ǌ \
    no № o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔᴼᵒᵓṍṏṑṓọỏốồổỗộớờởỡợₒℴⓞ oe œꟹ p ƥᴾᵖṕṗₚℙⓟ q ℚⓠꟴ \
    r ŕŗřȑȓʳᴿᵣṙṛṝṟℛℜℝⓡ rs ₨ s śŝşšſșṡṣṥṧṩẛẜẝₛⓢ sm ℠ ss ß st ﬅﬆ t ţťŧƭțᵀᵗṫṭṯṱẗₜⓣ tel ℡ th þ tm ™ \
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗʉᵁᵘᵤᶶṳṵṷṹṻụủứừửữựⓤ v ᵛᵥṽṿⅴⓥⱽ vi ⅵ vii ⅶ viii ⅷ w ŵʷᵂẁẃẅẇẉẘⓦ x ×ẋẍₓⅹⓧ \
    xi ⅺ xii ⅻ y ýÿŷƴȝȳʸẏẙỳỵỷỹⓨ z źżžƶǯʒᶻᶾẑẓẕℤℨⓩ °c ℃ °f ℉ · · ƫ ᶵ ȣ ᴽ ɐ ᵄ ɒ ᶛ ɕ ᶝ ɜ ᵌᶟ ɟ ᶡ ɥ ᶣ \
    ɦ ʱ ɩ ᶥ ɪ ᶦ ɭ ᶩ ɯ ᵚ ɰ ᶭ ɱ ᶬ ɲ ᶮ ɳ ᶯ ɴ ᶰ ɵ ᶱ ɸ ᶲ ɹ ʴ ɻ ʵ ʁ ʶ ʂ ᶳ ʃ ᶴ ʊ ᶷ ʋ ᶹ ʌ ᶺ ʐ ᶼ ʑ ᶽ ʝ ᶨ \
    ʟ ᶫ ʹ ʹ α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ β ϐᵝᵦ γ ᵞᵧℽℾ δ ᵟ ε έϵἐἑἒἓἔἕὲέ \
    η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ θ ϑᶿ ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ κ ϰ μ µ ο όὀὁὂὃὄὅὸό π ϖℼℿ ρ ϱᵨῤῥ σ ςϲ \
    υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ φ ϕᵠᵩ χ ᵡᵪ ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ а ӑӓ г ѓ е ѐёӗ ж ӂӝ з ӟ \
    и йѝӣӥ к ќ н ᵸ о ӧ у ўӯӱӳ ч ӵ ъ ꚜ ы ӹ ь ꚝ э ӭ і ї ѵ ѷ ә ӛ ө ӫ եւ և մե ﬔ մի ﬕ մխ ﬗ մն ﬓ վն ﬖ \
    א ℵ ב ℶ ג ℷ ד ℸ ا آأإ اٴ ٵ و ؤ وٴ ٶ ي ئ يٴ ٸ ہ ۂ ۇٴ ٷ ے ۓ ە ۀ क़ क़ ख़ ख़ ग़ ग़ ज़ ज़ ड़ ड़ ढ़ ढ़ \
    ऩ ऩ फ़ फ़ य़ य़ ऱ ऱ ऴ ऴ ড় ড় ঢ় ঢ় য় য় ো ো ৌ ৌ ਖ਼ ਖ਼ ਗ਼ ਗ਼ ਜ਼ ਜ਼ ਫ਼ ਫ਼ ਲ਼ ਲ਼ ਸ਼ ਸ਼ ଡ଼ ଡ଼ ଢ଼ ଢ଼ \
    ୋ ୋ ୈ ୈ ୌ ୌ ஔ ஔ ொ ொ ௌ ௌ ோ ோ ై ై ೀ ೀ ೊ ೊ ೋ ೋ ೇ ೇ ೈ ೈ ൊ ൊ ൌ ൌ ോ ോ ේ ේ ො ො \
    ෝ ෝ ෞ ෞ ํา ำ ຫນ ໜ ຫມ ໝ ໍາ ຳ ဦ ဦ ნ ჼ ᬆ ᬆ ᬈ ᬈ ᬊ ᬊ ᬌ ᬌ ᬎ ᬎ ᬒ ᬒ ᬻ ᬻ ᬽ ᬽ ᭀ ᭀ ᭁ ᭁ \
    ᭃ ᭃ ᴂ ᵆ ᴖ ᵔ ᴗ ᵕ ᴜ ᶸ ᴝ ᵙ ᴥ ᵜ ᵻ ᶧ ᶅ ᶪ ∑ ⅀ − ⁻₋ ⵡ ⵯ 、 ､ 。 ｡ 「 ｢ 」 ｣ ゔ ゔ が が ぎ ぎ ぐ ぐ げ げ \
    ご ご ざ ざ じ じ ず ず ぜ ぜ ぞ ぞ だ だ ぢ ぢ づ づ で で ど ど ば ば ぱ ぱ び び ぴ ぴ ぶ ぶ ぷ ぷ べ べ \
    ぺ ぺ ぼ ぼ ぽ ぽ より ゟ ゙ ﾞ ゚ ﾟ ゞ ゞ ァ ｧ ア ｱ ィ ｨ イ ｲ ゥ ｩ ウ ｳ ヴ ヴ ェ ｪ エ ｴ ォ ｫ オ ｵ カ ｶ ガ ガ キ ｷ \
    ギ ギ ク ｸ グ グ ケ ｹ ゲ ゲ コ ｺ ゴ ゴ コト ヿ サ ｻ ザ ザ シ ｼ ジ ジ ス ｽ ズ ズ セ ｾ ゼ ゼ ソ ｿ ゾ ゾ タ ﾀ ダ ダ \
    チ ﾁ ヂ ヂ ッ ｯ ツ ﾂ ヅ ヅ テ ﾃ デ デ ト ﾄ ド ド ナ ﾅ ニ ﾆ ヌ ﾇ ネ ﾈ ノ ﾉ ハ ﾊ バ バ パ パ ヒ ﾋ ビ ビ ピ ピ フ ﾌ \
    ブ ブ プ プ ヘ ﾍ ベ ベ ペ ペ ホ ﾎ ボ ボ ポ ポ マ ﾏ ミ ﾐ ム ﾑ メ ﾒ モ ﾓ ャ ｬ ヤ ﾔ ュ ｭ ユ ﾕ ョ ｮ ヨ ﾖ ラ ﾗ リ ﾘ \
    ル ﾙ レ ﾚ ロ ﾛ ワ ﾜ ヷ ヷ ヸ ヸ ヹ ヹ ヲ ｦ ヺ ヺ ン ﾝ ・ ･ ー ｰ ヾ ヾ ꝯ ꝰ
    """
}
