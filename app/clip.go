package app

import (
	"crypto/sha256"
	"time"

	"fyne.io/fyne/v2"
)

// clipLife is how long words of the vault stay on the clipboard.
const clipLife = 30 * time.Second

// clip is what the window last put on the system's clipboard: only its
// fingerprint, to tell whether it is still ours.
type clip struct {
	board  fyne.Clipboard
	jobs   *jobs
	sum    [sha256.Size]byte
	ours   bool
	cancel func()
}

func newClip(board fyne.Clipboard, jobs *jobs) *clip {
	return &clip{board: board, jobs: jobs, cancel: func() {}}
}

// put puts words on the clipboard for a while.
func (c *clip) put(text string) {
	c.board.SetContent(text)
	c.taken(text)
}

// taken begins the wait anew for what a field has put there.
func (c *clip) taken(text string) {
	if text == "" {
		return
	}
	c.cancel()
	c.sum, c.ours = sha256.Sum256([]byte(text)), true
	c.cancel = c.jobs.later(clipLife, c.clearNow)
}

// clearNow empties the clipboard, unless somebody else has filled it since.
func (c *clip) clearNow() {
	c.cancel()
	if c.ours && sha256.Sum256([]byte(c.board.Content())) == c.sum {
		c.board.SetContent("")
	}
	c.ours = false
}

// keyCopied is how a field tells the window that it has put something on the
// clipboard: no key of a keyboard.
const keyCopied fyne.KeyName = "Copied"

// passCopy handles a shortcut of a field whose selected text is given, and
// tells the window where that was copied or cut.
func passCopy(o fyne.CanvasObject, selected string, sh fyne.Shortcut, handle func(fyne.Shortcut)) {
	handle(sh)
	switch sh.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut:
		if selected != "" {
			toWindow(o, &fyne.KeyEvent{Name: keyCopied})
		}
	}
}
