package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Every page stands every text size, on the smallest window.
func TestTextScalesOnEveryPage(t *testing.T) {
	st := newStage(t)
	st.s.window.Resize(fyne.NewSize(1024, 700))
	st.createVault()
	st.importSample()
	st.choose("12")
	for _, page := range []string{pageNote, pageLibrary, pageMeeting, pageMatrix, pageCapital, pagePack, pageSettings, pageSearch, pageKeys} {
		st.s.show(page)
		st.work()
		for _, percent := range percents {
			st.s.setPercent(percent)
			st.work()
		}
	}
	st.sees(st.s.say("page.keys"))
}
