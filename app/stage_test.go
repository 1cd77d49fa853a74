package app

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/pack"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
	"placard/storage"
)

const goodPassphrase = "harbour violin seventeen cucumbers"

// stage is the whole window on the test driver, with the real store behind
// it. Work and clocks wait until the test runs them.
type stage struct {
	t      *testing.T
	s      *shell
	queue  []func()
	clocks []func()
}

func newStage(t *testing.T) *stage {
	t.Helper()
	vaults := storage.New(storage.Options{
		KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}, Log: slog.New(slog.DiscardHandler),
	})
	words := assets.Words("en")
	st := &stage{t: t}
	c := Config{
		App: test.NewTempApp(t), Vaults: vaults, Strength: storage.Meter{}, Words: words,
		VaultDir: filepath.Join(t.TempDir(), "vault"), Sample: assets.Sample, Fill: assets.Fill,
		Desk: func(v briefing.Vault) *briefing.Desk {
			return briefing.NewDesk(briefing.Ports{
				Vault:      v,
				Extractor:  extract.New(),
				Pictures:   extract.New(),
				Packer:     pack.Builder{},
				Tabler:     rows.Builder{},
				Workbook:   sheet.New(),
				Returns:    sheet.New(),
				Words:      words,
				Directory:  assets.Directory{},
				Finder:     search.New(v),
				Publishers: map[string]briefing.Publisher{"docx": publish.New(), "pdf": pdf.New(assets.Fonts())},
				Author:     "A. Desk",
			})
		},
	}
	st.s = newShell(c, func(f func()) { st.queue = append(st.queue, f) })
	st.s.jobs.timer = func(_ time.Duration, f func()) func() bool {
		st.clocks = append(st.clocks, f)
		return func() bool { return true }
	}
	st.s.window.Resize(fyne.NewSize(1366, 768))
	t.Cleanup(func() {
		st.work()
		if st.s.open != nil {
			_ = st.s.open.Close()
		}
	})
	return st
}

// work runs all queued work, and what it brings about.
func (st *stage) work() {
	for len(st.queue) > 0 {
		next := st.queue[0]
		st.queue = st.queue[1:]
		next()
	}
}

// ring lets the waits that were begun run out.
func (st *stage) ring() {
	clocks := st.clocks
	st.clocks = nil
	for _, f := range clocks {
		f()
	}
	st.work()
}

// objects is everything laid out on the window, dialogs too.
func (st *stage) objects() []fyne.CanvasObject {
	c := st.s.window.Canvas()
	all := test.LaidOutObjects(c.Content())
	for _, o := range c.Overlays().List() {
		all = append(all, test.LaidOutObjects(o)...)
	}
	return all
}

// words is every word on the window.
func (st *stage) words() string {
	var out []string
	for _, o := range st.objects() {
		if text, ok := o.(*canvas.Text); ok {
			out = append(out, text.Text)
		}
	}
	return strings.Join(out, " ")
}

func (st *stage) sees(want string) {
	st.t.Helper()
	got := st.words()
	if !strings.Contains(got, want) {
		st.t.Errorf("the window does not say %q; it says:\n%s", want, got)
	}
	if _, missing, ok := strings.Cut(got, "⟦"); ok {
		st.t.Errorf("the catalogue lacks %.40q", missing)
	}
}

func (st *stage) seesNot(want string) {
	st.t.Helper()
	if got := st.words(); strings.Contains(got, want) {
		st.t.Errorf("the window still says %q", want)
	}
}

// press taps the button that says text, the newest where there are several.
func (st *stage) press(text string) {
	st.t.Helper()
	var found fyne.Tappable
	for _, o := range st.objects() {
		switch b := o.(type) {
		case *button:
			if b.Text == text && !b.Disabled() {
				found = b
			}
		case *widget.Button:
			if b.Text == text && !b.Disabled() {
				found = b
			}
		}
	}
	if found == nil {
		st.t.Fatalf("no button says %q; the window says:\n%s", text, st.words())
	}
	found.Tapped(&fyne.PointEvent{})
	st.work()
}

// tick ticks the box that says text.
func (st *stage) tick(text string) {
	st.t.Helper()
	for _, o := range st.objects() {
		if c, ok := o.(*check); ok && c.Text == text {
			c.SetChecked(true)
			st.work()
			return
		}
	}
	st.t.Fatalf("no box says %q", text)
}

// fill types into the n-th field for secrets.
func (st *stage) fill(n int, text string) {
	st.t.Helper()
	for _, o := range st.objects() {
		f, ok := o.(*field)
		if !ok || !f.Password {
			continue
		}
		if n == 0 {
			f.SetText(text)
			return
		}
		n--
	}
	st.t.Fatal("no such field")
}

// command runs a command as its menu item does.
func (st *stage) command(code string) {
	st.t.Helper()
	for _, c := range st.s.list {
		if c.code == code {
			if !st.s.can(c) {
				st.t.Fatalf("command %s cannot run now", code)
			}
			c.run()
			st.work()
			return
		}
	}
	st.t.Fatalf("no command %s", code)
}

// createVault goes through the start page as a new user does.
func (st *stage) createVault() {
	st.t.Helper()
	st.s.showStart()
	st.fill(0, goodPassphrase)
	st.fill(1, goodPassphrase)
	st.press(st.s.say("start.create"))
	st.tick(st.s.say("start.recovery.kept"))
	st.press(st.s.say("start.recovery.go"))
}

// importSample imports the sample note and shows it.
func (st *stage) importSample() {
	st.t.Helper()
	st.s.importSample()
	st.work()
	st.press(st.s.say("import.accept"))
}

// choose selects the numbered paragraph.
func (st *stage) choose(label string) {
	st.t.Helper()
	b, err := st.s.dossier().Text.Find(briefing.Label{Label: label})
	if err != nil {
		st.t.Fatalf("paragraph %s: %v", label, err)
	}
	st.s.selectBlock(b.ID)
	st.work()
}
