package away

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	login       = "org.freedesktop.login1"
	manager     = login + ".Manager"
	managerPath = dbus.ObjectPath("/org/freedesktop/login1")
)

// lockTime is how long the machine is kept from sleeping while the vault is
// being locked. The system waits for five seconds at most.
const lockTime = 3 * time.Second

// Watch calls left whenever the user goes, until ctx ends; on whatever
// goroutine hears of it.
func Watch(ctx context.Context, left func()) {
	var buses sync.WaitGroup
	buses.Go(func() { watch(ctx, dbus.ConnectSystemBus, true, left) })
	buses.Go(func() { watch(ctx, dbus.ConnectSessionBus, false, left) })
	buses.Wait()
}

// watch hears one bus. Each has a channel of its own: a bus closes it when it
// goes.
func watch(ctx context.Context, connect func(...dbus.ConnOption) (*dbus.Conn, error), holds bool, left func()) {
	conn, err := connect(dbus.WithContext(ctx))
	if err != nil {
		slog.Info("no bus tells of sleep or a locked screen", "system", holds)
		return
	}
	defer conn.Close()
	listen(conn)
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	w := &watcher{conn: conn, holds: holds, left: left}
	w.holdSleep()
	defer w.letSleep()
	for {
		select {
		case <-ctx.Done():
			return
		case s, open := <-signals:
			if !open {
				return // the bus went away
			}
			w.hear(s)
		}
	}
}

// listen asks a bus for the signals of sleep, locked sessions and screens. A
// bus that does not know one stays silent.
func listen(conn *dbus.Conn) {
	for _, m := range []struct{ face, member string }{
		{manager, "PrepareForSleep"},
		{login + ".Session", "Lock"},
		{"org.freedesktop.ScreenSaver", "ActiveChanged"},
		{"org.gnome.ScreenSaver", "ActiveChanged"},
	} {
		if err := conn.AddMatchSignal(dbus.WithMatchInterface(m.face), dbus.WithMatchMember(m.member)); err != nil {
			slog.Info("the bus takes no rule", "signal", m.member)
		}
	}
}

// watcher hears the signals of a bus and, on the system's, keeps the machine
// from sleeping too soon.
type watcher struct {
	conn  *dbus.Conn
	holds bool
	left  func()
	hold  *os.File // the system sleeps once it is closed
}

func (w *watcher) hear(s *dbus.Signal) {
	on := true
	if len(s.Body) > 0 {
		on, _ = s.Body[0].(bool)
	}
	switch s.Name {
	case manager + ".PrepareForSleep":
		if !on {
			w.holdSleep()
			return
		}
		w.left()
		if hold := w.hold; hold != nil {
			w.hold = nil
			time.AfterFunc(lockTime, func() { _ = hold.Close() })
		}
	case login + ".Session.Lock":
		w.left()
	default: // a screen saver
		if on {
			w.left()
		}
	}
}

// holdSleep asks to be waited for when the machine is to sleep.
func (w *watcher) holdSleep() {
	if w.hold != nil || !w.holds {
		return
	}
	var fd dbus.UnixFD
	err := w.conn.Object(login, managerPath).Call(manager+".Inhibit", 0, "sleep", "Placard", "locks its vault", "delay").Store(&fd)
	if err == nil {
		w.hold = os.NewFile(uintptr(fd), "sleep")
	}
}

func (w *watcher) letSleep() {
	if w.hold != nil {
		_ = w.hold.Close()
	}
}
