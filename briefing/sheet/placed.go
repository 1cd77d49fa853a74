package sheet

import (
	"errors"

	"placard/briefing"
)

// placed says in which row a text did not fit, so that it can be found.
func placed(err error, ref string) error {
	var p *briefing.Problem
	if errors.As(err, &p) && p.Code == briefing.ErrTooLong.Code {
		return briefing.ErrTooLong.Because(p.Err, append([]any{"Place", ref}, p.Args...)...)
	}
	return err
}
