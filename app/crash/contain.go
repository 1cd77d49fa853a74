package crash

import (
	"errors"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// Code is the exit code of a program that failed, as the runtime's own.
const Code = 2

// Contained runs f and gives its exit code. Where f panics it says the stack
// on the standard error, not what f panicked with.
func Contained(f func() int) (code int) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		said := "panic: "
		if err, ok := v.(error); ok {
			if e, ok := errors.AsType[runtime.Error](err); ok {
				said += e.Error()
			}
		}
		_ = Scrub(os.Stderr, io.Discard, strings.NewReader(said+"\n\n"+string(debug.Stack())))
		code = Code
	}()
	return f()
}
