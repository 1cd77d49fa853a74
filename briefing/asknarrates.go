package briefing

import (
	"regexp"
	"strings"
)

// What stands before an asking phrase in its sentence can make a report of
// it: what was asked once, what is usual, what time is given for. The folded
// text has straight apostrophes.
var (
	// "As requested at previous consultations", "comme l'a demandé", "como se pidió".
	asBefore = regexp.MustCompile(`(?i)(?:^|[,;:(] ?|\band )(?:as|when|where|since|after|comme|ainsi que|lorsque|como|tal como|cuando|según)\b[^,;:]*$`)
	// "had requested", "was invited to": the helping verb right before.
	pastBefore = regexp.MustCompile(`(?i)\b(?:had|has|have|having|was|were|been|avait|avaient|ont|había|habían|han)(?: \pL+ly)? $`)
	// "allow adequate time for members to comment".
	enablesBefore = regexp.MustCompile(`(?i)\b(?:allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|permit(?:s|ted|ting)?|(?:adequate|sufficient|enough|more) time|permet(?:tre|tant|tent)?|permit(?:ir|e|en|iendo)|tiempo suficiente|temps (?:nécessaire|suffisant))\b[^,;:.]{0,90}$`)
	// "members normally select", "last year the Council requested".
	habitBefore = regexp.MustCompile(`(?i)\b(?:normally|usually|traditionally|generally|customarily|previously|in the past|in previous years|last year|formerly|habituellement|généralement|traditionnellement|précédemment|normalement|l'an dernier|normalmente|habitualmente|tradicionalmente|anteriormente|el año pasado)\b[^;.]*$`)
	// "the Council requested members to": simple past, no asking.
	pastVerb = regexp.MustCompile(`(?i)^(?:requested|invited|asked|proposed|recommended)\b`)
	// "are requested", "is hereby requested": asks after all.
	presentBefore = regexp.MustCompile(`(?i)\b(?:is|are|be|being)(?: \pL+)? $`)
	// "is not invited to".
	negated = regexp.MustCompile(`(?i)\b(?:not|no longer|ne|no) $`)
)

// narrates tells whether the phrase at start reports an ask and makes none.
func narrates(class AskClass, text string, start, end int) bool {
	from, _ := sentenceAt(text, start)
	before := text[from:start]
	switch class {
	case AskSoft, AskDeadline, AskHeading, AskFormal:
		return false
	case AskViews, AskChoose, AskPropose, AskRequest, AskInvite, AskMayWish:
	}
	phrase := strings.TrimSpace(text[start:end])
	switch {
	case asBefore.MatchString(before), pastBefore.MatchString(before), negated.MatchString(before):
		return true
	case enablesBefore.MatchString(before), habitBefore.MatchString(before):
		return true
	}
	return pastVerb.MatchString(phrase) && !presentBefore.MatchString(before)
}
