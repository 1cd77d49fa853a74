package extract

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"placard/briefing"
)

// The protocol of the child process. On its standard input: one line of JSON
// (request), then the document's bytes. On its standard output: lines of JSON
// (reply), any number with progress, then one with the outcome.

// request announces the document that follows it.
type request struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	// Password travels in the pipe alone, never as an argument or a variable.
	Password string `json:"password,omitempty"`
}

// reply is one line of the child's: progress, a problem or the result.
type reply struct {
	Progress *[2]int         `json:"progress,omitempty"`
	Problem  *wireProblem    `json:"problem,omitempty"`
	Result   *wireRecognized `json:"result,omitempty"`
}

// wireProblem is a briefing.Problem on its way between processes. Its cause
// stays behind: it may quote the document.
type wireProblem struct {
	Code string   `json:"code"`
	Args []string `json:"args,omitempty"`
}

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

const (
	maxHeader = 4 << 10 // bytes of a request line
	maxReply  = 64 << 20
)

// writeRequest sends a document to the child.
func writeRequest(w io.Writer, o briefing.Original) error {
	header, err := json.Marshal(request{Name: o.Name, Size: int64(len(o.Data)), Password: o.Password})
	if err != nil {
		return fmt.Errorf("write request: %w", err)
	}
	if _, err := w.Write(append(header, '\n')); err != nil {
		return fmt.Errorf("write request: %w", err)
	}
	if _, err := w.Write(o.Data); err != nil {
		return fmt.Errorf("write document: %w", err)
	}
	return nil
}

var errBadRequest = errors.New("malformed request")

// readRequest receives the document that writeRequest sent.
func readRequest(r io.Reader) (briefing.Original, error) {
	in := bufio.NewReaderSize(r, maxHeader)
	line, err := in.ReadSlice('\n')
	if err != nil {
		return briefing.Original{}, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	var q request
	if err := json.Unmarshal(line, &q); err != nil {
		return briefing.Original{}, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	if q.Size < 0 || q.Size > maxSource {
		return briefing.Original{}, briefing.ErrTooLarge.Because(nil, "Name", q.Name)
	}
	data, err := io.ReadAll(io.LimitReader(in, q.Size))
	if err != nil {
		return briefing.Original{}, fmt.Errorf("read document: %w", err)
	}
	if int64(len(data)) != q.Size {
		return briefing.Original{}, fmt.Errorf("read document: %w", io.ErrUnexpectedEOF)
	}
	return briefing.Original{Name: q.Name, Data: data, Password: q.Password}, nil
}

// readReplies reads lines until the outcome and tells progress on the way.
func readReplies(r io.Reader, progress briefing.Progress) (*briefing.Recognized, error) {
	dec := json.NewDecoder(io.LimitReader(r, maxReply))
	for {
		var line reply
		if err := dec.Decode(&line); err != nil {
			return nil, fmt.Errorf("read reply: %w", err)
		}
		switch {
		case line.Problem != nil:
			return nil, line.Problem.problem()
		case line.Result != nil:
			return line.Result.recognized(), nil
		case line.Progress != nil:
			progress.Tell(line.Progress[0], line.Progress[1])
		default:
			return nil, errors.New("read reply: empty line")
		}
	}
}

func (p *wireProblem) problem() error {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = a
	}
	return &briefing.Problem{Code: p.Code, Args: args}
}

// problemOf is the wire form of an error; one that is no problem of the
// domain is an unreadable document.
func problemOf(err error) *wireProblem {
	p, ok := asProblem(err)
	if !ok {
		p = briefing.ErrUnreadable
	}
	out := &wireProblem{Code: p.Code}
	for _, a := range p.Args {
		out.Args = append(out.Args, fmt.Sprint(a))
	}
	return out
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
