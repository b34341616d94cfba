package read

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"minutebook/model"
)

// rtfSigns are control words that stand for letters.
var rtfSigns = map[string]string{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": "\t", "nestrow": "\n"}

// rtfPlaces are control words after which the words of a group go elsewhere.
var rtfPlaces = map[string]func(r *rtfReader){
	"fonttbl":    func(r *rtfReader) { r.state.into = inFonts },
	"stylesheet": func(r *rtfReader) { r.state.into = inStyles },
	"listtext":   func(r *rtfReader) { r.collect(r.label) },
	"pntext":     func(r *rtfReader) { r.collect(r.label) },
	"title":      func(r *rtfReader) { r.collect(func(words string) { r.doc.Title = strings.TrimSpace(words) }) },
	"author":     func(r *rtfReader) { r.collect(func(words string) { r.doc.Author = strings.TrimSpace(words) }) },
	"propname":   func(r *rtfReader) { r.collect(func(words string) { r.property = strings.TrimSpace(words) }) },
	"staticval":  func(r *rtfReader) { r.collect(r.value) },
	"revtbl":     func(r *rtfReader) { r.state.into = inAuthors },
	"field":      func(r *rtfReader) { r.state.field = new(string) },
	"fldinst": func(r *rtfReader) {
		field := r.state.field
		r.collect(func(words string) {
			if field != nil {
				*field = hyperlink(words)
			}
		})
	},
	"fldrslt": func(r *rtfReader) {
		if r.state.field != nil && *r.state.field != "" {
			r.state.address = *r.state.field
		}
	},
	"bkmkstart": func(r *rtfReader) { r.collect(r.mark) },
	"bkmkend":   func(r *rtfReader) { r.collect(r.unmark) },
	"header":    func(r *rtfReader) { r.running(Header, &r.headers) },
	"headerl":   func(r *rtfReader) { r.running(Header, &r.headers) },
	"headerr":   func(r *rtfReader) { r.running(Header, &r.headers) },
	"headerf":   func(r *rtfReader) { r.running(Header, &r.headers) },
	"footer":    func(r *rtfReader) { r.running(Footer, &r.footers) },
	"footerl":   func(r *rtfReader) { r.running(Footer, &r.footers) },
	"footerr":   func(r *rtfReader) { r.running(Footer, &r.footers) },
	"footerf":   func(r *rtfReader) { r.running(Footer, &r.footers) },
	"footnote":  func(r *rtfReader) { r.apart(r.below) },
	"shptxt":    func(r *rtfReader) { r.apart(r.below) },
	"shpinst":   func(r *rtfReader) {},
	"shp":       func(r *rtfReader) {},
	"upr":       func(r *rtfReader) { r.state.into = collected }, // says the same twice
	"ud":        func(r *rtfReader) { r.state.into = inText },
	"userprops": func(r *rtfReader) { r.state.into = collected },
	"info":      func(r *rtfReader) { r.state.into = collected },
	"atnauthor": func(r *rtfReader) { r.collect(func(words string) { r.by = words }) },
	"annotation": func(r *rtfReader) {
		at := len(r.blocks)
		r.apart(func(blocks []Block) {
			r.count(1)
			r.doc.Comments = append(r.doc.Comments, Comment{Block: at, Text: (Cell{Blocks: flattened(blocks)}).Text(), By: r.by})
		})
	},
	"pict": func(r *rtfReader) { r.leave(pictures) }, "object": func(r *rtfReader) { r.leave(embedded) },
	"colortbl": pass, "listtable": pass, "listoverridetable": pass, "generator": pass, "rsidtbl": pass, "pn": pass, "nonshppict": pass, "shprslt": pass, "sp": pass,
	"nonesttables": pass, "nesttableprops": pass, "xe": pass, "tc": pass, "rxe": pass, "txe": pass, "ftnsep": pass, "ftnsepc": pass, "aftnsep": pass, "aftnsepc": pass,
	"themedata": pass, "colorschememapping": pass, "datastore": pass, "latentstyles": pass, "xmlnstbl": pass, "filetbl": pass, "pgptbl": pass, "comment": pass, "keywords": pass,
	"subject": pass, "operator": pass, "creatim": pass, "revtim": pass, "printim": pass, "doccomm": pass, "company": pass, "atnid": pass, "atnref": pass, "atrfstart": pass, "atrfend": pass, "atndate": pass,
	"shppict": func(r *rtfReader) {}, "private": pass, "template": pass, "listpicture": pass, "bkmkcolf": pass, "falt": pass, "panose": pass, "chftn": func(r *rtfReader) {},
}

// pass passes over a group.
func pass(r *rtfReader) { r.state.into = passed }

func (r *rtfReader) leave(sort leftOut) {
	r.left[sort]++
	r.state.into = passed
}

// below puts blocks of a note or a box below the paragraph.
func (r *rtfReader) below(blocks []Block) {
	r.para.below = append(r.para.below, flattened(blocks)...)
}

// value takes a property in which this program says what it made a file of.
func (r *rtfReader) value(words string) {
	switch words = strings.TrimSpace(words); r.property {
	case "Minutebook Meeting":
		r.doc.Origin.Meeting = model.ID(words)
	case "Minutebook Version":
		r.doc.Origin.Version = max(0, number(words, 0))
	}
}

func (r *rtfReader) mark(name string) {
	r.count(1)
	r.para.Bookmarks = append(r.para.Bookmarks, name)
	if len(r.marks) < mostOpen {
		r.marks = append(r.marks, name)
	}
}

func (r *rtfReader) unmark(name string) {
	for i, m := range r.marks {
		if m == name {
			r.marks = append(r.marks[:i:i], r.marks[i+1:]...)
			return
		}
	}
}

// rtfWords are the control words that say how words and paragraphs look.
var rtfWords = map[string]func(r *rtfReader, n int){
	"par":  func(r *rtfReader, _ int) { r.inBody(r.end) },
	"sect": func(r *rtfReader, _ int) { r.inBody(r.end) },
	"cell": func(r *rtfReader, _ int) { r.inBody(r.cell) },
	"row":  func(r *rtfReader, _ int) { r.inBody(r.row) },
	"page": func(r *rtfReader, _ int) { r.inBody(r.pageBreak) },
	"pagebb": func(r *rtfReader, n int) {
		if n != 0 {
			r.inBody(r.pageBreak)
		}
	},
	"pard": func(r *rtfReader, _ int) {
		s := &r.state
		s.style, s.outline, s.level, s.inTable, s.left, s.first = -1, 0, 0, false, 0, 0
	},
	"plain": func(r *rtfReader, _ int) {
		s := &r.state
		s.bold, s.italic, s.hidden, s.change, s.page = false, false, false, "", ""
	},
	"b":            func(r *rtfReader, n int) { r.state.bold = n != 0 },
	"i":            func(r *rtfReader, n int) { r.state.italic = n != 0 },
	"v":            func(r *rtfReader, n int) { r.state.hidden = n != 0 },
	"deleted":      func(r *rtfReader, n int) { r.state.change = map[bool]RevisionKind{true: Deleted}[n != 0] },
	"revised":      func(r *rtfReader, n int) { r.state.change = map[bool]RevisionKind{true: Inserted}[n != 0] },
	"revauth":      func(r *rtfReader, n int) { r.state.by = n },
	"revauthdel":   func(r *rtfReader, n int) { r.state.by = n },
	"s":            func(r *rtfReader, n int) { r.state.style = n },
	"outlinelevel": func(r *rtfReader, n int) { r.state.outline = map[bool]int{true: n + 1}[n >= 0 && n < 9] },
	"ilvl":         func(r *rtfReader, n int) { r.state.level = min(max(0, n), mostLevels-1) },
	"intbl":        func(r *rtfReader, n int) { r.state.inTable = n != 0 },
	"li":           func(r *rtfReader, n int) { r.state.left = min(max(-31680, n), 31680) },
	"fi":           func(r *rtfReader, n int) { r.state.first = min(max(-31680, n), 31680) },
	"uc":           func(r *rtfReader, n int) { r.state.skipped = min(max(0, n), 100) },
	"f":            func(r *rtfReader, n int) { r.font(n) },
	"fcharset":     func(r *rtfReader, n int) { r.charset(n) },
	"ansicpg":      func(r *rtfReader, n int) { r.page = codePage(n) },
	"mac":          func(r *rtfReader, _ int) { r.page = "macintosh" },
	"pc":           func(r *rtfReader, _ int) { r.page = "437" },
	"pca":          func(r *rtfReader, _ int) { r.page = "850" },
	"trowd": func(r *rtfReader, _ int) {
		r.merged, r.next, r.heads = nil, false, false
	},
	"trhdr": func(r *rtfReader, _ int) { r.heads = true },
	"clmrg": func(r *rtfReader, _ int) { r.next = true },
	"cellx": func(r *rtfReader, _ int) {
		if len(r.merged) < mostWordColumns {
			r.merged = append(r.merged, r.next)
		}
		r.next = false
	},
	"paperw":  func(r *rtfReader, n int) { r.doc.Look.Letter = n > 12180 && n < 12300 },
	"deflang": func(r *rtfReader, n int) { r.language(n) },
	"lang":    func(r *rtfReader, n int) { r.language(n) },
}

// inBody does what only words of the text may bring about.
func (r *rtfReader) inBody(do func()) {
	switch r.state.into {
	case inText:
		do()
	case collected:
		r.say("\n")
	case passed, inFonts, inStyles, inAuthors:
	}
}

// font takes the number of a typeface: in the list of them it begins one.
func (r *rtfReader) font(n int) {
	r.state.font = n
	if r.state.into != inFonts {
		r.state.page = r.fonts[n].page
		return
	}
	r.state.words = &strings.Builder{}
	r.state.close = func(name string) {
		if len(r.fonts) < mostDefined {
			r.fonts[n] = rtfFont{strings.Trim(name, "; "), r.fonts[n].page}
		}
	}
}

// charset takes the code page of a typeface of the list.
func (r *rtfReader) charset(n int) {
	if r.state.into == inFonts && len(r.fonts) < mostDefined {
		r.fonts[r.state.font] = rtfFont{page: charsets[n]}
	}
}

// language takes the language of the file.
func (r *rtfReader) language(n int) {
	if tag := languages[n]; tag != "" && (r.state.into == inStyles && r.state.style == 0 || r.doc.Language == "") {
		r.doc.Language = tag
	}
}

// charsets are the code pages of typefaces, by the numbers that Windows has for
// them; those of 0 and 1 have the file's.
var charsets = map[int]string{77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254", 163: "windows-1258", 177: "windows-1255", 178: "windows-1256",
	186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250", 254: "437", 255: "850"}

// languages are the tags of languages, by the numbers that Windows has for them.
var languages = map[int]string{1033: "en-US", 2057: "en-GB", 3081: "en-AU", 4105: "en-CA", 5129: "en-NZ", 6153: "en-IE", 7177: "en-ZA", 1036: "fr-FR", 3084: "fr-CA", 1031: "de-DE", 1034: "es-ES", 1040: "it-IT", 1106: "cy-GB", 1084: "gd-GB", 2108: "ga-IE"}

// codePage is the name of a code page by its number.
func codePage(n int) string {
	switch n {
	case 437:
		return "437"
	case 850:
		return "850"
	case 932:
		return "shift_jis"
	case 936:
		return "gbk"
	case 949:
		return "euc-kr"
	case 950:
		return "big5"
	case 10000:
		return "macintosh"
	case 65001:
		return "utf-8"
	case 874, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258:
		return "windows-" + strconv.Itoa(n)
	}
	return "windows-1252"
}

// decoded is bytes of a code page as text.
func decoded(data []byte, page string) string {
	plain := true
	for _, c := range data {
		plain = plain && c < 0x80
	}
	if plain {
		return string(data)
	}
	var e encoding.Encoding
	switch page {
	case "437":
		e = charmap.CodePage437
	case "850":
		e = charmap.CodePage850
	default:
		var err error
		if e, err = htmlindex.Get(page); err != nil {
			e = charmap.Windows1252
		}
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "�")
	}
	return string(text)
}
