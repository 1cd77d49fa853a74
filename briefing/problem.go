package briefing

import (
	"errors"
	"fmt"
)

// Problem is an error people read: the catalogue holds what happened, what is
// safe and what to try under "problem.<code>.what|safe|try". Its own text is
// for developers and holds no words of the user's.
type Problem struct { //nolint:errname // the thing people read, not only an error
	Code string
	// Args fill the catalogue's sentences: name, value pairs.
	Args []any
	Err  error
}

// Error is the code with its cause.
func (p *Problem) Error() string {
	if p.Err != nil {
		return p.Code + ": " + p.Err.Error()
	}
	return p.Code
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Is holds for problems of one code.
func (p *Problem) Is(target error) bool {
	var t *Problem
	return errors.As(target, &t) && t.Code == p.Code
}

// Because is the problem with a cause and the arguments of its sentences.
func (p *Problem) Because(err error, args ...any) *Problem {
	return &Problem{Code: p.Code, Args: args, Err: err}
}

// The problems that callers branch on.
var (
	ErrNotFound        = &Problem{Code: "not_found"}
	ErrNoVault         = &Problem{Code: "no_vault"}
	ErrVaultExists     = &Problem{Code: "vault_exists"}
	ErrWrongPassphrase = &Problem{Code: "wrong_passphrase"}
	ErrWeakPassphrase  = &Problem{Code: "weak_passphrase"}
	ErrVaultInUse      = &Problem{Code: "vault_in_use"}
	ErrVaultNewer      = &Problem{Code: "vault_newer"}
	ErrVaultDamaged    = &Problem{Code: "vault_damaged"}
	ErrReadOnly        = &Problem{Code: "read_only"}
	ErrDiskFull        = &Problem{Code: "disk_full"}
	ErrNotSaved        = &Problem{Code: "not_saved"}
	ErrConflict        = &Problem{Code: "conflict"}
	ErrEmptyFile       = &Problem{Code: "empty_file"}
	ErrBinaryFile      = &Problem{Code: "binary_file"}
	ErrUnsupported     = &Problem{Code: "unsupported_format"}
	ErrEncrypted       = &Problem{Code: "encrypted_document"}
	ErrLocked          = &Problem{Code: "locked_document"}
	ErrTooLarge        = &Problem{Code: "too_large"}
	ErrScan            = &Problem{Code: "scan_without_text"}
	ErrUnreadable      = &Problem{Code: "unreadable_document"}
	ErrParseTimeout    = &Problem{Code: "parse_timeout"}
	ErrParseCrashed    = &Problem{Code: "parse_crashed"}
	ErrAmbiguous       = &Problem{Code: "ambiguous"}
	ErrInvalid         = &Problem{Code: "invalid_value"}
	ErrTooLong         = &Problem{Code: "text_too_long"}
	ErrNothingToUndo   = &Problem{Code: "nothing_to_undo"}
	ErrNothingToRedo   = &Problem{Code: "nothing_to_redo"}
	ErrNothingToExport = &Problem{Code: "nothing_to_export"}
	ErrDoubtful        = &Problem{Code: "doubtful"}
	ErrHeldTwice       = &Problem{Code: "held_twice"}
	ErrAlreadyImported = &Problem{Code: "already_imported"}
	ErrNotABackup      = &Problem{Code: "not_a_backup"}
	ErrBackupDamaged   = &Problem{Code: "backup_damaged"}
	ErrNotProved       = &Problem{Code: "not_proved"}
)

// ErrStop ends a walk early without an error.
var ErrStop = errors.New("stop")

// ConflictError says that an entity moved on since a change was made on it.
type ConflictError struct {
	Key  Key
	Base uint64 // the revision the change was made on
	Now  uint64 // today's revision
}

// Error names the revisions.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("conflict: made on revision %d, now at %d", e.Base, e.Now)
}

// Is makes errors.Is(err, ErrConflict) hold.
func (e *ConflictError) Is(target error) bool {
	p, ok := target.(*Problem)
	return ok && p.Code == ErrConflict.Code
}
