package briefing

import "context"

// Backup writes the whole vault, sealed, to a file or into a folder; see
// Backer. It is for the owner of the vault: nothing passes a gate, and nothing
// in it can be read without a passphrase or the recovery key.
func (d *Desk) Backup(ctx context.Context, to string, progress Progress) (BackupReport, error) {
	b, ok := d.Vault.(Backer)
	if !ok {
		return BackupReport{}, ErrUnsupported
	}
	return b.Backup(ctx, to, progress)
}

// Check looks through the whole open vault; see Inspector.
func (d *Desk) Check(ctx context.Context, progress Progress) (CheckReport, error) {
	i, ok := d.Vault.(Inspector)
	if !ok {
		return CheckReport{}, ErrUnsupported
	}
	return i.Inspect(ctx, progress)
}

// Recovery is what opening the vault had to repair; nil where it was sound.
func (d *Desk) Recovery() *RebuildReport {
	if r, ok := d.Vault.(Recovered); ok {
		return r.Recovery()
	}
	return nil
}

// Restriction is why the vault takes no commits in this session; nil where it
// does.
func (d *Desk) Restriction() error {
	if r, ok := d.Vault.(Restricted); ok {
		return r.Restriction()
	}
	return nil
}

// Rescued tells what became of what earlier sessions could not save.
func (d *Desk) Rescued() RescueReport {
	if r, ok := d.Vault.(Rescued); ok {
		return r.Rescued()
	}
	return RescueReport{}
}
