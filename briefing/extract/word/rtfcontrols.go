package word

import (
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/htmlindex"

	"placard/briefing"
)

// control follows a control word.
func (d *rtf) control(t rtfToken) {
	if sign, ok := rtfSigns[t.word]; ok {
		d.say(sign)
		return
	}
	switch t.word {
	case "*":
		d.state.destination = "unknown"
	case "u":
		d.unicode(rune(uint16(t.value)))
	case "uc":
		d.state.skipSigns = max(t.value, 0)
	case "ansicpg":
		if enc := codePage(t.value); enc != nil {
			d.enc = enc
		}
	case "par", "sect":
		d.paragraph()
	case "page", "softpage":
		d.page++
	case "chftn":
		d.noteMark()
	default:
		if !d.destination(t) && !d.properties(t) {
			d.table(t)
		}
	}
}

// destination enters what a group is for.
func (d *rtf) destination(t rtfToken) bool {
	switch t.word {
	case "listtext", "pntext":
		d.state.destination = "listtext"
	case "fldinst", "fonttbl", "stylesheet":
		d.state.destination = t.word
	case "footnote":
		d.beginNote()
	case "headerf":
		if d.heads == nil && len(d.m.Passages) == 0 && d.open.Text == "" {
			d.state.destination = "headerf"
			return true
		}
		d.state.destination = "skip"
	case "shptxt", "fldrslt":
		d.state.destination = d.around()
	case "info", "pict", "object", "header", "headerl", "headerr", "footer", "footerl", "footerr", "footerf", "colortbl", "listtable",
		"listoverridetable", "rsidtbl", "generator", "xmlnstbl", "themedata", "datastore", "nonshppict", "revtbl", "filetbl", "ftnsep",
		"ftnsepc", "aftnsep", "bkmkstart", "bkmkend", "atnid", "atnauthor", "annotation", "xe", "tc", "mmathPr", "latentstyles":
		d.state.destination = "skip"
	default:
		return false
	}
	return true
}

// around is the destination of the group that holds this one, past the marks
// of what may be ignored.
func (d *rtf) around() string {
	for _, outer := range slices.Backward(d.stack) {
		if at := outer.destination; at != "unknown" && at != "fldinst" {
			return at
		}
	}
	return ""
}

// properties follows what changes the look of text or the kind of paragraph.
func (d *rtf) properties(t rtfToken) bool {
	on := !t.set || t.value != 0
	set := func(style briefing.Style) {
		d.state.look.style &^= style
		if on {
			d.state.look.style |= style
		}
	}
	switch t.word {
	case "b":
		set(briefing.Bold)
	case "i":
		set(briefing.Italic)
	case "ul":
		set(briefing.Underline)
	case "ulnone":
		d.state.look.style &^= briefing.Underline
	case "strike":
		set(briefing.Strike)
	case "super":
		set(briefing.Superscript)
	case "nosupersub":
		d.state.look.style &^= briefing.Superscript
	case "up":
		on = t.value > 0
		set(briefing.Superscript)
	case "v":
		d.state.look.hidden = on
	case "deleted":
		d.state.deleted = on
	case "revised":
		d.state.inserted = on
	case "plain":
		d.state.look, d.state.deleted, d.state.inserted = docxLook{}, false, false
	case "pard":
		d.state.style, d.state.outline, d.state.table = 0, 0, false
	case "s":
		d.state.style, d.styleNo = t.value, t.value
	case "outlinelevel":
		d.state.outline = t.value + 1
	case "f":
		d.fontNo = t.value
		d.state.enc = d.fonts[t.value]
	case "fcharset":
		if enc, err := htmlindex.Get(rtfCharsets[t.value]); err == nil && t.value != 0 {
			d.fonts[d.fontNo] = enc
		}
	default:
		return false
	}
	return true
}

func (d *rtf) unicode(r rune) {
	d.skip = d.state.skipSigns
	if utf16.IsSurrogate(r) && d.high == 0 {
		d.high = r
		return
	}
	r, d.high = surrogates(d.high, r), 0
	if !utf16.IsSurrogate(r) {
		d.say(string(r))
	}
}
