package storage

import (
	"context"
	"errors"
	"fmt"
	"os"

	"placard/briefing"
)

var (
	errTooLong = errors.New("longer than it can be")
	errSeal    = errors.New("seal broken")
	errMissing = errors.New("missing")
	errOrder   = errors.New("out of sequence")
	// errUnsound marks what is wrong with the database alone: the journal can
	// make a new one.
	errUnsound = errors.New("database unsound")
	errClosed  = fmt.Errorf("vault: %w", os.ErrClosed)
)

// saveProblem says why nothing was saved.
func saveProblem(err error) error { return problem(err, briefing.ErrNotSaved) }

// openProblem says why a vault cannot be used: what is no matter of room or
// rights is damage.
func openProblem(err error) error { return problem(err, briefing.ErrVaultDamaged) }

// problem translates what the system says; problems and cancellations stay.
func problem(err error, otherwise *briefing.Problem) error {
	var known *briefing.Problem
	switch {
	case err == nil, errors.As(err, &known), canceled(err):
		return err
	case isDiskFull(err):
		return briefing.ErrDiskFull.Because(err)
	case isReadOnly(err):
		return briefing.ErrReadOnly.Because(err)
	case errors.Is(err, errLocked):
		return briefing.ErrVaultInUse.Because(err)
	}
	return otherwise.Because(err)
}

func canceled(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// problemCode is an error in a word for reports and logs: errors themselves may
// name paths.
func problemCode(err error) string {
	switch {
	case isDiskFull(err), errors.Is(err, briefing.ErrDiskFull):
		return "full"
	case errors.Is(err, errMissing):
		return "missing"
	case errors.Is(err, errSeal), errors.Is(err, errFrame), errors.Is(err, errTorn):
		return "seal"
	case errors.Is(err, errOrder):
		return "order"
	}
	return "other"
}
