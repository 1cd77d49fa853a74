package archive

import (
	"reflect"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"

	"placard/briefing"
)

// tablesKnown are all tables there are.
func tablesKnown() []briefing.Table {
	var all []briefing.Table
	for t := briefing.Table(1); t < 200; t++ {
		if briefing.NewEntity(t) != nil {
			all = append(all, t)
		}
	}
	return all
}

// fill gives every stored field a value of its own.
func fill(v reflect.Value, n *int) {
	*n++
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = time.Date(2005, 10, 25, 12, 0, *n%60, 123456789, time.UTC)
		return
	case *briefing.ID:
		x[0], x[15] = 7, byte(*n)
		return
	case *briefing.Field:
		*x = briefing.FieldLine
		return
	}
	switch {
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("cbor") != "" {
				fill(v.Field(i), n)
			}
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case v.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, n)
		fill(value, n)
		v.SetMapIndex(key, value)
	case v.Kind() == reflect.String:
		v.SetString("é < & \u2028 " + string(rune('a'+*n%26)))
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.CanInt():
		v.SetInt(int64(*n % 100))
	case v.CanUint():
		v.SetUint(uint64(*n % 100))
	case v.CanFloat():
		v.SetFloat(float64(*n) / 3)
	default:
		panic("no value for " + v.Type().String())
	}
}

// What is stored of any entity comes back from its JSON, to the byte. A field
// added tomorrow is tested without a word here.
func TestNothingStoredIsLeftOut(t *testing.T) {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tablesKnown() {
		full, n := briefing.NewEntity(table), 0
		fill(reflect.ValueOf(full).Elem(), &n)
		for _, e := range []briefing.Entity{full, briefing.NewEntity(table)} {
			text, err := spell(nil, reflect.ValueOf(e).Elem())
			if err != nil {
				t.Fatalf("%v: %v", table, err)
			}
			back := briefing.NewEntity(table)
			if err := unspell(text, reflect.ValueOf(back).Elem()); err != nil {
				t.Fatalf("%v: %v in %s", table, err, text)
			}
			want, _ := mode.Marshal(e)
			if got, _ := mode.Marshal(back); string(got) != string(want) {
				t.Errorf("%v: came back different: %s", table, text)
			}
		}
		if table.String() == "" {
			t.Errorf("table %d has no name in the open format", table)
		}
		if got, ok := briefing.ParseTable(table.String()); !ok || got != table {
			t.Errorf("table %d: its name is that of %d", table, got)
		}
	}
}

func TestUnknownWordsAreNotDropped(t *testing.T) {
	n := &briefing.Note{}
	if err := unspell([]byte(`{"id":"","tomorrows_field":1}`), reflect.ValueOf(n).Elem()); err == nil {
		t.Error("a field of a newer version was dropped in silence")
	}
}
