package extract

import (
	"context"
	"encoding/json"
	"io"
	"runtime/debug"
	"time"
)

// ChildFlag is the argument that makes the program a parser of one document.
const ChildFlag = "--child=parse"

// softMemory makes the child's collector work harder before the parent's
// limit is reached.
const softMemory = memoryLimit * 3 / 4

// progressEvery spares the parent a line for every paragraph.
const progressEvery = 100 * time.Millisecond

// ServeChild is the child's whole life: one document in, one outcome out. It
// returns the exit status. A panic ends the process, as the parent expects;
// nothing of the document is printed then.
func ServeChild(stdin io.Reader, stdout io.Writer) int {
	debug.SetMemoryLimit(softMemory)
	debug.SetTraceback("none")
	out := json.NewEncoder(stdout)
	o, err := readRequest(stdin)
	if err != nil {
		return status(out.Encode(reply{Problem: problemOf(err)}))
	}
	var told time.Time
	progress := func(done, total int) {
		if now := time.Now(); now.Sub(told) > progressEvery {
			told = now
			_ = out.Encode(reply{Progress: &[2]int{done, total}}) // a parent that is gone is noticed at the end
		}
	}
	r, err := Reader{}.Extract(context.Background(), o, progress)
	if err != nil {
		return status(out.Encode(reply{Problem: problemOf(err)}))
	}
	return status(out.Encode(reply{Result: wireOf(r)}))
}

func status(err error) int {
	if err != nil {
		return 1
	}
	return 0
}
