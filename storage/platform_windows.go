package storage

import (
	"errors"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// lockFile takes the lock of an open file for this process alone, or fails at
// once; the system drops it when the process ends, however it ends.
func lockFile(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return err
}

// unlockFile has nothing to do: handles are not inherited, and closing unlocks.
func unlockFile(*os.File) error { return nil }

// syncDir has nothing to do: NTFS logs renames itself, and folders cannot be
// flushed.
func syncDir(string) error { return nil }

// freeSpace is what a user may still write where dir is, in bytes.
func freeSpace(dir string) (int64, error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, err
	}
	return int64(min(free, 1<<62)), nil
}

// allocated is the size of the files of a kind in a folder: here they take
// what they measure.
func allocated(dir, ext string) (total int64) {
	names, err := listed(dir, ext)
	if err != nil {
		return 0
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			total += info.Size()
		}
	}
	return total
}

// reserve gives a new file its room: NTFS takes it with the length.
func reserve(f *os.File, size int64) error { return f.Truncate(size) }

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, os.ErrPermission)
}

// memoryStatus is MEMORYSTATUSEX of the Windows API.
type memoryStatus struct {
	length, load                                       uint32
	totalPhys, availPhys, totalPage, availPage         uint64
	totalVirtual, availVirtual, availExtendedVirtually uint64
}

// systemMemory is the machine's memory in bytes; 0 where it is not known.
func systemMemory() uint64 {
	call := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")
	var status memoryStatus
	status.length = uint32(unsafe.Sizeof(status))
	if ok, _, _ := call.Call(uintptr(unsafe.Pointer(&status))); ok == 0 {
		return 0
	}
	return status.totalPhys
}
