package storage

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"filippo.io/age"

	"placard/briefing"
	"placard/storage/archive"
)

// salvaging makes a new journal of all that opens: each commit from the old
// journal, else from the database, else from a snapshot. What none of them
// holds is counted as lost and keeps its place, so that every other commit and
// revision keeps its number: workbooks that are out at capital name them.
type salvaging struct {
	vaults *Vaults
	dir    string
	keys   *ring
	backup age.Identity
	db     *database // nil where it does not open
	floor  floor     // where the old journal began
	last   uint64    // the newest commit anything knows of

	journal  *pulled
	snapshot *pulled

	step   migration // to this version's format
	next   *journal  // the new one
	newest map[briefing.Key]head
	before commitRecord // the commit before, without its changes
	report briefing.RebuildReport
}

// pulled is a source of commits in order, read one ahead.
type pulled struct {
	next     func() (uint64, *commitRecord, bool)
	stop     func()
	sequence uint64
	record   *commitRecord
	over     bool
}

func pull(commits iter.Seq2[uint64, *commitRecord]) *pulled {
	next, stop := iter.Pull2(commits)
	return &pulled{next: next, stop: stop}
}

// commit is the source's commit of a sequence; nil where it has none. The
// sequences asked for rise.
func (p *pulled) commit(sequence uint64) *commitRecord {
	for !p.over && p.sequence < sequence {
		n, record, ok := p.next()
		p.sequence, p.record, p.over = n, record, !ok
	}
	if p.over || p.sequence != sequence {
		return nil
	}
	return p.record
}

// salvage rebuilds a vault's journal beside the old one and puts it in its
// place; the database is made anew from it at the next opening.
func (v *Vaults) salvage(ctx context.Context, o order, keys *ring, progress briefing.Progress) (briefing.RebuildReport, error) {
	identity, err := age.ParseX25519Identity(o.Backup)
	if err != nil {
		return briefing.RebuildReport{}, err
	}
	s := &salvaging{vaults: v, dir: o.Dir, keys: keys, backup: identity, newest: map[briefing.Key]head{}}
	if s.floor, err = readFloor(v.disk, filepath.Join(o.Dir, journalDir), keys); err != nil {
		s.floor = floor{Segment: 1, Sequence: 1}
	}
	s.step = func(*commitRecord) error { return nil }
	if o.Older {
		s.step = stepsFrom(o.From)
	}
	into := filepath.Join(o.Dir, rebuiltDir)
	if err := os.RemoveAll(into); err != nil {
		return s.report, err
	}
	if err := v.disk.mkdir(into); err != nil {
		return s.report, err
	}
	if o.Database {
		s.openDatabase()
	}
	err = s.run(ctx, filepath.Join(into, journalDir), progress)
	if s.db != nil {
		err = errors.Join(err, s.db.close())
	}
	if err != nil {
		return s.report, errors.Join(err, os.RemoveAll(into))
	}
	err = v.swap(o.Dir, &s.report)
	return s.report, err
}

// openDatabase takes the database for a source where it opens.
func (s *salvaging) openDatabase() {
	name := filepath.Join(s.dir, databaseDir)
	if missing(name) {
		return
	}
	db, err := openDatabase(name, s.keys, s.vaults.log)
	if err != nil {
		s.vaults.log.Warn("database is of no use", "problem", problemCode(err))
		return
	}
	s.db = db
	if now, err := db.state(); err == nil {
		s.last = now.Applied
	}
}

func (s *salvaging) run(ctx context.Context, into string, progress briefing.Progress) (err error) {
	if s.next, err = createJournal(s.vaults.disk, into, s.keys); err != nil {
		return err
	}
	err = s.measure(ctx)
	s.journal, s.snapshot = pull(s.fromJournal(ctx)), pull(s.fromSnapshot(ctx))
	defer s.journal.stop()
	defer s.snapshot.stop()
	for sequence := uint64(1); sequence <= s.last && err == nil; sequence++ {
		progress.Tell(int(sequence), int(s.last))
		err = errors.Join(ctx.Err(), s.commit(sequence))
	}
	if err == nil {
		s.end()
		err = errors.Join(s.next.finish(), writeFormat(s.vaults.disk, into, s.keys))
	}
	return errors.Join(err, s.next.close())
}

// measure finds the newest commit that anything knows of.
func (s *salvaging) measure(ctx context.Context) error {
	if m, ok := s.vaults.readMarker(s.dir, s.keys); ok {
		s.last = max(s.last, m.Applied)
	}
	found, err := snapshotFiles(s.dir)
	for _, name := range found {
		s.last = max(s.last, snapshotSequence(name))
	}
	return errors.Join(err, s.survey().each(ctx, func(sequence uint64, _ []byte) error {
		s.last = max(s.last, sequence)
		return nil
	}))
}

func (s *salvaging) survey() survey {
	return survey{disk: s.vaults.disk, dir: filepath.Join(s.dir, journalDir), keys: s.keys}
}

