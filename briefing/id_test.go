package briefing

import (
	"crypto/rand"
	"testing"
	"time"
)

func TestIDsSortByTime(t *testing.T) {
	now := time.Date(2031, 5, 14, 0, 0, 0, 0, time.UTC)
	earlier, err := NewID(now, rand.Reader)
	later, err2 := NewID(now.Add(time.Millisecond), rand.Reader)
	if err != nil || err2 != nil || earlier.String() >= later.String() {
		t.Errorf("%s is not before %s", earlier, later)
	}
	if got := earlier.String()[14]; got != '7' {
		t.Errorf("version %c", got)
	}
}

func TestIDsReadBack(t *testing.T) {
	id, _ := NewID(time.Now(), rand.Reader)
	if got, err := ParseID(id.String()); err != nil || got != id {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"", "12", id.String() + "0", "zz" + id.String()[2:]} {
		if _, err := ParseID(bad); err == nil {
			t.Errorf("%q passes for an id", bad)
		}
	}
}
