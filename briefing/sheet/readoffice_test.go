package sheet_test

import (
	"encoding/xml"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// reviewed has LibreOffice do every edit of testdata/reviewer.bas in one run,
// and gives the folder with the files.
func (s *sent) reviewed() string {
	s.tb.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		s.tb.Skip("LibreOffice is not installed")
	}
	dir := s.tb.TempDir()
	s.keep(filepath.Join(dir, "sent.xlsx"))
	profile := filepath.Join(dir, "profile")
	start := func(args ...string) {
		args = append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--norestore"}, args...)
		if said, err := exec.CommandContext(s.tb.Context(), program, args...).CombinedOutput(); err != nil {
			s.tb.Fatalf("%v: %s", err, said)
		}
	}
	start("--terminate_after_init") // a profile that is new writes over its macros
	s.library(filepath.Join(profile, "user", "basic", "Standard"))
	start("macro:///Standard.Reviewer.Main(" + dir + ")")
	return dir
}

// library puts the macro where LibreOffice looks for it.
func (s *sent) library(dir string) {
	s.tb.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", "reviewer.bas"))
	if err != nil {
		s.tb.Fatal(err)
	}
	var module strings.Builder
	if err := xml.EscapeText(&module, source); err != nil {
		s.tb.Fatal(err)
	}
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n<!DOCTYPE "
	for name, text := range map[string]string{
		"script.xlb": head + `library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Reviewer"/></library:library>`,
		"Reviewer.xba": head + `script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Reviewer" script:language="StarBasic">` + module.String() + `</script:module>`,
	} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			s.tb.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			s.tb.Fatal(err)
		}
	}
}

// What a reviewer does in LibreOffice, and exactly what the report says of it.
func TestEditsInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes seconds to start")
	}
	s := send(t, "en")
	dir := s.reviewed()
	approved := map[string]briefing.Decision{refData: briefing.DecisionApprove}
	missing := "warn column_missing"
	for _, c := range []struct {
		file, what string
		found      []string
		answers    map[string]briefing.Decision
	}{
		{file: "01", what: "a decision from the list", answers: approved},
		{file: "02", what: "typed by hand", found: []string{"fix word_read O2 " + refData}, answers: approved},
		{file: "03", what: "in another language", answers: approved},
		{file: "04", what: "a decision that is none", found: []string{"ask word_unknown O2 " + refData}},
		{file: "05", what: "a text with lines, Arabic, emoji", answers: map[string]briefing.Decision{refData: briefing.DecisionChanges}},
		{file: "06", what: "a stance in words", found: []string{"fix word_read P3 " + refTheme}},
		{file: "07", what: "a real date", answers: approved},
		{file: "08", what: "a day that two countries read differently", found: []string{"ask date_unclear W2 " + refData}},
		{file: "09", what: "a note", found: []string{"new remark G3 " + refTheme}},
		{file: "10", what: "a cell struck through", found: []string{"ask struck J3 " + refTheme}},
		{file: "11", what: "words struck through", found: []string{"ask struck J3 " + refTheme}},
		{file: "12", what: "a formula", found: []string{"warn formula S3 " + refTheme}},
		{file: "13", what: "a row inserted", found: []string{"new row_new 3"}},
		{file: "14", what: "a row deleted", found: []string{"warn rows_missing"}},
		{file: "15", what: "a row doubled", found: []string{"fix row_twice 3 " + refData}, answers: approved},
		{file: "16", what: "a column inserted", found: []string{"new remark F2 " + refData, "note column_extra F1"}},
		{file: "17", what: "a column of answers deleted", found: []string{missing}},
		{file: "18", what: "the hidden columns deleted", found: []string{missing, missing, missing}},
		{file: "19", what: "all sorted", found: []string{"note rows_moved"}, answers: map[string]briefing.Decision{
			refData: briefing.DecisionRedraft, refTheme: briefing.DecisionDefer, refChoice: briefing.DecisionApprove, refPorts: briefing.DecisionNoObject,
		}},
		{file: "20", what: "the yellow cells sorted alone", found: []string{"ask inputs_sorted"}, answers: map[string]briefing.Decision{
			refData: briefing.DecisionApprove, refTheme: briefing.DecisionDefer, refChoice: briefing.DecisionNoObject, refPorts: briefing.DecisionRedraft,
		}},
		{file: "21", what: "cells merged", found: []string{"ask merged S2:S3"}},
		{file: "22", what: "a row hidden", found: []string{"note rows_hidden"}, answers: approved},
		{file: "23", what: "the sheet copied", found: []string{"ask second_review"}, answers: approved},
		{file: "24", what: "a locked cell overwritten", found: []string{"warn locked_changed J3 " + refTheme}},
		{file: "25", what: "a point of one’s own", found: []string{"new point_new 5"}},
	} {
		r := s.merge(s.load(filepath.Join(dir, c.file+".xlsx")))
		if got := told(r); !slices.Equal(got, c.found) && len(got)+len(c.found) > 0 {
			t.Errorf("%s: the report says\n%q, want\n%q", c.what, got, c.found)
		}
		if got := answers(r); !maps.Equal(got, c.answers) && len(got)+len(c.answers) > 0 {
			t.Errorf("%s: answers %v, want %v", c.what, got, c.answers)
		}
		if text := r.Rows[0].Text; c.file == "05" && text != "We “agree”,\nat no cost: موافق 👍 _x0041_" {
			t.Errorf("%s: it reads %q", c.what, text)
		}
	}
	for _, file := range []string{"same.xlsx", "same.ods", "again.xlsx"} {
		r := s.merge(s.load(filepath.Join(dir, file)))
		if len(r.Rows) != len(s.batch.Rows) || len(r.Findings) > 0 {
			t.Errorf("%s: %d of %d rows, %q", file, len(r.Rows), len(s.batch.Rows), told(r))
		}
	}
}
