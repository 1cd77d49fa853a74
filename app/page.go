package app

import "fyne.io/fyne/v2"

// page is what the middle of the window shows.
type page interface {
	// object is the page's top, the same for the page's whole life.
	object() fyne.CanvasObject
	// reload reads the store through jobs and swaps what is shown once. It is
	// called on the UI goroutine, when the page is shown and after each commit.
	reload()
}

// The names of the pages, as show takes them.
const (
	pageLibrary  = "library"
	pageMeeting  = "meeting"
	pageNote     = "note"
	pageImport   = "import"
	pageCorrect  = "correct"
	pageMatrix   = "matrix"
	pageCompare  = "compare"
	pageCapital  = "capital"
	pageReturned = "returned"
	pagePack     = "pack"
	pageSettings = "settings"
	pageSearch   = "search"
	pageKeys     = "keys"
	pageRoom     = "room"
	pageTriage   = "triage"
)
