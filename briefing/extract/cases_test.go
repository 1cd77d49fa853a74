package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing"
)

// caseParts parts a case file: the trap it guards, the document, and what is
// to be recognised.
const caseParts = "\n=====\n"

// TestCases reads the fictional documents of testdata/cases. Each file names
// the trap it guards in its first lines.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(data), caseParts)
			if len(parts) != 3 {
				t.Fatalf("%d parts, want 3", len(parts))
			}
			r, asks := recognizeNote(t, filepath.Base(path), []byte(parts[1]))
			got := outline(r, asks)
			if *update {
				parts[2] = got
				if err := os.WriteFile(path, []byte(strings.Join(parts, caseParts)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != parts[2] {
				t.Errorf("guards: %s\n got:\n%s\n want:\n%s", parts[0], got, parts[2])
			}
			lettersKept(t, parts[1], r)
			sound(t, r, asks)
		})
	}
}

// outline writes blocks as "kind label ← owner: text", then the asks.
func outline(r *briefing.Recognized, asks []briefing.Ask) string {
	var b strings.Builder
	n := r.Note
	fmt.Fprintf(&b, "symbol %q title %q\n", n.Symbol, n.Title)
	fmt.Fprintf(&b, "body %q session %q date %s meeting %s in %s from %s\n", n.Body, n.Session, n.Date, n.MeetingDate, n.Language, n.OriginalLanguage)
	text := briefing.Text{Blocks: r.Blocks}
	for _, block := range r.Blocks {
		b.WriteString(name(&block))
		if block.Part != briefing.PartBody {
			b.WriteString(" in " + block.Part)
		}
		if parent := text.Block(block.Parent); parent != nil {
			b.WriteString(" ← " + name(parent))
		}
		b.WriteString(": " + marked(block))
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

func name(b *briefing.Block) string {
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

// marked writes runs into the text: [b|bold], [→b3|a link], [¹b7|a note's mark].
func marked(b briefing.Block) string {
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
