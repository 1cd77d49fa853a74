package child

import (
	"errors"
	"os"

	seccomp "github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"github.com/landlock-lsm/go-landlock/landlock"
)

// forbidden are the calls of the system that nothing that reads documents
// needs: the network, other programs, other processes, and the ways out of
// what is laid on the process.
var forbidden = []string{
	"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "io_uring_setup",
	"execve", "execveat", "fork", "vfork", "kill", "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd", "kcmp",
	"mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "open_by_handle_at", "move_mount", "open_tree", "fsopen",
	"add_key", "request_key", "keyctl", "bpf", "perf_event_open", "userfaultfd", "init_module", "finit_module", "delete_module", "kexec_load",
	"shmget", "msgget", "semget", "mq_open", "personality", "reboot", "swapon", "swapoff", "acct", "settimeofday", "clock_settime",
}

// Confine takes from the process, for good, what reading documents does not
// need: every file but those under folder, the network, and other programs. A
// kernel that lacks a means is asked for the others; the error says which one
// failed, and the process goes on with what it got.
func Confine(folder string) error {
	var rules []landlock.Rule
	if folder != "" && os.MkdirAll(folder, 0o700) == nil {
		rules = append(rules, landlock.RWDirs(folder))
	}
	return errors.Join(landlock.V6.BestEffort().Restrict(rules...), forbid())
}

// forbid loads the filter of calls for all threads of the process.
func forbid() error {
	info, err := arch.GetInfo("")
	if err != nil {
		return err
	}
	var known []string // some calls are of other architectures
	for _, name := range forbidden {
		if _, ok := info.SyscallNames[name]; ok {
			known = append(known, name)
		}
	}
	return seccomp.LoadFilter(seccomp.Filter{
		NoNewPrivs: true,
		Flag:       seccomp.FilterFlagTSync,
		Policy: seccomp.Policy{
			DefaultAction: seccomp.ActionAllow,
			Syscalls:      []seccomp.SyscallGroup{{Action: seccomp.ActionErrno, Names: known}},
		},
	})
}
