package storage

import "placard/storage/strength"

// Meter rates passphrases before they protect a vault, and makes good ones.
type Meter = strength.Meter
