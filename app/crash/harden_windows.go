package crash

import "golang.org/x/sys/windows"

// Flags of WerSetFlags: no heap in a report, and no window that offers one.
const (
	werNoHeap = 1
	werNoUI   = 32
)

// Harden asks the system to report no failure of this process and to put none
// of its memory into a report. A system that refuses leaves the program as it was.
func Harden() {
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX)
	call := windows.NewLazySystemDLL("kernel32.dll").NewProc("WerSetFlags")
	if call.Find() == nil {
		_, _, _ = call.Call(werNoHeap | werNoUI)
	}
}
