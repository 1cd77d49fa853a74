package assets

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
)

func TestIcon(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got.X != 512 || got.Y != 512 {
		t.Errorf("icon is %v, want 512 × 512", got)
	}
	if _, _, _, alpha := img.At(0, 0).RGBA(); alpha != 0 {
		t.Error("the icon's corner is not transparent")
	}
}

// What is packaged is the icon that the window shows.
func TestPackageUsesTheIcon(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{`Icon = "assets/icon.png"`, `ID = "org.placard.Placard"`, `fyneDo = true`} {
		if !strings.Contains(string(data), line+"\n") {
			t.Errorf("FyneApp.toml lacks %s", line)
		}
	}
}
