package briefing

// Remembered is the optional ability of an open Vault to tell that it is older
// than when it was last open on this machine: a copy put back, or a synced
// folder that went astray.
type Remembered interface {
	// Missing counts the commits seen before that the vault no longer has.
	Missing() uint64
	// AcceptOlder takes the vault as it is, so that it is not said again.
	AcceptOlder() error
}

// Placed is the optional ability of Vaults to tell who else writes to a folder.
type Placed interface {
	// SharedBy names what keeps the folder, or one above it, the same on
	// several machines; empty where nothing known does. A vault is not safe
	// there: its files must change together.
	SharedBy(dir string) string
}