// fromJournal gives what opens of the old journal.
func (s *salvaging) fromJournal(ctx context.Context) iter.Seq2[uint64, *commitRecord] {
	return func(yield func(uint64, *commitRecord) bool) {
		_ = s.survey().each(ctx, func(sequence uint64, plain []byte) error {
			var record commitRecord
			if decode(plain, &record) != nil {
				return nil // as good as not there: another source may have it
			}
			defer record.wipe()
			if !yield(sequence, &record) {
				return briefing.ErrStop
			}
			return nil
		})
	}
}

// fromSnapshot gives the commits of the newest snapshot that is whole. One that
// is not counts for nothing: only at its end is it known to be the vault's own.
func (s *salvaging) fromSnapshot(ctx context.Context) iter.Seq2[uint64, *commitRecord] {
	return func(yield func(uint64, *commitRecord) bool) {
		found, err := snapshotFiles(s.dir)
		if err != nil {
			return
		}
		for _, name := range found {
			if s.vaults.readSnapshot(ctx, name, s.backup, s.keys, func(*archive.Commit) error { return nil }) != nil {
				continue
			}
			_ = s.vaults.readSnapshot(ctx, name, s.backup, s.keys, func(c *archive.Commit) error {
				record, err := recordOf(c)
				if err == nil && !yield(c.Sequence, record) {
					err = briefing.ErrStop
				}
				return err
			})
			return
		}
	}
}

// fromDatabase puts a commit together from the log and those of its revisions
// that open; nil where the log's entry does not.
func (s *salvaging) fromDatabase(sequence uint64) (record *commitRecord, damaged []briefing.Damage) {
	if s.db == nil {
		return nil, nil
	}
	l, err := s.db.log(sequence)
	if err != nil {
		return nil, nil
	}
	record = &commitRecord{Act: l.Act, By: l.By, At: l.At, Undoes: l.Undoes, Redoes: l.Redoes}
	for _, t := range l.Touched {
		r, err := s.db.revision(t.Key, t.Revision, sequence)
		if err != nil {
			damaged = append(damaged, briefing.Damage{Key: t.Key, Revision: t.Revision, Sequence: sequence, Lost: true})
			continue
		}
		record.Changes = append(record.Changes, changeRecord{Key: t.Key, Revision: t.Revision, Value: r.Value})
	}
	return record, damaged
}

// commit writes the commit of a sequence into the new journal, from the first
// source that has all of it, else from what there is.
func (s *salvaging) commit(sequence uint64) error {
	if record := s.journal.commit(sequence); record != nil {
		s.report.FromJournal++
		return errors.Join(s.step(record), s.write(sequence, record))
	}
	part, damaged := s.fromDatabase(sequence)
	if part != nil {
		if err := s.step(part); err != nil {
			return err
		}
	}
	if part != nil && len(damaged) == 0 {
		s.report.FromDatabase++
		s.recovered(sequence, part)
		return s.write(sequence, part)
	}
	if record := s.snapshot.commit(sequence); record != nil {
		s.report.FromSnapshot++
		s.recovered(sequence, record)
		return s.write(sequence, record)
	}
	if part != nil {
		s.report.FromDatabase++
		s.damaged(damaged...)
		return s.write(sequence, part)
	}
	s.damaged(briefing.Damage{Sequence: sequence, Lost: true})
	return s.write(sequence, &commitRecord{Act: briefing.Act{Code: briefing.ActLost}, At: s.before.At})
}

// recovered lists what the journal had lost and another source held. What was
// pruned from the journal was not lost.
func (s *salvaging) recovered(sequence uint64, c *commitRecord) {
	if sequence < s.floor.Sequence {
		return
	}
	for i := range c.Changes {
		s.damaged(briefing.Damage{Key: c.Changes[i].Key, Revision: c.Changes[i].Revision, Sequence: sequence})
	}
}

func (s *salvaging) damaged(d ...briefing.Damage) {
	room := max(0, maxDamaged-len(s.report.Damaged))
	s.report.Damaged = append(s.report.Damaged, d[:min(room, len(d))]...)
}

// write puts a commit into the new journal. Where revisions before one of its
// own are lost, the new record says how many.
func (s *salvaging) write(sequence uint64, c *commitRecord) error {
	out := *c
	out.Changes = slices.Clone(c.Changes)
	if err := out.follow(sequence, s.newest); err != nil {
		return briefing.ErrVaultDamaged.Because(err)
	}
	s.report.Commits, s.before = sequence, out
	s.before.Changes = nil
	plain, err := encode(&out)
	if err != nil {
		return err
	}
	defer clear(plain)
	return s.next.load(plain)
}

// end counts what is there and lists what the database knows to have been
// newer than anything that was found.
func (s *salvaging) end() {
	for _, h := range s.newest {
		if !h.Removed {
			s.report.Entities++
		}
	}
	if s.db == nil {
		return
	}
	_ = s.db.heads(func(k briefing.Key, h head, err error) {
		if err == nil && h.Revision > s.newest[k].Revision && !s.listed(k, h.Revision) {
			s.damaged(briefing.Damage{Key: k, Revision: h.Revision, Sequence: h.Sequence, Lost: true})
		}
	})
}

func (s *salvaging) listed(k briefing.Key, revision uint64) bool {
	return slices.ContainsFunc(s.report.Damaged, func(d briefing.Damage) bool { return d.Key == k && d.Revision == revision })
}
