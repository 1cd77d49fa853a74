package briefing

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// ofTheNote stands before an ask that the document itself makes: it
	// announces what follows.
	ofTheNote = regexp.MustCompile(`(?i)\b(?:this|the present|the) (?:\pL+ ){0,2}(?:note|paper|document|report)\b[^.;]{0,80}$|\b(?:la présente|cette) note\b[^.;]{0,80}$|\b(?:le présent|ce) (?:document|rapport)\b[^.;]{0,80}$|\b(?:la presente|esta) nota\b[^.;]{0,80}$|\b(?:el presente|este) (?:documento|informe)\b[^.;]{0,80}$`)
	// several parts the objects of such an ask.
	several = regexp.MustCompile(`(?i),? (?:as well as|and on|and also|along with|ainsi que|et sur|así como|y sobre) |[;,] (?:and |et |y )?`)
	defined = regexp.MustCompile(`((?:[\pL-]+ ){1,9}[\pL-]+) \((\p{Lu}[\p{Lu}\d]{1,9})\)`)
)

// fewestShared is the share of an object's words that an ask must speak of to
// be meant by it.
const fewestShared = 0.6

// linkSummaries finds asks that only announce others ("this note seeks the
// views of the membership on …, as well as …") and names the paragraphs meant:
// for each object the later strong ask that speaks of it most.
func linkSummaries(asks []Ask, blocks []Block) {
	text := textsOf(blocks)
	var terms map[string][]string
	for i := range asks {
		a := &asks[i]
		if a.Class != AskViews || a.Strength != Strong || a.Reason.End == 0 {
			continue
		}
		from, to := sentenceAt(text[a.Block], a.Reason.Start)
		if !ofTheNote.MatchString(text[a.Block][from:a.Reason.Start]) {
			continue
		}
		if terms == nil {
			terms = acronyms(blocks)
		}
		for _, object := range several.Split(text[a.Block][a.Reason.End:to], -1) {
			if later := closest(contentWords(object, terms), asks[i+1:], text, terms); later != nil && !slices.Contains(a.SummaryOf, later.Code) {
				a.SummaryOf = append(a.SummaryOf, later.Code)
			}
		}
	}
}

func textsOf(blocks []Block) map[string]string {
	out := make(map[string]string, len(blocks))
	for i := range blocks {
		out[blocks[i].ID] = blocks[i].Text
	}
	return out
}

// closest is the ask one of whose asking sentences shares most words with the
// object, for its length; nil where none shares enough.
func closest(object map[string]bool, asks []Ask, text map[string]string, terms map[string][]string) *Ask {
	if len(object) < 2 {
		return nil
	}
	var best *Ask
	var most float64
	for i := range asks {
		if asks[i].Strength != Strong {
			continue
		}
		for _, r := range append([]Reason{asks[i].Reason}, asks[i].Also...) {
			whole := text[asks[i].Block]
			from, to := sentenceAt(whole, r.Start)
			if likeness := alike(object, contentWords(whole[from:to], terms)); likeness > most {
				best, most = &asks[i], likeness
			}
		}
	}
	return best
}

// alike is the Dice coefficient of two sets of words; 0 where the sentence
// leaves out too much of the object.
func alike(object, sentence map[string]bool) float64 {
	shared := 0
	for w := range object {
		if sentence[w] {
			shared++
		}
	}
	if float64(shared) < fewestShared*float64(len(object)) {
		return 0
	}
	return 2 * float64(shared) / float64(len(object)+len(sentence))
}

// fillers carry no meaning of their own here.
var fillers = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`the a an of to in on at by for from with and or that which as into its their this these those is are was were be been has have it
		membership member possible
		le la les l un une des de du d au aux et ou que qui dans sur par pour avec son sa ses leur leurs ce cette ces membre membres
		el los las lo una unos unas del al y o en con por para su sus que como este esta miembro miembros`) {
		out[w] = true
	}
	return out
}()

// contentWords are the words of a text that carry meaning, without their
// plural s and with acronyms spelled out.
func contentWords(text string, terms map[string][]string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		if long := terms[word]; long != nil {
			for _, w := range long {
				out[w] = true
			}
			continue
		}
		if w := stem(word); !fillers[w] {
			out[w] = true
		}
	}
	return out
}

func stem(word string) string {
	word = strings.ToLower(word)
	if utf8.RuneCountInString(word) > 3 {
		word = strings.TrimSuffix(word, "s")
	}
	return word
}

// acronyms are those a note defines ("International Dialogue on Migration
// (IDM)"), with the words they stand for.
func acronyms(blocks []Block) map[string][]string {
	out := map[string][]string{}
	for i := range blocks {
		if !strings.Contains(blocks[i].Text, " (") {
			continue
		}
		for _, m := range defined.FindAllStringSubmatch(blocks[i].Text, -1) {
			if long := spelledOut(strings.Fields(m[1]), m[2]); long != nil && out[m[2]] == nil {
				out[m[2]] = long
			}
		}
	}
	return out
}

// spelledOut is the shortest tail of words whose capitals spell the acronym.
func spelledOut(words []string, acronym string) []string {
	for from := range slices.Backward(words) {
		var capitals strings.Builder
		var content []string
		for _, w := range words[from:] {
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
				capitals.WriteRune(first)
				content = append(content, stem(w))
			}
		}
		if capitals.String() == acronym {
			return content
		}
	}
	return nil
}
