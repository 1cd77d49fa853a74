package stancemap

import (
	"math"

	"placard/briefing"
)

// point is a place in a sign, -1 to 1 about its middle.
type point struct{ x, y float64 }

// outline is closed; an inner one that runs the other way is a hole.
type outline []point

// outlines are a stance's glyph.
func outlines(s briefing.Stance) []outline {
	switch s.Family() {
	case briefing.FamilySupports:
		return []outline{stroke(point{-0.8, 0.05}, point{-0.25, 0.62}), stroke(point{-0.25, 0.62}, point{0.85, -0.65})}
	case briefing.FamilyAmended:
		return []outline{arc(0.9, 0, 2*math.Pi), backwards(arc(0.66, 0, 2*math.Pi)), arc(0.7, math.Pi/2, 3*math.Pi/2)}
	case briefing.FamilyNeutral:
		return []outline{stroke(point{-0.75, 0}, point{0.75, 0})}
	case briefing.FamilyConcern:
		return []outline{{{0, -0.85}, {0.9, 0.75}, {-0.9, 0.75}}}
	case briefing.FamilyOpposes:
		return []outline{stroke(point{-0.7, -0.7}, point{0.7, 0.7}), stroke(point{-0.7, 0.7}, point{0.7, -0.7})}
	case briefing.FamilyRedLine:
		return []outline{{{-0.75, -0.75}, {0.75, -0.75}, {0.75, 0.75}, {-0.75, 0.75}}}
	case briefing.FamilyUndecided:
		return undecided(s)
	}
	return nil
}

// undecided is three points for silence; for the unknown, a question mark.
func undecided(s briefing.Stance) []outline {
	dot := func(x, y float64) outline { return moved(arc(0.2, 0, 2*math.Pi), x, y) }
	if s == briefing.StanceSilent {
		return []outline{dot(-0.65, 0.4), dot(0, 0.4), dot(0.65, 0.4)}
	}
	hook := append(moved(arc(0.55, math.Pi, 2.5*math.Pi), 0, -0.3), moved(backwards(arc(0.3, math.Pi, 2.5*math.Pi)), 0, -0.3)...)
	return []outline{hook, stroke(point{0, 0.1}, point{0, 0.3}), dot(0, 0.8)}
}

// stroke is a thick line.
func stroke(a, b point) outline {
	const half = 0.15
	length := math.Hypot(b.x-a.x, b.y-a.y)
	dx, dy := half*(b.x-a.x)/length, half*(b.y-a.y)/length
	return outline{
		{a.x - dx - dy, a.y - dy + dx}, {a.x - dx + dy, a.y - dy - dx}, {b.x + dx + dy, b.y + dy - dx}, {b.x + dx - dy, b.y + dy + dx},
	}
}

// arc is a part of a circle, in steps too small to see.
func arc(radius, from, to float64) outline {
	const steps = 24
	out := make(outline, 0, steps+1)
	for i := range steps + 1 {
		a := from + (to-from)*float64(i)/steps
		out = append(out, point{radius * math.Cos(a), radius * math.Sin(a)})
	}
	return out
}

func backwards(o outline) outline {
	out := make(outline, len(o))
	for i, p := range o {
		out[len(o)-1-i] = p
	}
	return out
}

func moved(o outline, x, y float64) outline {
	out := make(outline, len(o))
	for i, p := range o {
		out[i] = point{p.x + x, p.y + y}
	}
	return out
}
