package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// model is a closed vault held in memory, to be laid out anew for each damage.
type model struct {
	names []string
	data  map[string][]byte
	want  map[int][]string // the texts of each remark, oldest first
}

// newModel is a vault with a history, snapshots and a pruned journal.
func newModel(t *testing.T) *model {
	t.Helper()
	dir := pruned(t)
	m := &model{data: map[string][]byte{}, want: map[int][]string{}}
	v := open(t, dir)
	for n := 1; n <= 4; n++ {
		m.want[n] = textsOf(t, v, n)
	}
	shut(t, v)
	for _, name := range files(t, dir) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		if rel == ballastName {
			continue
		}
		m.data[rel] = data
		if len(data) > 0 {
			m.names = append(m.names, rel)
		}
	}
	slices.Sort(m.names)
	return m
}

func textsOf(t *testing.T, v briefing.Vault, n int) (texts []string) {
	t.Helper()
	records, err := v.Revisions(t.Context(), remark(n, "").Key())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		texts = append(texts, r.Value.(*briefing.Annotation).Text)
	}
	return texts
}

// lay writes the vault into a folder; what is zero takes no room.
func (m *model) lay(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for rel, data := range m.data {
		name := filepath.Join(dir, rel)
		err := errors.Join(
			os.MkdirAll(filepath.Dir(name), 0o700),
			os.WriteFile(name, bytes.TrimRight(data, "\x00"), 0o600),
			os.Truncate(name, int64(len(data))))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// pick chooses a byte of the vault: any file as likely as another, and of a
// file mostly where there is something.
func (m *model) pick(random *rand.Rand) (name string, at int) {
	name = m.names[random.IntN(len(m.names))]
	size := len(m.data[name])
	if full := len(bytes.TrimRight(m.data[name], "\x00")); full > 0 && random.IntN(8) > 0 {
		size = full
	}
	return name, random.IntN(size)
}

// damages are the kinds of damage a file may suffer.
var damages = map[string]func(f *os.File, at int) error{
	"bit": func(f *os.File, at int) error {
		b := []byte{0}
		_, err := f.ReadAt(b, int64(at))
		b[0] ^= 1 << (at % 8)
		_, err2 := f.WriteAt(b, int64(at))
		return errors.Join(err, err2)
	},
	"truncation": func(f *os.File, at int) error { return f.Truncate(int64(at)) },
	"zeroed page": func(f *os.File, at int) error {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		from := int64(at) &^ 4095
		_, err = f.WriteAt(make([]byte, min(4096, info.Size()-from)), from)
		return err
	},
}

// verdict is what became of a damaged vault.
type verdict struct {
	refused, repaired, untouched, lost int
}

// TestDamagedVaultNeverLies damages every file of a vault, a bit, a cut or a
// page at a time: no wrong text is shown, nothing is lost in silence, and
// nothing ends this process.
func TestDamagedVaultNeverLies(t *testing.T) {
	t.Parallel()
	m := newModel(t)
	random := rand.New(rand.NewPCG(3, 14))
	for _, run := range []struct {
		kind          string
		whole, sample int
	}{{"bit", 10_000, 40}, {"truncation", 1_000, 15}, {"zeroed page", 100, 5}} {
		var sum verdict
		times := loops(t, run.whole, run.sample)
		dir := filepath.Join(t.TempDir(), "vault")
		for range times {
			name, at := m.pick(random)
			m.lay(t, dir)
			f, err := os.OpenFile(filepath.Join(dir, name), os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(damages[run.kind](f, at), f.Close()); err != nil {
				t.Fatal(err)
			}
			m.judge(t, fmt.Sprintf("%s at %d of %s", run.kind, at, name), dir, name, &sum)
		}
		t.Logf("%d × %s: 0 wrong texts, 0 silent losses, 0 dead parents; %d not touched by it, %d repaired (%d with a loss, said), %d refused",
			times, run.kind, sum.untouched, sum.repaired, sum.lost, sum.refused)
	}
}

// judge opens a damaged vault and holds what it shows against what there was.
func (m *model) judge(t *testing.T, what, dir, name string, sum *verdict) {
	t.Helper()
	vaults := testVaults(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	vaults.self = self
	v, err := vaults.Open(context.Background(), dir, passphrase)
	if err != nil {
		if name != keyFileName {
			t.Errorf("%s: not opened: %v", what, err)
		}
		sum.refused++
		return
	}
	defer v.Close()
	report := v.(briefing.Recovered).Recovery()
	lost := report != nil && report.Lost() > 0
	for n, want := range m.want {
		m.compare(t, what, v, n, want, lost)
	}
	if report == nil {
		sum.untouched++
		return
	}
	sum.repaired++
	if lost {
		sum.lost++
	}
}

func (m *model) compare(t *testing.T, what string, v briefing.Vault, n int, want []string, lost bool) {
	t.Helper()
	records, err := v.Revisions(context.Background(), remark(n, "").Key())
	if err != nil {
		if !lost && !errors.Is(err, briefing.ErrVaultDamaged) {
			t.Errorf("%s: remark %d: %v", what, n, err)
		}
		return
	}
	if len(records) != len(want) && !lost {
		t.Errorf("%s: remark %d has %d revisions of %d, and nothing is said", what, n, len(records), len(want))
	}
	for i, r := range records {
		if r.Value == nil {
			if !lost {
				t.Errorf("%s: remark %d: revision %d is gone, and nothing is said", what, n, i+1)
			}
			continue
		}
		if got := r.Value.(*briefing.Annotation).Text; i >= len(want) || got != want[i] {
			t.Errorf("%s: remark %d, revision %d reads %q", what, n, i+1, strings.ToValidUTF8(got, "?"))
		}
	}
}
