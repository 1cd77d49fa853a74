package storage

import "placard/briefing"

var _ briefing.Remembered = (*vault)(nil)

// compare holds a vault that was opened against what this machine saw of it
// before.
func (v *vault) compare() {
	last, err := v.seen.last(v.keys.id)
	switch {
	case err != nil:
		v.log.Warn("not known how far the vault was", "problem", problemCode(err))
	case last > v.state.Applied:
		v.missing = last - v.state.Applied
		v.log.Warn("the vault is older than it was here", "commits", v.state.Applied, "missing", v.missing)
	default:
		v.remember()
	}
}

// Missing counts the commits that this machine saw in the vault and that it
// no longer has.
func (v *vault) Missing() uint64 {
	v.writer.Lock()
	defer v.writer.Unlock()
	return v.missing
}

// AcceptOlder takes the vault as it is: its commits count anew from here.
func (v *vault) AcceptOlder() error {
	v.writer.Lock()
	defer v.writer.Unlock()
	if err := v.seen.set(v.keys.id, v.state.Applied); err != nil {
		return saveProblem(err)
	}
	v.missing = 0
	return nil
}

// remember notes how far the vault is. Not to know it later is no harm to it.
func (v *vault) remember() {
	if err := v.seen.raise(v.keys.id, v.state.Applied); err != nil {
		v.log.Warn("not remembered how far the vault is", "problem", problemCode(err))
	}
}
