package storage

import (
	"fmt"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"placard/briefing"
)

// encoding writes CBOR in its core deterministic form; times keep their
// nanoseconds and lose their zone.
var encoding = sync.OnceValues(func() (cbor.EncMode, error) {
	options := cbor.CoreDetEncOptions()
	options.Time = cbor.TimeRFC3339NanoUTC
	return options.EncMode()
})

// decoding is strict: what an older version would drop unread, such as a field
// it does not know, is an error.
var decoding = sync.OnceValues(func() (cbor.DecMode, error) {
	return cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		IndefLength:       cbor.IndefLengthForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
		MaxNestedLevels:   24,
		MaxArrayElements:  4 << 20,
		MaxMapPairs:       1 << 20,
	}.DecMode()
})

func encode(v any) ([]byte, error) {
	mode, err := encoding()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(v)
}

// decode reads what carried a good seal: where it cannot, a newer version
// wrote it.
func decode(data []byte, v any) error {
	mode, err := decoding()
	if err != nil {
		return err
	}
	if err := mode.Unmarshal(data, v); err != nil {
		return briefing.ErrVaultNewer.Because(fmt.Errorf("decode %T: %w", v, err))
	}
	return nil
}
