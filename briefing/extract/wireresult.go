package extract

import "placard/briefing"

// wireRecognized is a briefing.Recognized whose runs keep their styles, which
// the published JSON spells out elsewhere.
type wireRecognized struct {
	Note     briefing.Note      `json:"note"`
	Blocks   []wireBlock        `json:"blocks"`
	Meetings []briefing.Meeting `json:"meetings"`
	Left     map[string]int     `json:"left,omitempty"`
}

type wireBlock struct {
	briefing.Block

	Runs []wireRun `json:"runs,omitempty"`
}

type wireRun struct {
	briefing.Run

	Style briefing.Style `json:"style,omitempty"`
}

func wireOf(r *briefing.Recognized) *wireRecognized {
	out := &wireRecognized{Note: r.Note, Meetings: r.Meetings, Left: r.Left}
	for _, b := range r.Blocks {
		wb := wireBlock{Block: b}
		for _, run := range b.Runs {
			wb.Runs = append(wb.Runs, wireRun{Run: run, Style: run.Style})
		}
		out.Blocks = append(out.Blocks, wb)
	}
	return out
}

func (w *wireRecognized) recognized() *briefing.Recognized {
	out := &briefing.Recognized{Note: w.Note, Meetings: w.Meetings, Left: w.Left}
	for _, wb := range w.Blocks {
		b := wb.Block
		b.Runs = nil
		for _, wr := range wb.Runs {
			wr.Run.Style = wr.Style
			b.Runs = append(b.Runs, wr.Run)
		}
		out.Blocks = append(out.Blocks, b)
	}
	return out
}
