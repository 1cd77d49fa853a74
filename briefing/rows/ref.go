package rows

import (
	"encoding/hex"
	"strconv"
	"strings"

	"placard/briefing"
)

// rowRef names a subject of the note: the symbol, then P and the paragraph's
// label (a bullet's place behind a full stop), A for an ask, O and the
// option's code, I for an agenda item, X and a number for an annex, B and the
// block's id where nothing is printed. It has no check character yet.
func rowRef(d *briefing.Dossier, s briefing.Subject) string {
	return refAt(d, s, d.Text.Block(s.Block))
}

// refAt is rowRef where the subject's block is at hand.
func refAt(d *briefing.Dossier, s briefing.Subject, b *briefing.Block) string {
	if a := d.Ask(s.Ask); a != nil && s.Kind == briefing.OnOption {
		b = d.Text.Block(a.Block) // an option goes by the paragraph that asks
	}
	ref := noteRef(d) + "-" + blockRef(d, b, s.Block)
	switch s.Kind {
	case briefing.OnAsk:
		return ref + askRef(d, s)
	case briefing.OnOption:
		if s.Option == briefing.OwnOption {
			return ref + "-OWN"
		}
		return ref + "-O" + s.Option
	case briefing.OnParagraph, briefing.OnItem:
		return ref
	}
	return ref
}

// noteRef is the note's symbol; a note without one goes by the end of its id,
// which is random.
func noteRef(d *briefing.Dossier) string {
	if d.Note.Symbol != "" {
		return strings.Join(strings.Fields(d.Note.Symbol), " ")
	}
	return "N" + strings.ToUpper(hex.EncodeToString(d.Note.ID[13:]))
}

// blockRef names the block; where nothing is printed, by its id.
func blockRef(d *briefing.Dossier, b *briefing.Block, id string) string {
	if b == nil {
		return "B" + id
	}
	l := d.Text.LabelOf(b)
	switch {
	case l.Label == "":
		return "B" + b.ID
	case l.Part == briefing.PartItem:
		return "I" + l.Label
	}
	ref := "P" + strings.ReplaceAll(l.Label, "-", ".")
	if n, ok := strings.CutPrefix(l.Part, "annex"); ok {
		ref = "X" + n + ref
	}
	if l.Nth > 0 {
		ref += "." + strconv.Itoa(l.Nth)
	}
	return ref
}

// askRef tells the asks of one paragraph apart where it has several.
func askRef(d *briefing.Dossier, s briefing.Subject) string {
	if len(d.AsksIn(s.Block)) < 2 {
		return "-A"
	}
	return "-A" + strings.ReplaceAll(s.Ask, "-", ".")
}
