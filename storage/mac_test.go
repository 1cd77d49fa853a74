package storage

import (
	"bytes"
	"testing"

	"placard/briefing"
)

func TestMACsAreTheVaultsOwn(t *testing.T) {
	one, _ := create(t)
	two, _ := create(t)
	defer shut(t, two)
	mac := func(v briefing.Vault, label, data string) []byte { return v.(briefing.Sealer).MAC(label, []byte(data)) }
	base := mac(one, "a", "bc")
	if len(base) != 32 || !bytes.Equal(base, mac(one, "a", "bc")) {
		t.Errorf("not the same twice: %x", base)
	}
	for name, other := range map[string][]byte{
		"another vault": mac(two, "a", "bc"), "another label": mac(one, "x", "bc"), "a moved border": mac(one, "ab", "c"),
	} {
		if bytes.Equal(base, other) {
			t.Errorf("%s gives the same", name)
		}
	}
	if err := one.Close(); err != nil {
		t.Fatal(err)
	}
	if got := mac(one, "a", "bc"); got != nil {
		t.Errorf("a closed vault still seals: %x", got)
	}
}
