package word

import (
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// Unseal opens an Office file of today that a password closes and gives the
// file within: ErrEncrypted where the password is another, ErrLocked where the
// way of closing is not known here. Whether a password is right the file itself
// does not always say; what comes out must look like an archive.
func Unseal(data []byte, password string) ([]byte, error) {
	if password == "" {
		return nil, briefing.ErrEncrypted
	}
	plain, err := excelize.Decrypt(data, &excelize.Options{Password: password})
	switch {
	case errors.Is(err, excelize.ErrUnsupportedEncryptMechanism), errors.Is(err, excelize.ErrUnknownEncryptMechanism):
		return nil, briefing.ErrLocked.Because(err)
	case err != nil:
		return nil, briefing.ErrEncrypted.Because(err)
	case !bytes.HasPrefix(plain, []byte("PK\x03\x04")):
		return nil, briefing.ErrEncrypted
	}
	return plain, nil
}
