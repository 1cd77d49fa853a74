package briefing_test

import (
	"testing"

	"placard/briefing"
)

func TestPrintedDates(t *testing.T) {
	tests := []struct {
		text     string
		from, to briefing.Date // both empty: no date
	}{
		{"Geneva, 20 October 2005", "2005-10-20", "2005-10-20"},
		{"October 20, 2005", "2005-10-20", "2005-10-20"},
		{"adopted on February 14 2025", "2025-02-14", "2025-02-14"},
		{"2026-11-24T09:00", "", ""},
		{"by 2026-11-24.", "2026-11-24", "2026-11-24"},
		{"in October 2005 or later", "2005-10", "2005-10"},
		{"12–16 May 2025", "2025-05-12", "2025-05-16"},
		{"Tuesday, 29 November to Friday, 2 December 2005", "2005-11-29", "2005-12-02"},
		{"du 29 novembre au 2 décembre 2005", "2005-11-29", "2005-12-02"},
		{"le 1er mars 2031", "2031-03-01", "2031-03-01"},
		{"del 29 de noviembre al 2 de diciembre de 2005", "2005-11-29", "2005-12-02"},
		{"3 de marzo de 2031", "2031-03-03", "2031-03-03"},
		{"20 октября 2005 года", "2005-10-20", "2005-10-20"},
		{"21 شباط/فبراير 2025", "2025-02-21", "2025-02-21"},
		{"٣ آذار/مارس ٢٠٣١", "2031-03-03", "2031-03-03"},
		{"2025年1月15日", "2025-01-15", "2025-01-15"},
		{"delegations may wish to note 3 things", "", ""},
		{"31 February 2025", "", ""},
		{"paragraph 3 of 2005", "", ""},
		{"20 October", "", ""},
	}
	for _, tt := range tests {
		got := briefing.PrintedDates(tt.text)
		if tt.from == "" {
			if len(got) > 0 {
				t.Errorf("%q: got %+v, want none", tt.text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].From != tt.from || got[0].To != tt.to {
			t.Errorf("%q: got %+v, want %s to %s", tt.text, got, tt.from, tt.to)
		}
	}
}

func FuzzPrintedDates(f *testing.F) {
	f.Add("Tuesday, 29 November to Friday, 2 December 2005 and 12–16 May 2025")
	f.Add("٣ آذار/مارس ٢٠٣١ 2025年1月15日 du 3 au 99 mai 2001")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, d := range briefing.PrintedDates(text) {
			if d.Start < at || d.End <= d.Start || d.End > len(text) || !d.From.Valid() || !d.To.Valid() || d.From == "" {
				t.Fatalf("%q: %+v", text, d)
			}
			at = d.End
		}
	})
}
