package briefing

import (
	"regexp"
)

// draftTitle opens a text that a body is to adopt.
var draftTitle = regexp.MustCompile(`(?i)\b(?:draft|proposed) (?:decision|resolution|recommendation)|\bprojets? de (?:décision|résolution|recommandation)|\bproyectos? de (?:decisión|resolución|recomendación)|проект (?:решения|резолюции)|مشروع (?:قرار|مقرر)|决议草案|决定草案`)

// draftTexts are the blocks that belong to a draft decision or resolution:
// everything under a heading or title that says so, and everything behind a
// preamble. Formal verbs ask there and only there.
func draftTexts(blocks []Block) map[string]bool {
	out := map[string]bool{}
	adopted := adoptedParts(blocks)
	part, wholePart, depth, behind := "", false, 0, false
	for i := range blocks {
		b := &blocks[i]
		if b.Part != part {
			part, wholePart, depth, behind = b.Part, false, 0, false
		}
		switch {
		case (b.Kind == KindMasthead || b.Kind == KindAnnex) && draftTitle.MatchString(b.Text):
			wholePart = true
		case b.Kind == KindHeading && depth > 0 && b.Level <= depth:
			depth = 0
		case b.Kind == KindPreamble:
			behind = !adopted[b.Part]
		}
		if b.Kind == KindHeading && depth == 0 && draftTitle.MatchString(b.Text) {
			depth = max(b.Level, 1)
		}
		if wholePart || depth > 0 || behind {
			out[b.ID] = true
		}
	}
	return out
}

// adoptedTitle is what the title lines of a resolution print once it is
// adopted, if only by its symbol (A/RES/…, WHA66.8, EB152.R1, A.1006(25)): nothing is left to be decided there, and only what it wants of
// others asks.
var adoptedTitle = regexp.MustCompile(`(?i)\badopt(?:ed|ée?) (?:by|par|at|on|le)\b|\baprobad[ao] (?:por|en|el)\b|принята|اتخذ|通过|/RES[/.]|\bWHA\d{1,3}\.\d|\bEB\d{1,3}\.R\d|\bA\.\d{2,4}\(\d{1,3}\)`)

func adoptedParts(blocks []Block) map[string]bool {
	out := map[string]bool{}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == KindMasthead && adoptedTitle.MatchString(b.Text) {
			out[b.Part] = true
		}
	}
	return out
}

// readHeadings suggests an ask under a heading that announces one ("Action
// requested"), where nothing under it asks in words of its own.
func (f *askFinder) readHeadings() {
	for i := range f.blocks {
		h := &f.blocks[i]
		if h.Kind != KindHeading {
			continue
		}
		r, ok := f.headingReason(h)
		if !ok {
			continue
		}
		if first, taken := f.under(i); first != nil && !taken {
			f.suggest(first, r)
		}
	}
}

// documentNamed is the symbol of a document in a heading: the heading names
// the paper that is dealt with and asks for nothing.
var documentNamed = regexp.MustCompile(`\p{Lu}/[\p{Lu}\d]`)

func (f *askFinder) headingReason(h *Block) (Reason, bool) {
	if documentNamed.MatchString(h.Text) {
		return Reason{}, false
	}
	u := unify(h.Text)
	e := u.edges()
	for i := range f.triggers {
		t := &f.triggers[i]
		if t.Class != AskHeading {
			continue
		}
		if all := t.matches(e); len(all) > 0 {
			r := t.reason(h, u, all[0])
			r.Start, r.End = 0, 0 // the words stand in the heading
			return r, true
		}
	}
	return Reason{}, false
}

// under is the first paragraph or text under heading i, and whether anything
// there asks already.
func (f *askFinder) under(i int) (first *Block, taken bool) {
	for k := i + 1; k < len(f.blocks) && f.blocks[k].Part == f.blocks[i].Part; k++ {
		b := &f.blocks[k]
		if b.Kind == KindHeading && b.Level <= f.blocks[i].Level {
			break
		}
		if first == nil && (b.Kind == KindParagraph || b.Kind == KindText) {
			first = b
		}
		if at, ok := f.byBlock[b.ID]; ok && f.asks[at].asksStrongly() {
			taken = true
		}
	}
	return first, taken
}

func (a *Ask) asksStrongly() bool {
	for _, r := range a.Also {
		if r.Class != AskSoft && r.Class != AskDeadline {
			return true
		}
	}
	return false
}
