// Package app is Placard's window: pages on one open vault, and the start page
// that opens it. It knows the domain and the toolkit; how things are stored,
// read and written is behind briefing's ports, wired by main.
//
// Widgets belong to the UI goroutine. Work that may wait runs through jobs.go,
// which holds the only go statement; what the vault tells comes in through
// events.go.
package app
