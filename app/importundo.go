package app

import "placard/briefing"

var (
	_ undoing = (*importPage)(nil)
	_ doubter = (*importPage)(nil)
)

// owns is true while a document is under review: its corrections are not in
// the vault.
func (p *importPage) owns() bool { return p.found != nil }

// undoAct is the newest correction.
func (p *importPage) undoAct() *briefing.Act { return p.act(p.newest()) }

// redoAct is the correction that was undone last.
func (p *importPage) redoAct() *briefing.Act { return p.act(p.found.UndoneCorrection()) }

func (p *importPage) newest() *briefing.Correction {
	if n := len(p.found.Corrections); n > 0 {
		return &p.found.Corrections[n-1]
	}
	return nil
}

// act names a correction; a block that it joined away is found as it was read.
func (p *importPage) act(c *briefing.Correction) *briefing.Act {
	if c == nil {
		return nil
	}
	text := &briefing.Text{Blocks: p.found.Blocks}
	if text.Block(c.Block) == nil {
		text.Blocks = p.found.AsRead()
	}
	act := c.Act(text)
	return &act
}

func (p *importPage) undo() { p.takeBack(p.newest(), "window.undone", (*proposalProof).undo) }

func (p *importPage) redo() {
	p.takeBack(p.found.UndoneCorrection(), "window.redone", (*proposalProof).redo)
}

// takeBack undoes or redoes a correction and shows where it was.
func (p *importPage) takeBack(c *briefing.Correction, said string, what func(*proposalProof, func(error))) {
	at, ok := p.blocks.proof.(*proposalProof)
	if c == nil || !ok {
		return
	}
	act, block := p.act(c), c.Block
	what(at, func(err error) {
		switch {
		case p.blocks.proof != proof(at):
		case err != nil:
			p.s.fail(err)
		default:
			p.s.note(p.s.say(said, "Act", act.Say(p.s.words)))
			p.blocks.settle(p.blocks.nearest(block))
		}
	})
}

func (p *importPage) doubtful() bool { return p.found != nil && p.found.Note.Doubts > 0 }

func (p *importPage) stepDoubt(by int) {
	p.blocks.step(by)
	p.blocks.focus()
}
