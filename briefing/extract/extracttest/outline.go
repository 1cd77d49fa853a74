package extracttest

import (
	"fmt"
	"strings"

	"placard/briefing"
)

// Outline writes blocks as "kind label ← owner: text", then the asks.
func Outline(r *briefing.Recognized, asks []briefing.Ask) string {
	var b strings.Builder
	n := r.Note
	fmt.Fprintf(&b, "symbol %q title %q\n", n.Symbol, n.Title)
	fmt.Fprintf(&b, "body %q session %q date %s meeting %s in %s from %s\n", n.Body, n.Session, n.Date, n.MeetingDate, n.Language, n.OriginalLanguage)
	text := briefing.Text{Blocks: r.Blocks}
	for _, block := range r.Blocks {
		b.WriteString(Name(&block))
		if block.Part != briefing.PartBody {
			b.WriteString(" in " + block.Part)
		}
		if parent := text.Block(block.Parent); parent != nil {
			b.WriteString(" ← " + Name(parent))
		}
		b.WriteString(": " + Marked(block))
		for _, d := range block.Doubts {
			b.WriteString(" ?" + d)
		}
		b.WriteByte('\n')
	}
	for _, a := range asks {
		fmt.Fprintf(&b, "ask %s %s %s %q", a.Code, a.Class, a.Strength, a.Reason.Words)
		if len(a.Options) > 0 {
			fmt.Fprintf(&b, " choose %d of %d own %t", a.Choose, len(a.Options), a.OwnOption)
		}
		if a.Due != "" {
			fmt.Fprintf(&b, " due %s", a.Due)
		}
		if a.SummaryOf != nil {
			fmt.Fprintf(&b, " announces %v", a.SummaryOf)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Name is the kind of a block with its depth, its series and its label.
func Name(b *briefing.Block) string {
	s := string(b.Kind)
	if b.Kind == briefing.KindHeading {
		s += strings.Repeat("+", b.Level)
	}
	if b.Series != "" {
		s += " " + b.Series
	}
	if b.Label != "" {
		s += " " + b.Label
	}
	return s
}

// Marked writes runs into the text: [b|bold], [→b3|a link], [¹b7|a note's mark].
func Marked(b briefing.Block) string {
	var out strings.Builder
	at := 0
	for _, run := range b.Runs {
		look := ""
		if run.Has(briefing.Bold) {
			look += "b"
		}
		if run.Has(briefing.Italic) {
			look += "i"
		}
		if run.Link != "" {
			look += "→" + strings.TrimPrefix(run.Link, "#")
		}
		if run.NoteRef != "" {
			look += "¹" + run.NoteRef
		}
		out.WriteString(b.Text[at:run.Start] + "[" + look + "|" + b.Text[run.Start:run.End] + "]")
		at = run.End
	}
	return out.String() + b.Text[at:]
}
