// Package briefing is the domain of Placard: the notes a delegation receives,
// what they ask, what the delegation will say, and who agreed to it.
//
// It holds the types, the rules and the use-cases (Desk), and declares the
// ports it calls (ports.go). It knows neither the window nor the store nor any
// file format: those are app, storage and the packages below this one. It
// returns codes and sentinels; people's words come from the catalogue.
//
// The vocabulary is the field's own; docs/guide.md lists it.
package briefing
