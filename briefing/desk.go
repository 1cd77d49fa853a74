package briefing

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"sync"
	"time"
)

// Ports is what a Desk works with; main wires it. Vault, Extractor and Words
// are needed, the others only for the use-cases that call them.
type Ports struct {
	Vault     Vault
	Extractor Extractor
	// Pictures shows pages as they look.
	Pictures PagePictures
	// Packer and Tabler decide what stands in papers and workbooks; Publishers and
	// Workbook how they look.
	Packer   Packer
	Tabler   Tabler
	Workbook Workbook
	// Maps draws stance maps.
	Maps Mapper
	// Returns reads what comes back from capital.
	Returns Returns
	// Finder looks for words; it is closed with the vault.
	Finder Finder
	// Publishers by format: "docx".
	Publishers map[string]Publisher
	Words      Words
	Directory  Directory
	// Author signs changes until the settings name somebody.
	Author string
	// Now and Random are the clock and the source of ids; nil means the real ones.
	Now    func() time.Time
	Random io.Reader
}

// Desk is every use-case of Placard on one open vault. It is safe for
// concurrent use; what it returns belongs to the caller.
type Desk struct {
	Ports

	mu        sync.Mutex
	listeners map[int]func(Event)
	next      int
	lastSaved time.Time
}

// Event tells listeners what a commit changed, after it is durable.
type Event struct {
	Sequence uint64
	Act      Act
	At       time.Time
	Keys     []Key
}

// NewDesk makes a Desk of its ports.
func NewDesk(p Ports) *Desk {
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Random == nil {
		p.Random = rand.Reader
	}
	return &Desk{Ports: p, listeners: map[int]func(Event){}}
}

// Close closes the finder and the vault. An index that could not be kept is
// made again: that is no error.
func (d *Desk) Close() error {
	if d.Finder != nil {
		_ = d.Finder.Close()
	}
	return d.Vault.Close()
}

// Listen calls f after each commit, on the goroutine that committed, until
// cancel is called.
func (d *Desk) Listen(f func(Event)) (cancel func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	id := d.next
	d.next++
	d.listeners[id] = f
	return func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.listeners, id)
	}
}

// LastSaved is when this desk's last commit became durable; zero before one.
func (d *Desk) LastSaved() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lastSaved
}

func (d *Desk) newID() (ID, error) {
	id, err := NewID(d.Now(), d.Random)
	if err != nil {
		return ID{}, fmt.Errorf("make an id: %w", err)
	}
	return id, nil
}

// commit saves the changes as one act and tells the listeners.
func (d *Desk) commit(ctx context.Context, act Act, changes ...Change) (Receipt, error) {
	return d.commitAs(ctx, Commit{Act: act, Changes: changes})
}

func (d *Desk) commitAs(ctx context.Context, c Commit) (Receipt, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return Receipt{}, err
	}
	c.By, c.At = settings.Author, d.Now().UTC()
	if c.By == "" {
		c.By = d.Author
	}
	receipt, err := d.Vault.Commit(ctx, c)
	if err != nil {
		return Receipt{}, err
	}
	d.tell(c, receipt)
	return receipt, nil
}

func (d *Desk) tell(c Commit, r Receipt) {
	e := Event{Sequence: r.Sequence, Act: c.Act, At: c.At}
	for _, t := range r.Touched {
		e.Keys = append(e.Keys, t.Key)
	}
	d.mu.Lock()
	d.lastSaved = c.At
	calls := make([]func(Event), 0, len(d.listeners))
	for id := range d.next {
		if f := d.listeners[id]; f != nil {
			calls = append(calls, f)
		}
	}
	d.mu.Unlock()
	for _, f := range calls {
		f(e)
	}
}

// revision of the one entity that a receipt's first change touched.
func (r Receipt) revision() uint64 {
	if len(r.Touched) == 0 {
		return 0
	}
	return r.Touched[0].Revision
}
