package extract

import (
	"bufio"
	"context"
	"errors"
	"io"
	"runtime/debug"
	"time"

	"placard/briefing/child"
	"placard/briefing/extract/pdf"
)

// ChildFlag is the argument that makes the program a reader of documents.
const ChildFlag = "--child=parse"

// softMemory makes the child's collector work harder before the parent's
// limit is reached.
const softMemory = memoryLimit * 3 / 4

// gcPercent lets the heap grow further than usual between collections: a
// document's is small beside the limit, and short-lived.
const gcPercent = 400

// progressEvery spares the parent a line for every paragraph.
const progressEvery = 100 * time.Millisecond

// ServeChild is the child's whole life: a request in, its outcome out, until no
// more come. Before it reads anything it gives up for good what it does not
// need of the system. It returns the exit status. A panic ends the process, as the
// parent expects; nothing of the document is printed then.
func ServeChild(stdin io.Reader, stdout io.Writer) int {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(softMemory)
	debug.SetTraceback("none")
	_ = child.Confine(pdf.CacheFolder()) // a system that lacks a means still has the parent's limits
	in := bufio.NewReader(stdin)
	for {
		q, err := readRequest(in)
		if errors.Is(err, io.EOF) {
			return 0
		}
		if err != nil {
			_ = writeReply(stdout, reply{Problem: problemOf(err)})
			return 1 // where the next request begins is unknown
		}
		if err := writeReply(stdout, outcome(q, stdout)); err != nil {
			return 1
		}
		debug.FreeOSMemory() // while nobody waits
	}
}

// outcome does what a request asks.
func outcome(q request, stdout io.Writer) reply {
	ctx := context.Background()
	if q.picture != nil {
		m, err := drawPage(ctx, q.Original, q.picture.Page, q.picture.Width)
		if err != nil {
			return reply{Problem: problemOf(err)}
		}
		return reply{Picture: wirePictureOf(m)}
	}
	var told time.Time
	r, err := Reader{}.Extract(ctx, q.Original, func(done, total int) {
		if now := time.Now(); now.Sub(told) > progressEvery {
			told = now
			_ = writeReply(stdout, reply{Progress: &[2]int{done, total}}) // a parent that is gone is noticed at the end
		}
	})
	if err != nil {
		return reply{Problem: problemOf(err)}
	}
	return reply{Result: wireOf(r)}
}
