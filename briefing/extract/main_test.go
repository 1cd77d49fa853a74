package extract

import (
	"bufio"
	"flag"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"placard/briefing/child"
	"placard/briefing/extract/pdf"
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
		case "escape":
			_ = child.Confine(os.Getenv(pdf.CacheVariable))
			escape(os.Getenv(pdf.CacheVariable))
			os.Exit(0)
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

// escape tries what a child may not do, and what it may, and says as a problem
// what went through.
func escape(folder string) {
	var through []string
	try := func(what string, err error) {
		if err == nil {
			through = append(through, what)
		}
	}
	_, err := os.ReadFile("/etc/passwd")
	try("read a file", err)
	_, err = os.ReadDir("/")
	try("list a folder", err)
	try("write a file", os.WriteFile(filepath.Join(os.TempDir(), "placard-escape"), nil, 0o600))
	c, err := net.Dial("udp", "127.0.0.1:9")
	try("reach the network", err)
	if err == nil {
		_ = c.Close()
	}
	try("run a program", exec.Command("/bin/true").Run())
	try("use the cache", os.WriteFile(filepath.Join(folder, "compiled"), nil, 0o600))
	_ = writeReply(os.Stdout, reply{Problem: &wireProblem{Code: "escape", Args: through}})
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
