package away

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// bus starts a message bus of its own and makes it the system's and the
// session's.
func bus(t *testing.T) *dbus.Conn {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("dbus-daemon is not installed")
	}
	cmd := exec.Command(daemon, "--session", "--nofork", "--nopidfile", "--print-address=1", "--address=unix:dir="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"} {
		t.Setenv(name, strings.TrimSpace(address))
	}
	conn, err := dbus.ConnectSystemBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

// logind stands for the system's own: it keeps the reading end of what Inhibit
// hands out.
type logind struct{ asked chan *os.File }

func (l logind) Inhibit(_, _, _, _ string) (dbus.UnixFD, *dbus.Error) {
	r, w, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	l.asked <- r
	return dbus.UnixFD(w.Fd()), nil
}

func TestSleepAndLockedScreensAreTold(t *testing.T) {
	conn := bus(t)
	l := logind{asked: make(chan *os.File, 1)}
	if err := conn.Export(l, managerPath, manager); err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(login, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("logind's name: %v, %v", reply, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	left, ended := make(chan struct{}, 8), make(chan struct{})
	go func() {
		defer close(ended)
		Watch(ctx, func() { left <- struct{}{} })
	}()
	wait(t, l.asked, "the machine is kept from sleeping too soon")
	session := dbus.ObjectPath("/org/freedesktop/login1/session/_31")
	for _, s := range []struct {
		name string
		path dbus.ObjectPath
		on   []any
	}{
		{manager + ".PrepareForSleep", managerPath, []any{true}},
		{login + ".Session.Lock", session, nil},
		{"org.freedesktop.ScreenSaver.ActiveChanged", "/org/freedesktop/ScreenSaver", []any{true}},
		{"org.gnome.ScreenSaver.ActiveChanged", "/org/gnome/ScreenSaver", []any{true}},
	} {
		if err := conn.Emit(s.path, s.name, s.on...); err != nil {
			t.Fatal(err)
		}
		wait(t, left, s.name)
		for len(left) > 0 { // both buses are this one
			<-left
		}
	}
	stop()
	wait(t, ended, "Watch returns")
}

func wait[T any](t *testing.T, c <-chan T, what string) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(10 * time.Second):
		t.Fatalf("waited in vain: %s", what)
	}
}

// Without any bus there is nothing to hear, and nothing breaks.
func TestNoBus(t *testing.T) {
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	Watch(ctx, func() { t.Error("left was called") })
}
