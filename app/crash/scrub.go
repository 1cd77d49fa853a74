package crash

import (
	"bufio"
	"errors"
	"io"
	"regexp"
	"strings"
)

// The lines of a report that are kept: they name places in the program and
// signals of the system, no values.
var (
	beginning = regexp.MustCompile(`^(panic: |fatal error: |runtime: |SIG[A-Z]+: |unexpected fault address )`)
	fromGo    = regexp.MustCompile(`^panic: (runtime error: (index|slice|invalid memory|integer|makeslice|hash of|assignment)[^"]*)`)
	signal    = regexp.MustCompile(`^(fatal error: |SIG[A-Z]+: |\[signal SIG|goroutine \d+ (?:gp=\w+ m=\w+ (?:mp=\w+ )?)?\[[\w ,.()-]+\]:$|\s*$)`)
	function  = regexp.MustCompile(`^((?:created by )?[\w./*%-]+(?:\.[\w.()*\[\]·…-]+)+)\(.*\)$`)
	creator   = regexp.MustCompile(`^created by [\w./()*\[\]·…%-]+( in goroutine \d+)?$`)
	place     = regexp.MustCompile(`^(\t.*\.(?:go|s|c):\d+)`)
)

// Scrub copies what a program says on its standard error. From the first line
// of a panic on it keeps the stacks and drops the values: what was panicked
// with, and the arguments of calls. report gets that part alone.
func Scrub(out, report io.Writer, in io.Reader) error {
	r := bufio.NewReaderSize(in, 64<<10)
	crashed := false
	for {
		line, err := readLine(r)
		if line != "" {
			crashed = crashed || beginning.MatchString(line)
			if crashed {
				line = scrubbed(line)
				_, _ = io.WriteString(report, line) // the other place has it too
			}
			if _, err := io.WriteString(out, line); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// longestLine is how many bytes of a line are looked at; a longer one is a value.
const longestLine = 32 << 10

// readLine reads a line with its end; of one that is too long it gives nothing.
func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) <= longestLine {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if len(line) > longestLine {
			line = nil
		}
		return string(line), err
	}
}

// scrubbed is what may be kept of a line of a report.
func scrubbed(line string) string {
	bare := strings.TrimRight(line, "\r\n")
	switch {
	case fromGo.MatchString(bare):
		return fromGo.FindStringSubmatch(bare)[0] + "\n"
	case strings.HasPrefix(bare, "panic: "):
		return "panic: (value withheld)\n"
	case place.MatchString(bare):
		return place.FindString(bare) + "\n"
	case creator.MatchString(bare), signal.MatchString(bare):
		return bare + "\n"
	}
	if f := function.FindStringSubmatch(bare); f != nil {
		return f[1] + "(…)\n"
	}
	return ""
}
