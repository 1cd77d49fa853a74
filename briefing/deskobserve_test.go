package briefing_test

import (
	"errors"
	"testing"

	"placard/briefing"
)

func TestTheLatestOfTheBestSourceHolds(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	who, err := d.FindDelegation(t.Context(), "GRULAC")
	if err != nil {
		t.Fatal(err)
	}
	o := briefing.Observation{Note: x.Note.ID, Subject: x.SubjectOf(at(t, x, "11")), Delegation: who.ID}
	for _, seen := range []struct {
		stance briefing.Stance
		source briefing.SourceKind
		date   briefing.Date
	}{
		{briefing.StanceSupports, briefing.SourceStated, "2031-05-10"},
		{briefing.StanceOpposes, briefing.SourceHearsay, "2031-05-12"},
		{briefing.StanceAccepts, briefing.SourceStated, "2031-05-11"},
	} {
		o.Stance, o.Source, o.Date = seen.stance, seen.source, seen.date
		if _, err := d.Observe(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	seen := dossier(t, d, x.Note.ID).ObservationsOn(o.Subject)
	if len(seen) != 3 {
		t.Fatalf("kept %d observations, want all 3", len(seen))
	}
	if got := briefing.Current(seen); got.Stance != briefing.StanceAccepts {
		t.Errorf("got %q: the newer hearsay outweighs a statement, or an older one a newer", got.Stance)
	}
}

func TestAnObservationHasADateAndASource(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	who, _ := d.FindDelegation(t.Context(), "EU")
	good := briefing.Observation{
		Note: x.Note.ID, Subject: x.SubjectOf(at(t, x, "11")), Delegation: who.ID,
		Stance: briefing.StanceSupports, Source: briefing.SourceTold, Date: "2031-05-12",
	}
	for name, spoil := range map[string]func(*briefing.Observation){
		"no date":   func(o *briefing.Observation) { o.Date = "" },
		"no source": func(o *briefing.Observation) { o.Source = "" },
		"no stance": func(o *briefing.Observation) { o.Stance = "" },
	} {
		o := good
		spoil(&o)
		if _, err := d.Observe(t.Context(), o); !errors.Is(err, briefing.ErrInvalid) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestGroupsComeWithoutMembersAndTakeAUsersTable(t *testing.T) {
	d := newDesk(t)
	group, err := d.FindDelegation(t.Context(), "ASEAN")
	if err != nil || group.Kind != briefing.KindGroup || len(group.Members) != 0 {
		t.Fatalf("got %+v, %v", group, err)
	}
	members, unknown, err := d.MemberTable(t.Context(), "# list of 1 May\nTH; 2031-01-01\nViet Nam\tx\nAtlantis\n", "list of the secretariat")
	if err != nil || len(members) != 2 || len(unknown) != 1 || unknown[0] != "Atlantis" {
		t.Fatalf("got %v, %v, %v", members, unknown, err)
	}
	members[1].From = ""
	if err := d.AddMembers(t.Context(), group.ID, members); err != nil {
		t.Fatal(err)
	}
	group, _ = d.FindDelegation(t.Context(), "ASEAN")
	if len(group.Members) != 2 || group.Members[0].From != "2031-01-01" || group.Members[0].Source != "list of the secretariat" {
		t.Errorf("got %+v", group.Members)
	}
}

func TestANameIsTheUsersToChange(t *testing.T) {
	d := newDesk(t)
	x, err := d.FindDelegation(t.Context(), "FR")
	if err != nil {
		t.Fatal(err)
	}
	if x.Source == "" || x.AsOf == "" || x.Name("es") == x.Name("de") {
		t.Errorf("got source %q of %q, %v", x.Source, x.AsOf, x.Names)
	}
	x.Names["en"] = "the French Republic"
	if err := d.SaveDelegation(t.Context(), x, 1); err != nil {
		t.Fatal(err)
	}
	if got, err := d.FindDelegation(t.Context(), "the french republic"); err != nil || !got.Edited || got.Code != "FR" {
		t.Errorf("got %+v, %v", got, err)
	}
}
