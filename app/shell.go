package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// Config is what main wires.
type Config struct {
	App      fyne.App
	Vaults   briefing.Vaults
	Strength briefing.Strength
	Words    briefing.Words
	// Spelling knows the words of languages; nil where nothing does.
	Spelling briefing.Speller
	// Desk makes a desk on an open vault.
	Desk func(briefing.Vault) *briefing.Desk
	// VaultDir is the folder proposed, or given on the command line.
	VaultDir string
	// Demo opens a vault for trying out, made on the spot: DEMO stands on every
	// page.
	Demo bool
	// Restarts says that the caller of Run starts the program anew after a vault
	// was locked.
	Restarts bool
	// Away calls left whenever the user goes, as far as the system tells: the
	// machine sleeps, the screen is locked. It returns when ctx ends; nil where
	// nothing tells.
	Away func(ctx context.Context, left func())
	// Sample gives the fictional note that the demo offers.
	Sample func() (name string, data []byte)
	// Fill fills a demo vault.
	Fill func(context.Context, *briefing.Desk) error
}

// shell is the window, with the vault that is open in it. All its fields
// belong to the UI goroutine.
type shell struct {
	Config
	window  fyne.Window
	words   briefing.Words
	jobs    *jobs
	prefs   preferences
	now     func() time.Time
	root    *fyne.Container // what the window shows: the start page or the frame
	dialogs []func()        // closes each dialog that is open, the top one last
	list    []*command
	worn    look     // the theme in force
	recent  []string // folders that files were picked from
	clip    *clip
	locked  bool // the window closed because the vault was locked

	session
}

// session is what an open vault brings; locking drops all of it.
type session struct {
	open    *briefing.Desk // nil while locked
	deaf    func()         // ends listening to the desk
	ctx     context.Context
	stop    context.CancelFunc // ends all work on the open vault
	flushes []func()
	lasts   []func()

	covered bool // being locked: no word is shown

	held    held
	reading bool // a reading of the store is under way
	again   bool // and another must follow
	busy    int  // pieces of long work
	touched int  // counts what somebody did
	unsaved bool // the newest save failed

	frame     *frame
	pages     map[string]page
	shown     string // the page in the middle
	block     string // the selected block of the open note
	menuShown string // the menu bar's words, to build it only when they change
	side      side
}

// side is the inspector to the right of the note.
type side interface {
	page
	// showBlock shows what is held on a block; empty for none.
	showBlock(id string)
	// focusField brings a field to the front and the focus into it.
	focusField(code string)
	// setStance sets the stance of what is shown.
	setStance(briefing.Stance)
	// shade hides what neighbours must not see.
	shade()
}

// newShell makes the window; nothing is shown yet. start runs work beside the
// UI goroutine; nil means on goroutines.
func newShell(c Config, start func(func())) *shell {
	s := &shell{Config: c, words: c.Words, jobs: newJobs(start), prefs: preferences{c.App.Preferences()}, now: time.Now}
	if l := s.prefs.String(prefLanguage); l != "" {
		s.words = c.Words.In(l)
	}
	s.session = newSession()
	s.clip = newClip(c.App.Clipboard(), s.jobs)
	s.dress()
	s.window = c.App.NewWindow(s.say("window.title"))
	s.window.SetPadded(false)
	s.root = container.NewStack()
	s.window.SetContent(s.root)
	s.list = s.commands()
	s.bind()
	return s
}

func newSession() session {
	ctx, stop := context.WithCancel(context.Background())
	return session{ctx: ctx, stop: stop, pages: map[string]page{}}
}

// say is a sentence of the catalogue in the window's language.
func (s *shell) say(key string, args ...any) string { return s.words.Say(key, args...) }

// desk is the use-cases on the open vault; nil while locked.
func (s *shell) desk() *briefing.Desk { return s.open }

// dossier is what is held on the open note, as last read; nil while no note
// is open.
func (s *shell) dossier() *briefing.Dossier { return s.held.dossier }

// selected is the id of the selected block; empty for none.
func (s *shell) selected() string { return s.block }

// phrase is what is selected inside the selected block, in bytes of its text;
// 0, 0 for nothing.
func (s *shell) phrase() (start, end int) {
	if n, ok := s.pages[pageNote].(*notePage); ok {
		return n.phrase()
	}
	return 0, 0
}

// quick runs short store work after all quick work given before, and done on
// the UI goroutine. Nothing is done for a vault that was locked meanwhile.
func (s *shell) quick(work func(context.Context) error, done func(error)) {
	ctx := s.ctx
	s.jobs.inOrder(ctx, work, func(err error) {
		if done != nil && ctx == s.ctx {
			done(err)
		}
	})
}

// beforeLeave registers what a page must save before another is shown or an
// export begins. flush may queue its work with quick.
func (s *shell) beforeLeave(flush func()) { s.flushes = append(s.flushes, flush) }

// beforeParting registers what a page may keep on the screen until its widgets
// go: when the vault is locked, the window closes or speaks another language.
func (s *shell) beforeParting(flush func()) { s.lasts = append(s.lasts, flush) }

// leave has every page save what is done.
func (s *shell) leave() {
	for _, flush := range s.flushes {
		flush()
	}
}

// part has every page save all it holds, what was only begun too.
func (s *shell) part() {
	s.leave()
	for _, flush := range s.lasts {
		flush()
	}
}
