package briefing

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"time"
)

// ID names an entity for good: a UUID of version 7 (RFC 9562), so that ids
// sort by the time they were made and have one width in keys.
type ID [16]byte

var errBadID = errors.New("not an id: 32 hexadecimal digits expected")

// NewID makes an ID of the time now (UTC milliseconds) and 74 bits of random.
func NewID(now time.Time, random io.Reader) (ID, error) {
	var id ID
	if _, err := io.ReadFull(random, id[6:]); err != nil {
		return ID{}, err
	}
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(now.UnixMilli()))
	copy(id[:6], ms[2:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id, nil
}

// IsZero tells whether the ID names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String is the usual form with four hyphens.
func (id ID) String() string {
	h := hex.EncodeToString(id[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// ParseID reads an ID with or without its hyphens.
func ParseID(s string) (ID, error) {
	digits := make([]byte, 0, 32)
	for i := range len(s) {
		if s[i] != '-' {
			digits = append(digits, s[i])
		}
	}
	var id ID
	if n, err := hex.Decode(id[:], digits[:min(len(digits), 32)]); err != nil || n != 16 || len(digits) != 32 {
		return ID{}, errBadID
	}
	return id, nil
}

// MarshalText writes the String form; the zero ID is empty.
func (id ID) MarshalText() ([]byte, error) {
	if id.IsZero() {
		return nil, nil
	}
	return []byte(id.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = ID{}
		return nil
	}
	got, err := ParseID(string(text))
	*id = got
	return err
}

// MarshalBinary writes the 16 bytes.
func (id ID) MarshalBinary() ([]byte, error) { return id[:], nil }

// UnmarshalBinary reads 16 bytes.
func (id *ID) UnmarshalBinary(b []byte) error {
	if len(b) != len(id) {
		return errBadID
	}
	copy(id[:], b)
	return nil
}
