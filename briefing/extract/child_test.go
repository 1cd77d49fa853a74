package extract

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"placard/briefing"
	"placard/briefing/extract/pdf"
)

const shortNote = "X/2026/1\n\nGeneva, 3 March 2026\n\nA plan for the port\n\n1. The *harbour* is full.\n\n2. The Secretariat proposes a wall.\n"

func self(tb testing.TB) string {
	tb.Helper()
	path, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

func TestChildReadsAsTheReaderDoes(t *testing.T) {
	want, err := New().Extract(t.Context(), briefing.Original{Name: "port.txt", Data: []byte(shortNote)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewChild(self(t)).Extract(t.Context(), briefing.Original{Name: "/home/somebody/port.txt", Data: []byte(shortNote)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("child: %+v\nreader: %+v", got, want)
	}
	if got.Note.Source.Name != "port.txt" {
		t.Errorf("source name %q leaks the path", got.Note.Source.Name)
	}
}

func TestChildFailures(t *testing.T) {
	hang := NewChild(self(t), "hang")
	hang.time = 300 * time.Millisecond
	eats := NewChild(self(t), "eat")
	eats.memory = 96 << 20
	tests := []struct {
		name  string
		child *Child
		data  string
		want  error
		skip  bool
	}{
		{"hangs", hang, shortNote, briefing.ErrParseTimeout, false},
		{"eats memory", eats, shortNote, briefing.ErrTooLarge, runtime.GOOS != "linux"},
		{"crashes", NewChild(self(t), "crash"), shortNote, briefing.ErrParseCrashed, false},
		{"is not there", NewChild(self(t) + ".gone"), shortNote, briefing.ErrParseCrashed, false},
		{"finds the file empty", NewChild(self(t)), " \n", briefing.ErrEmptyFile, false},
		{"finds no text", NewChild(self(t)), "\x01\x02\x03\x04\x05\x06\x07", briefing.ErrBinaryFile, false},
		{"knows but does not read", NewChild(self(t)), "II*\x00", briefing.ErrScan, false},
		{"knows what is no document", NewChild(self(t)), "PK\x03\x04 a box", briefing.ErrUnsupported, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.skip {
				t.Skip("memory of another process is not watched on this system")
			}
			_, err := tt.child.Extract(t.Context(), briefing.Original{Name: "dir/note.txt", Data: []byte(tt.data)}, nil)
			if !errors.Is(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			var p *briefing.Problem
			if !errors.As(err, &p) || len(p.Args) < 2 || p.Args[0] != "Name" || p.Args[1] != "note.txt" {
				t.Errorf("the sentence lacks the file's name: %v", p.Args)
			}
		})
	}
}

func TestChildIsKilledWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	timer := time.AfterFunc(50*time.Millisecond, cancel)
	defer timer.Stop()
	began := time.Now()
	_, err := NewChild(self(t), "hang").Extract(ctx, briefing.Original{Name: "note.txt", Data: []byte(shortNote)}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("cancelling took %v", took)
	}
}

// TestChildHasNoEnvironment: nothing but the folder of compiled code.
func TestChildHasNoEnvironment(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows adds SYSTEMROOT")
	}
	t.Setenv("PLACARD_CANARY", "1")
	_, err := NewChild(self(t), "environment").Extract(t.Context(), briefing.Original{Name: "note.txt", Data: []byte(shortNote)}, nil)
	var p *briefing.Problem
	if !errors.As(err, &p) || p.Code != "environment" {
		t.Fatalf("got %v", err)
	}
	if want := pdf.CacheVariable + " "; p.Args[1] != want {
		t.Errorf("the child saw the variables %q, want %q", p.Args[1], want)
	}
}

// TestChildServesDocumentsInARow: the process that read one reads the next,
// after a problem too, and what one left is gone.
func TestChildServesDocumentsInARow(t *testing.T) {
	c := NewChild(self(t))
	defer closed(t, c)
	read := func(data string) error {
		_, err := c.Extract(t.Context(), briefing.Original{Name: "note.txt", Data: []byte(data)}, nil)
		return err
	}
	if err := read(shortNote); err != nil {
		t.Fatal(err)
	}
	first := restingPID(t, c)
	if err := read("\x01\x02\x03\x04\x05\x06\x07"); !errors.Is(err, briefing.ErrBinaryFile) {
		t.Fatalf("got %v, want %v", err, briefing.ErrBinaryFile)
	}
	if err := read(shortNote); err != nil {
		t.Fatal(err)
	}
	if got := restingPID(t, c); got != first {
		t.Errorf("process %d read the third document, %d the first", got, first)
	}
}

// TestChildIsReplaced: a process that died while it rested, one that rested
// too long and one that grew are not used again.
func TestChildIsReplaced(t *testing.T) {
	note := briefing.Original{Name: "note.txt", Data: []byte(shortNote)}
	c := NewChild(self(t))
	defer closed(t, c)
	if _, err := c.Extract(t.Context(), note, nil); err != nil {
		t.Fatal(err)
	}
	w := c.rested()
	w.kill()
	<-w.ended
	c.idle = append(c.idle, w)
	if _, err := c.Extract(t.Context(), note, nil); err != nil {
		t.Fatalf("after its process died: %v", err)
	}
	w = c.rested()
	w.served = mostServed
	c.put(w)
	if !w.gone() {
		t.Error("a worn process rests")
	}
	c.rest = time.Millisecond
	if _, err := c.Extract(t.Context(), note, nil); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(5 * time.Second); c.rested() != nil; {
		if time.Now().After(deadline) {
			t.Fatal("a process rests for good")
		}
	}
}

func restingPID(t *testing.T, c *Child) int {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.idle) != 1 {
		t.Fatalf("%d processes rest, want 1", len(c.idle))
	}
	return c.idle[0].cmd.Process.Pid
}

func closed(t *testing.T, c *Child) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzReadRequest(f *testing.F) {
	var good bytes.Buffer
	o := briefing.Original{Name: "a.txt", Data: []byte("1. Text."), Password: "x"}
	if err := writeRequest(&good, request{Original: o, picture: &pictureRequest{Page: 1, Width: 2}}); err != nil {
		f.Fatal(err)
	}
	f.Add(good.Bytes())
	f.Add([]byte("{\"size\":-1}\n"))
	f.Add([]byte("{\"size\":99999999999}\nabc"))
	f.Add([]byte(strings.Repeat("{", 5000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := readRequest(bufio.NewReader(bytes.NewReader(data)))
		if err != nil {
			return
		}
		var again bytes.Buffer
		if err := writeRequest(&again, got); err != nil {
			t.Fatal(err)
		}
		got2, err := readRequest(bufio.NewReader(&again))
		if len(got.Name)+len(got.Password) < 1000 && (err != nil || !reflect.DeepEqual(got2, got)) {
			t.Errorf("round trip of %+v gave %+v %v", got, got2, err)
		}
	})
}

func FuzzReadReplies(f *testing.F) {
	f.Add([]byte(`{"progress":[1,2]}` + "\n" + `{"problem":{"code":"empty_file"}}`))
	f.Add([]byte(`{"result":{"note":{"symbol":"X/1"},"blocks":[{"id":"b1","kind":"text","text":"a","runs":[{"start":0,"end":1,"style":3}]}]}}` + "\n"))
	f.Add([]byte(`{"picture":{"width":1,"height":1}}` + "\nrgba"))
	f.Add([]byte(`{"picture":{"width":99999999,"height":99999999}}` + "\n"))
	f.Add([]byte("{}\n"))
	f.Add([]byte("null null\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := readReplies(bufio.NewReader(bytes.NewReader(data)), nil)
		if err == nil && r.Result == nil && r.Picture == nil {
			t.Error("neither an outcome nor an error")
		}
		if err == nil && r.Picture != nil && len(r.Picture.pixels) != r.Picture.Width*r.Picture.Height*pixelSize {
			t.Error("a picture without its pixels")
		}
	})
}
