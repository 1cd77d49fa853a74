package assets

import _ "embed"

// Icon is the program's icon, a PNG of 512 × 512 pixels: a nameplate, raised.
// It is shared; nobody changes it.
//
//go:embed icon.png
var Icon []byte
