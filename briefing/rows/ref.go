package rows

import (
	"encoding/hex"
	"strconv"
	"strings"

	"placard/briefing"
)

// A row of a workbook is named by a reference that people can read out over
// the telephone: IC/2005/13-P12-O2 is the second option of paragraph 12 of
// IC/2005/13. On paper and in cells it carries a check character behind a
// last hyphen, by ISO 7064 MOD 37-2, so that a slip of the finger is not
// another row.
//
// The system takes the letters A–Z and digits 0–9 of the reference in order,
// as values 10–35 and 0–9. Each is weighted by a power of two that grows to
// the left, and the check character (0–9, A–Z or *, worth 36) makes the sum
// leave 1 when divided by 37. As 37 is prime and the powers of two run
// through all its residues, every single wrong character is caught, and every
// two characters changed over, up to 36 apart. Case, spaces, hyphens, dashes
// and slashes don't count: word processors change them.

// checkDigits are the characters of the check in the order of their values.
const checkDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"

// checkValue of a character; ok is false for those that don't count.
func checkValue(r rune) (n int, ok bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= 'A' && r <= 'Z':
		return int(r-'A') + 10, true
	case r >= 'a' && r <= 'z':
		return int(r-'a') + 10, true
	}
	return 0, false
}

// CheckedRef is the reference as it is printed: with its check character.
func CheckedRef(ref string) string {
	return ref + "-" + string(checkOf(ref))
}

func checkOf(ref string) byte {
	sum := 0
	for _, r := range ref {
		if n, ok := checkValue(r); ok {
			sum = (sum + n) * 2 % 37
		}
	}
	return checkDigits[(38-sum)%37]
}

// ParseRef takes the check character off a printed reference; ok is false
// where it does not fit, so that the row must be asked about.
func ParseRef(printed string) (ref string, ok bool) {
	printed = strings.TrimSpace(printed)
	cut := strings.LastIndexByte(printed, '-')
	if cut <= 0 || cut != len(printed)-2 {
		return "", false
	}
	ref = printed[:cut]
	return ref, checkOf(ref) == strings.ToUpper(printed)[cut+1]
}

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
