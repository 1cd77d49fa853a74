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
	for _, page := range []string{pageNote, pageMeeting, pageMatrix, pagePack, pageSettings} {
		st.s.show(page)
		st.work()
		for _, percent := range []int{80, 250} {
			st.s.setPercent(percent)
			st.work()
		}
	}
	st.sees(st.s.say("page.settings"))
}
