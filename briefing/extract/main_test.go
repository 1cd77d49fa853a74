package extract

import (
	"bufio"
	"flag"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before committing")

// TestMain makes the test binary its own child, as main does for the program,
// and plays children that misbehave.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case ChildFlag:
			os.Exit(ServeChild(os.Stdin, os.Stdout))
		case "hang":
			<-time.After(time.Hour)
		case "eat":
			eat()
		case "crash":
			panic("the child of a test crashes")
		case "environment":
			w := bufio.NewWriter(os.Stdout)
			_, _ = w.WriteString(`{"problem":{"code":"environment","args":["Value","`)
			for _, v := range os.Environ() {
				name, _, _ := strings.Cut(v, "=")
				_, _ = w.WriteString(name + " ")
			}
			_, _ = w.WriteString("\"]}}\n")
			_ = w.Flush()
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

// eat holds more memory than a test's limit until it is ended.
func eat() {
	var kept [][]byte
	for len(kept) < 64 {
		block := make([]byte, 4<<20)
		for i := range block {
			block[i] = byte(i)
		}
		kept = append(kept, block)
	}
	<-time.After(time.Hour)
}
