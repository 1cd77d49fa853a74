package away

import (
	"context"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// look is how often the session is asked whether its screen is locked.
const look = 3 * time.Second

// sessionInfoEx is WTSSessionInfoEx of WTS_INFO_CLASS.
const sessionInfoEx = 25

// sessionLocked is WTS_SESSIONSTATE_LOCK.
const sessionLocked = 0

// sessionInfo begins WTSINFOEXW at level 1.
type sessionInfo struct {
	level        uint32
	_            uint32
	sessionID    uint32
	sessionState uint32
	flags        int32
}

// Watch calls left whenever the session's screen is locked, until ctx ends.
func Watch(ctx context.Context, left func()) {
	tick := time.NewTicker(look)
	defer tick.Stop()
	before := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := locked()
		if now && !before {
			left()
		}
		before = now
	}
}

// locked tells whether the screen of this session is locked; false where the
// system does not say.
func locked() bool {
	dll := windows.NewLazySystemDLL("wtsapi32.dll")
	query, free := dll.NewProc("WTSQuerySessionInformationW"), dll.NewProc("WTSFreeMemory")
	if query.Find() != nil || free.Find() != nil {
		return false
	}
	const current = ^uintptr(0) // WTS_CURRENT_SESSION
	var info *sessionInfo
	var size uint32
	ok, _, _ := query.Call(0, current, sessionInfoEx, uintptr(unsafe.Pointer(&info)), uintptr(unsafe.Pointer(&size)))
	if ok == 0 || info == nil {
		return false
	}
	defer func() { _, _, _ = free.Call(uintptr(unsafe.Pointer(info))) }()
	return size >= uint32(unsafe.Sizeof(*info)) && info.level == 1 && info.flags == sessionLocked
}
