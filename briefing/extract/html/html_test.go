package html_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/extract/extracttest"
)

func TestHTMLNote(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>not of the note</title><style>p { color: red }</style></head><body>
<table><tr><td>HB/2031/4</td><td>3 March 2031</td></tr></table>
<h1>Harbour&nbsp;fees</h1>
<h2>Background</h2>
<ol><li><p>The fees are <b>old</b> and
 <i>low</i>.<sup>1</sup></p><ol type="a"><li>They are low;</li></ol></li>
<li>Boats are:<ul><li>wooden<ul><li>rotten</li></ul></li></ul></li></ol>
<table><tr><th>Year</th><th>Fee</th></tr><tr><td>2030</td><td>10</td></tr></table>
<table><tr><td>3.</td><td>The Council is invited to raise them, as <a href="https://x.example/">paragraph</a> 1 says, and to do so before the boats that carry the mail go out in spring.</td></tr></table>
<blockquote>Old words.</blockquote>
<script>alert("1. not of the note")</script>
</body></html>`
	r, asks := extracttest.Recognize(t, extract.New(), "note.html", []byte(page))
	extracttest.Sound(t, r, asks)
	want := `symbol "HB/2031/4" title "Harbour fees"
body "" session "" date 2031-03-03 meeting  in en from 
masthead: HB/2031/4
masthead: 3 March 2031
masthead: Harbour` + "\u00a0" + `fees
heading++: Background
paragraph 1 ← heading++: The fees are [b|old] and [i|low].[|1]
subparagraph a ← paragraph 1: They are low;
paragraph 2 ← heading++: Boats are:
bullet ← paragraph 2: wooden
bullet ← bullet: rotten
table ← paragraph 2: Year Fee 2030 10
paragraph 3 ← heading++: The Council is invited to raise them, as [→https://x.example/|paragraph]→b5| 1] says, and to do so before the boats that carry the mail go out in spring.
quotation ← paragraph 3: Old words.
ask 3 invite strong "Council is invited to"
`
	want = strings.Replace(want, "]→b5| 1]", "][→b5| 1]", 1)
	if got := extracttest.Outline(r, asks); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestHTMLOfSpans reads a page whose blocks are spans that only its style
// sheet sets apart.
func TestHTMLOfSpans(t *testing.T) {
	page := `<html><body><h1>Lamps</h1><span class="akn-body"><span class="akn-p">THE ASSEMBLY,</span><span class="akn-p">RECALLING the lamps,</span>` +
		`<span class="akn-paragraph"><span class="akn-num">1</span><span class="akn-content"><span class="akn-p">URGES keepers to light them;</span></span></span>` +
		`<span class="akn-paragraph"><span class="akn-num">2</span><span class="akn-content"><span class="akn-p">REQUESTS oil.</span></span></span></span></body></html>`
	r, asks := extracttest.Recognize(t, extract.New(), "note.html", []byte(page))
	var got []string
	for _, b := range r.Blocks {
		got = append(got, extracttest.Name(&b)+": "+b.Text)
	}
	want := "masthead: Lamps¶text: THE ASSEMBLY,¶preamble: RECALLING the lamps,¶paragraph 1: URGES keepers to light them;¶paragraph 2: REQUESTS oil."
	if strings.Join(got, "¶") != want || len(asks) != 2 {
		t.Errorf("got %q with %d asks", got, len(asks))
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<html><table><tr><td>1.<td>a<tr><th><ul><li><ol start=9><li>b</table><sup>1</sup><p><a href=http://x>c"))
	f.Add([]byte("<html>" + strings.Repeat("<div>", 600) + "deep"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			return
		}
		r, err := extract.New().Extract(context.Background(), briefing.Original{Name: "x.html", Data: data}, nil)
		if _, known := errors.AsType[*briefing.Problem](err); known {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}

// TestDeepHTML guards against pages that nest deeper than any tree is built:
// their words are read all the same.
func TestDeepHTML(t *testing.T) {
	deep := "<html><head><title>no text</title></head><body>" + strings.Repeat("<div>", 2000) +
		"<p>1. The boats are <b>old</b>.</p><script>no text</script><p>2. The nets&nbsp;too.</p>" + strings.Repeat("</div>", 2000)
	r, _ := extracttest.Recognize(t, extract.New(), "note.html", []byte(deep))
	var got []string
	for _, b := range r.Blocks {
		got = append(got, string(b.Kind)+" "+b.Label+" "+b.Text)
	}
	if want := []string{"paragraph 1 The boats are old.", "paragraph 2 The nets\u00a0too."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
