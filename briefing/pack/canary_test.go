package pack_test

import (
	"strings"
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/pack"
)

// packID is an id of one digit, for dossiers made by hand.
func packID(n byte) briefing.ID { return briefing.ID{15: n} }

// canary is a text that stands nowhere else.
func canary(name string) string { return "canary " + strings.ReplaceAll(name, "_", " ") + " zq" }

// onAsk is what the canaries are about.
var onAsk = briefing.Subject{Kind: briefing.OnAsk, Block: "b2", Ask: "2"}

// canaryDossier has a position with every field filled, and everything around
// it that a paper could leak.
func canaryDossier(state briefing.PositionState) *briefing.Dossier {
	pos := &briefing.Position{
		ID: packID(10), Subject: onAsk, State: state, Stance: briefing.StanceRedLine,
		Priority: briefing.PriorityMust, Intervene: briefing.InterveneYes, Author: canary("position author"),
		Due: "2031-02-03", Tags: []string{canary("tag")},
		Ranking: []briefing.Rank{{Option: "1", Place: 1}},
	}
	for _, f := range briefing.Fields {
		pos.SetText(f, canary(f.String()))
	}
	if state.Cleared() {
		pos.Clearance = &briefing.Clearance{Name: canary("clearer"), Date: "2031-01-02", Reference: canary("reference")}
	}
	seen := func(n byte, source briefing.SourceKind) *briefing.Observation {
		return &briefing.Observation{
			ID: packID(20 + n), Subject: onAsk, Delegation: packID(30 + n), Stance: briefing.StanceRedLine, Source: source,
			Date: "2031-01-01", Text: canary(string(source) + " words"), SourceText: canary(string(source) + " source"),
			Confidence: "high", Author: canary("observation author"),
		}
	}
	remark := func(n byte, author string, private bool) *briefing.Annotation {
		return &briefing.Annotation{
			ID: packID(40 + n), Anchor: briefing.Anchor{Block: "b2"}, Kind: briefing.KindRemark, Author: author, Private: private,
			Text: canary("remark of " + author),
		}
	}
	return &briefing.Dossier{
		Note: &briefing.Note{ID: packID(1), Symbol: "XY/2031/1", Title: "A fictional note", Language: "en"},
		Text: &briefing.Text{Blocks: []briefing.Block{
			{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "Introduction."},
			{ID: "b2", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "2", Text: "Members are asked to choose one of two roads."},
			{ID: "o1", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: "b2", Text: "The high road."},
			{ID: "o2", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: "b2", Text: "The low road."},
		}},
		Meetings: []*briefing.Meeting{{
			ID: packID(2), Title: "A fictional meeting", Documents: []briefing.Document{{Title: canary("document"), Status: briefing.DocumentExpected}},
			Agenda: &briefing.Agenda{Items: []briefing.AgendaItem{{Label: "1", Title: "Opening", Lead: canary("lead")}}},
		}},
		Asks: []*briefing.Ask{{
			ID: packID(3), Code: "2", Block: "b2", Class: briefing.AskChoose, Strength: briefing.Strong, Choose: 1, OwnOption: true,
			Options: []briefing.Option{{Code: "1", Block: "o1", Title: "High road"}, {Code: "2", Block: "o2", Title: "Low road"}},
		}},
		Positions: []*briefing.Position{pos},
		Observations: []*briefing.Observation{
			seen(1, briefing.SourceStated), seen(2, briefing.SourcePublished), seen(3, briefing.SourceTold), seen(4, briefing.SourceHearsay),
		},
		Annotations: []*briefing.Annotation{remark(1, "me", true), remark(2, "somebody else", true), remark(3, "anybody", false)},
		Settings:    briefing.Settings{Author: "me", Delegation: "Delegation of Meridia"},
	}
}

// buildPack builds a paper in English.
func buildPack(t *testing.T, d *briefing.Dossier, v briefing.Variant, g briefing.Gate) (*briefing.Paper, error) {
	t.Helper()
	return pack.Builder{}.Pack(d, &briefing.Pack{
		Number: 7, Since: 6, Audience: g.Audience, Variant: v, Language: "en", Author: canary("pack author"),
		Made: time.Date(2031, 1, 31, 12, 0, 0, 0, time.UTC),
	}, g, assets.Words("en"))
}

// fullPack is the full variant, which always can be built.
func fullPack(t *testing.T, d *briefing.Dossier, g briefing.Gate) *briefing.Paper {
	t.Helper()
	paper, err := buildPack(t, d, briefing.VariantFull, g)
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

// paperText is every word of a paper, wherever it stands, a block a line.
func paperText(p *briefing.Paper) string {
	var out strings.Builder
	f := p.Furniture
	for _, s := range []string{p.Title, p.Subject, p.Author, p.Mark, p.Reference, p.Copy, p.Demo, f.Page, f.Of, f.Contents, f.Copy, f.Refresh} {
		out.WriteString(s + "\n")
	}
	runs := func(list []briefing.PaperRun) {
		for _, r := range list {
			out.WriteString(r.Text + r.Note + r.Link)
		}
		out.WriteString("\n")
	}
	for _, list := range [][]briefing.PaperBlock{p.Cover, p.Blocks} {
		for _, b := range list {
			out.WriteString(b.Title + " ")
			runs(b.Runs)
			if b.Table == nil {
				continue
			}
			for _, row := range b.Table.Rows {
				for _, c := range row {
					runs(c.Runs)
				}
			}
		}
	}
	return out.String()
}

// headings are a paper's headings in order.
func headings(p *briefing.Paper) []string {
	var out []string
	for _, b := range p.Blocks {
		switch {
		case b.Kind == briefing.PaperHeading:
			out = append(out, b.Runs[0].Text)
		case b.Title != "" && b.Kind != briefing.PaperText && b.Kind != briefing.PaperBullet:
			out = append(out, b.Title)
		}
	}
	return out
}

// chosenPack is the head's full pack of some items.
func chosenPack(t *testing.T, d *briefing.Dossier, items []briefing.Subject) *briefing.Paper {
	t.Helper()
	return orderedPack(t, d, &briefing.Pack{Audience: briefing.ForHead, Variant: briefing.VariantFull, Language: "en", Items: items})
}

// pacedPack is the head's speaking notes at a pace.
func pacedPack(t *testing.T, d *briefing.Dossier, pace int) *briefing.Paper {
	t.Helper()
	return orderedPack(t, d, &briefing.Pack{Audience: briefing.ForHead, Variant: briefing.VariantSpeaking, Language: "en", Pace: pace})
}

func orderedPack(t *testing.T, d *briefing.Dossier, p *briefing.Pack) *briefing.Paper {
	t.Helper()
	paper, err := pack.Builder{}.Pack(d, p, forHead, assets.Words("en"))
	if err != nil {
		t.Fatal(err)
	}
	return paper
}
