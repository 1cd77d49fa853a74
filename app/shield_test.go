package app

import "testing"

// The second click of a double click on "Open" must not reach what stands at
// that place on the page that opened.
func TestANewPageIsShieldedFromASecondClick(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("library")
	st.press(st.s.say("library.open"))
	f := st.s.frame
	if top := f.middle.Objects[len(f.middle.Objects)-1]; top != f.shield || !f.shield.Visible() {
		t.Fatalf("%T lies over the new page", top)
	}
	st.ring()
	if f.shield.Visible() {
		t.Error("the page stays out of reach")
	}
}

// The demo that the command line asks for begins on the window, in words.
func TestTheDemoIsMadeInTheWindow(t *testing.T) {
	st := newStage(t)
	st.s.Demo = true
	st.s.showStart()
	st.sees(st.s.say("start.demo.making"))
	st.work()
	if st.s.dossier() == nil || !st.s.isDemo() {
		t.Fatal("no demo note is open")
	}
	st.sees(st.s.say("steps.title"))
	st.s.finish()
	st.s.open = nil
}
