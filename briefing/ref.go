package briefing

import "strings"

// A row of a workbook is named by a reference that people can read out over
// the telephone: IC/2005/13-P12-O2 is the second option of paragraph 12 of
// IC/2005/13. On paper and in cells it carries a check character behind a
// last hyphen, by ISO 7064 MOD 37-2, so that a slip of the finger is not
// another row.
//
// The system takes the letters A–Z and digits 0–9 of the reference in order,
// as values 10–35 and 0–9. Each is weighted by a power of two that grows to
// the left, and the check character (0–9, A–Z or *, worth 36) makes the sum
// leave 1 when divided by 37. As 37 is prime and the powers of two run
// through all its residues, every single wrong character is caught, and every
// two characters changed over, up to 36 apart. Case, spaces, hyphens, dashes
// and slashes don't count: word processors change them.

// checkDigits are the characters of the check in the order of their values.
const checkDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"

// checkValue of a character; ok is false for those that don't count.
func checkValue(r rune) (n int, ok bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= 'A' && r <= 'Z':
		return int(r-'A') + 10, true
	case r >= 'a' && r <= 'z':
		return int(r-'a') + 10, true
	}
	return 0, false
}

// CheckedRef is the reference as it is printed: with its check character.
func CheckedRef(ref string) string {
	return ref + "-" + string(checkOf(ref))
}

func checkOf(ref string) byte {
	sum := 0
	for _, r := range ref {
		if n, ok := checkValue(r); ok {
			sum = (sum + n) * 2 % 37
		}
	}
	return checkDigits[(38-sum)%37]
}

// ParseRef takes the check character off a printed reference; ok is false
// where it does not fit, so that the row must be asked about.
func ParseRef(printed string) (ref string, ok bool) {
	printed = strings.TrimSpace(printed)
	cut := strings.LastIndexByte(printed, '-')
	if cut <= 0 || cut != len(printed)-2 {
		return "", false
	}
	ref = printed[:cut]
	return ref, checkOf(ref) == strings.ToUpper(printed)[cut+1]
}

// refKey is a reference without what does not count in it.
func refKey(ref string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := checkValue(r); ok {
			return r
		}
		return -1
	}, strings.ToUpper(ref))
}
