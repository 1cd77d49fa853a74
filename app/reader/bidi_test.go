package reader

import (
	"strings"
	"testing"
)

func TestRightToLeftPiecesAreInVisualOrder(t *testing.T) {
	text := "المجلس (القرار 5)، LHU/7"
	r, _ := opened(t, 600, 200, Row{ID: "b1", Text: text, RTL: true})
	var got []string
	for _, p := range r.blockAt(0).text.lines[0].pieces {
		got = append(got, strings.Trim(p.shown, rtlFence+" "))
	}
	want := "LHU/7|،|(|5|القرار|)|المجلس"
	if s := strings.Join(got, "|"); strings.ReplaceAll(strings.ReplaceAll(s, "||", "|"), "||", "|") != want {
		t.Errorf("from left to right %q, want %q", s, want)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("The Council takes note.", true, 200)
	f.Add("يحيط (القرار 5) المجلس A/7 %", true, 90)
	f.Add("大会\xff\n\n注意到\t", false, 40)
	f.Add("", true, 0)
	newApp(f)
	looks := span{face: face{size: 14}}
	set := setter{ruler: newRuler()}
	f.Fuzz(func(t *testing.T, text string, rtl bool, width int) {
		p := set.set(text, spans(text, nil, looks), float32(20+max(width, 0)%900), rtl)
		end := 0
		for i := range p.lines {
			l := &p.lines[i]
			if l.start < end || l.end < l.start || l.end > len(text) {
				t.Fatalf("line %d is %d to %d of %d after %d", i, l.start, l.end, len(text), end)
			}
			if strings.TrimSpace(text[end:l.start]) != "" {
				t.Fatalf("lost %q before line %d", text[end:l.start], i)
			}
			covered := 0
			for k := range l.pieces {
				covered += l.pieces[k].end - l.pieces[k].start
			}
			if covered != l.end-l.start {
				t.Fatalf("line %d shows %d bytes of %d", i, covered, l.end-l.start)
			}
			end = l.end
		}
		for x := float32(0); x < 200; x += 37 {
			if n := p.hit(x, x/2); n < 0 || n > len(text) {
				t.Fatalf("hit gives byte %d of %d", n, len(text))
			}
		}
	})
}
