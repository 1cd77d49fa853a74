package briefing

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	// chooseNumber is the k of "select two topics".
	chooseNumber = regexp.MustCompile(`(?i)\b(?:select|choose|pick|indicate|prefer|retain|choisir|sélectionner|retenir|elegir|seleccionar|escoger)\b(?: \pL+){0,2}? (` + numberWords + `|[0-9]{1,2})\b`)
	// ownOption invites something that is not on the list.
	ownOption = regexp.MustCompile(`(?i)\bor (?:such|any|some) other \pL+|\bor (?:to )?(?:propose|suggest) (?:an)?other|\bou (?:tout|toute|tous|toutes) autres? \pL+|\bou d'autres \pL+|\bo (?:cualquier|cualesquiera|algún|alguna) otr[oa]s? \pL+|\bu otr[oa]s \pL+`)
)

const numberWords = `one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez`

var numberOf = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
	"uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}

// fewestOptions is how many things there must be to choose from.
const fewestOptions = 2

// readOptions takes the list below a choosing paragraph as its options, reads
// how many are to be chosen, and whether another may be proposed.
func (a *Ask) readOptions(b *Block, blocks []Block) {
	if !a.has(AskChoose) {
		return
	}
	for i := range blocks {
		o := &blocks[i]
		if o.Parent == b.ID && (o.Kind == KindBullet || o.Kind == KindSubparagraph) {
			a.Options = append(a.Options, Option{Code: strconv.Itoa(len(a.Options) + 1), Block: o.ID, Title: runInTitle(o)})
		}
	}
	if len(a.Options) < fewestOptions {
		a.Options = nil
		return
	}
	u := unify(b.Text)
	a.Choose = howMany(u.text, len(a.Options))
	a.OwnOption = ownOption.MatchString(u.text)
}

func (a *Ask) has(class AskClass) bool {
	for _, r := range a.Also {
		if r.Class == class {
			return true
		}
	}
	return false
}

// howMany are to be chosen; one where the text does not say.
func howMany(text string, of int) int {
	for _, m := range chooseNumber.FindAllStringSubmatch(text, -1) {
		n := numberOf[strings.ToLower(m[1])]
		if n == 0 {
			n, _ = strconv.Atoi(m[1])
		}
		if n > 0 && n <= of {
			return n
		}
	}
	return 1
}

// longestRunIn in letters; longer first sentences are cut at a word.
const longestRunIn = 120

// runInTitle is the run-in head of an option, else what stands before its
// first colon, else its first sentence.
func runInTitle(b *Block) string {
	for _, style := range []Style{Bold, Italic, Underline} {
		if len(b.Runs) > 0 && b.Runs[0].Start == 0 && b.Runs[0].Has(style) && b.Runs[0].End < len(b.Text) {
			return trimTitle(b.Text[:b.Runs[0].End])
		}
	}
	if head, _, ok := strings.Cut(b.Text, ":"); ok && utf8.RuneCountInString(head) <= longestRunIn {
		return trimTitle(head)
	}
	_, end := sentenceAt(b.Text, 0)
	title := []rune(b.Text[:end])
	if len(title) <= longestRunIn {
		return trimTitle(string(title))
	}
	cut := string(title[:longestRunIn])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

func trimTitle(s string) string { return strings.Trim(s, " :;.,–—-\u00a0\t") }
