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
