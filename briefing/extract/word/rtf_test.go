package word_test

import (
	"context"
	"errors"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/extract/extracttest"
)

const rtfTestHead = `{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}{\f1\fcharset204 Times Cyr;}}
{\stylesheet{\s0 Normal;}{\s3 _ H_1;}{\s4 _ Title_H_CH;}}{\info{\title not of the note}}`

func TestRTFNote(t *testing.T) {
	data := rtfTestHead + `{\headerf\pard HB/2031/4\par 3 March 2031\par}{\header running head\par}
\pard\s4 Harbour fees\par
\pard\s3 Background\par
\pard {\listtext\pard\tab 1.\tab}The {\b fees} are old.{\super\chftn}{\footnote\pard {\super\chftn} Since {\i 1931}.} They cost 10\u8364?.\par
{\listtext (a)\tab}They are l\'f6w;\par
{\listtext\'b7\tab}a bullet\par
\trowd\cellx1\cellx2\pard\intbl Year\par of\cell Fee\cell\row\trowd\pard\intbl 2030\cell 10\cell\row
\pard {\listtext 2.\tab}The Council is invited to raise them, {\v secretly }{\field{\*\fldinst HYPERLINK "https://x.example/"}{\fldrslt openly}}.\par
{\f1\'c1\'e0} end.\par}`
	r, asks := extracttest.Recognize(t, extract.New(), "note.rtf", []byte(data))
	extracttest.Sound(t, r, asks)
	want := `symbol "HB/2031/4" title "Harbour fees"
body "" session "" date 2031-03-03 meeting  in en from 
masthead: HB/2031/4
masthead: 3 March 2031
masthead: Harbour fees
heading+++: Background
paragraph 1 ← heading+++: The [b|fees] are old.[¹b6|1] They cost 10€.
footnote 1: Since [i|1931].
subparagraph a ← paragraph 1: They are löw;
bullet ← subparagraph a: a bullet
table ← paragraph 1: Year of Fee 2030 10
paragraph 2 ← heading+++: The Council is invited to raise them, [→https://x.example/|openly].
continuation ← paragraph 2: Ба end.
ask 2 invite strong "Council is invited to"
`
	if got := extracttest.Outline(r, asks); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if r.Left["hidden_text"] != 1 {
		t.Errorf("left out: %v", r.Left)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfTestHead + `\pard{\listtext 1.\tab}a{\footnote b\par}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt c}}\par\intbl d\cell\row\u-10179?\u-8704?\bin3 }}}`))
	f.Add([]byte(`{\rtf1{{{{\'`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			return
		}
		r, err := extract.New().Extract(context.Background(), briefing.Original{Name: "x.rtf", Data: data}, nil)
		if _, known := errors.AsType[*briefing.Problem](err); known {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}
