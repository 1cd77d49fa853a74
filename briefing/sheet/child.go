package sheet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"runtime/debug"
	"time"

	"placard/briefing"
	"placard/briefing/child"
)

// ChildFlag is the argument that makes the program a reader of one workbook.
const ChildFlag = "--child=workbook"

// childLimits are what reading one workbook may take. One within the limits of
// Preflight takes a tenth.
var childLimits = child.Limits{Time: 5 * time.Second, Memory: 512 << 20}

// Child reads returned workbooks in a process of its own that gets the file on
// its standard input and nothing else. It is safe for concurrent use.
type Child struct {
	path   string
	limits child.Limits
}

var _ briefing.Returns = (*Child)(nil)

// NewChild runs the program at path as the child.
func NewChild(path string) *Child { return &Child{path: path, limits: childLimits} }

// answer is what the process says: what it read, or why it did not.
type answer struct {
	Returned *briefing.Returned       `json:"returned,omitempty"`
	Seal     string                   `json:"seal,omitempty"`
	Rows     []briefing.ReturnedRow   `json:"rows,omitempty"`
	Points   []briefing.ReturnedPoint `json:"points,omitempty"`
	Findings []briefing.Finding       `json:"findings,omitempty"`
	Code     string                   `json:"code,omitempty"` // of a problem
	Args     []any                    `json:"args,omitempty"`
}

// mostAnswer bounds what a process may say.
const mostAnswer = 256 << 20

// ReadReview has a process read the workbook: its errors are those of
// Workbooks, ErrParseTimeout, ErrTooLarge where it took more memory than it
// may, and ErrParseCrashed where it ended without an answer. It knows the words
// of every language itself.
func (c *Child) ReadReview(ctx context.Context, data []byte, _ briefing.Words) (*briefing.Returned, error) {
	if int64(len(data)) > DefaultLimits.File {
		return nil, tooLarge("file", "", "")
	}
	var a answer
	err := c.limits.Run(ctx, c.path, ChildFlag, bytes.NewReader(data), func(out io.Reader) error {
		d := json.NewDecoder(io.LimitReader(out, mostAnswer))
		d.UseNumber() // arguments are printed as they came
		return d.Decode(&a)
	})
	switch {
	case err == nil && a.Code != "":
		return nil, &briefing.Problem{Code: a.Code, Args: a.Args}
	case err == nil && a.Returned != nil:
		return a.returned(), nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, child.ErrOverTime):
		return nil, briefing.ErrParseTimeout.Because(err, "Name", "", "Seconds", int(c.limits.Time.Seconds()))
	case errors.Is(err, child.ErrOverMemory):
		return nil, tooLarge("unpacked", "", "")
	}
	return nil, briefing.ErrParseCrashed.Because(err, "Name", "")
}

func (a *answer) returned() *briefing.Returned {
	r := a.Returned
	r.Seal, r.Rows, r.Points, r.Findings = a.Seal, a.Rows, a.Points, a.Findings
	return r
}

// ServeChild is the process's whole life: one workbook in, one answer out. It
// returns the exit status. A panic ends it, as the parent expects; nothing of
// the workbook is printed then.
func ServeChild(stdin io.Reader, stdout io.Writer, words briefing.Words) int {
	debug.SetMemoryLimit(childLimits.Memory * 3 / 4) // the collector works harder first
	debug.SetTraceback("none")
	_ = child.Confine("") // a system that lacks a means still has the parent's limits
	if err := json.NewEncoder(stdout).Encode(served(stdin, words)); err != nil {
		return 1
	}
	return 0
}

func served(stdin io.Reader, words briefing.Words) answer {
	data, err := io.ReadAll(io.LimitReader(stdin, DefaultLimits.File+1))
	if err == nil {
		var r *briefing.Returned
		if r, err = New().ReadReview(context.Background(), data, words); err == nil {
			return answer{Returned: r, Seal: r.Seal, Rows: r.Rows, Points: r.Points, Findings: r.Findings}
		}
	}
	if p, ok := errors.AsType[*briefing.Problem](err); ok {
		return answer{Code: p.Code, Args: p.Args}
	}
	return answer{Code: briefing.ErrUnreadable.Code}
}
