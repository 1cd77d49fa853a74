package assets

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
)

// The sample keeps the traps that its README promises.
func TestSampleHasItsTraps(t *testing.T) {
	_, data := Sample()
	for trap, pattern := range map[string]string{
		"paragraph over a page break":  `survey of\n\ntowers`,
		"bullet over a page break":     `as long as it is\n\ncharted`,
		"wrapped line with a year":     `season of\n2030\. `,
		"number right after a bullet":  `when it fails\.\n13\. `,
		"bullet with a leading blank":  `\n - \*\*Spare Parts`,
		"footnote's address":           `¹ <http://[^>]*%5F[^>]*>`,
		"slot that looks like a label": `\n10\.00 - 11\.00\n`,
	} {
		if !regexp.MustCompile(pattern).Match(data) {
			t.Errorf("the sample lacks its trap: %s", trap)
		}
	}
}

// readSample recognizes the sample and its asks as an import does.
func readSample(t *testing.T) (*briefing.Recognized, []briefing.Ask) {
	t.Helper()
	name, data := Sample()
	r, err := extract.New().Extract(t.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers())
}

func TestSampleIsRecognized(t *testing.T) {
	r, _ := readSample(t)
	for what, c := range map[string]struct{ got, want any }{
		"symbol":         {r.Note.Symbol, "LC/2031/7"},
		"body":           {r.Note.Body, "Informal Meeting of the IOCL Assembly Bureau"},
		"date":           {r.Note.Date, briefing.Date("2031-05-14")},
		"date it serves": {r.Note.MeetingDate, briefing.Date("2031-05-21")},
		"original":       {r.Note.OriginalLanguage, "en"},
		"paragraphs":     {r.Note.Paragraphs, 14},
		"annexes":        {len(r.Note.Annexes), 1},
		"references":     {len(r.Note.References), 1},
		"meetings":       {len(r.Meetings), 2},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", what, c.got, c.want)
		}
	}
	count := map[briefing.Kind]int{}
	for _, b := range r.Blocks {
		count[b.Kind]++
		if len(b.Doubts) > 0 {
			t.Errorf("%s %s: doubts %v", b.Kind, b.Label, b.Doubts)
		}
	}
	for kind, want := range map[briefing.Kind]int{
		briefing.KindHeading: 4, briefing.KindParagraph: 14, briefing.KindBullet: 6, briefing.KindFootnote: 1,
		briefing.KindAgendaDay: 1, briefing.KindAgendaSlot: 2, briefing.KindAgendaItem: 6, briefing.KindText: 0,
	} {
		if count[kind] != want {
			t.Errorf("%s: got %d, want %d", kind, count[kind], want)
		}
	}
}

func TestSampleAsks(t *testing.T) {
	_, asks := readSample(t)
	var got []string
	for _, a := range asks {
		got = append(got, strings.Join([]string{a.Code, string(a.Class), a.Strength}, " "))
		if a.Code == "1" && !slices.Equal(a.SummaryOf, []string{"11", "12"}) {
			t.Errorf("1 announces %v, want 11 and 12", a.SummaryOf)
		}
		if a.Code == "12" && (a.Choose != 2 || len(a.Options) != 3 || !a.OwnOption) {
			t.Errorf("12: choose %d of %d, own option %v", a.Choose, len(a.Options), a.OwnOption)
		}
	}
	want := []string{
		"1 views strong", "4 soft soft", "8 soft soft", "10 propose strong", "11 propose strong",
		"12 choose strong", "13 soft soft",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
