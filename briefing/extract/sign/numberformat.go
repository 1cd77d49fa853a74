package sign

import (
	"strconv"
	"strings"
)

// FormatNumber writes a counter as Word's formats do. Formats that no session
// document uses are written as digits.
func FormatNumber(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letters26(n, 'a')
	case "upperLetter":
		return letters26(n, 'A')
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "russianLower", "russianUpper":
		return letterOf(alphabets[1], n, format == "russianUpper")
	case "arabicAbjad", "arabicAlpha":
		return letterOf(alphabets[2], n, false)
	case "hindiNumbers", "arabicIndic":
		return strings.Map(func(r rune) rune { return r - '0' + '٠' }, strconv.Itoa(max(n, 0)))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letters26 doubles letters behind z, as Word does: "aa", "bb".
func letters26(n int, first byte) string {
	if n < 1 || n > 26*8 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+byte((n-1)%26)), (n-1)/26+1)
}

func letterOf(alphabet string, n int, upper bool) string {
	all := []rune(alphabet)
	if n < 1 || n > len(all) {
		return strconv.Itoa(n)
	}
	if s := string(all[n-1]); !upper {
		return s
	}
	return strings.ToUpper(string(all[n-1]))
}
