package extract

import (
	"strings"

	"placard/briefing"
	"placard/briefing/extract/sentence"
)

// longestDay is the longest line, in bytes, that can be a day alone.
const longestDay = 100

// dayOf is the date of a passage that is nothing but a day, as agendas print
// above what happens on it: "Tuesday, 29 November 2005".
func dayOf(text string) (briefing.Date, bool) {
	if len(text) > longestDay {
		return "", false
	}
	dates := briefing.PrintedDates(text)
	if len(dates) != 1 || dates[0].Span() || !dates[0].From.Full() {
		return "", false
	}
	rest := text[:dates[0].Start] + text[dates[0].End:]
	rest = strings.Trim(rest, " ,.:()\u00a0\t")
	return dates[0].From, rest == "" || weekday[strings.ToLower(rest)]
}

var weekday = sentence.Words(`monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
понедельник вторник среда четверг пятница суббота воскресенье
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
星期一 星期二 星期三 星期四 星期五 星期六 星期日`)
