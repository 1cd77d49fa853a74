package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"placard/briefing"
)

// worked is a vault with a history: notes with their documents, corrections,
// a removal, an undo.
func worked(t *testing.T) (v briefing.Vault, dir, recovery string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	v = created.Vault
	t.Cleanup(func() { v.Close() })
	note := &briefing.Note{ID: id(1000), Symbol: "LC/2031/7", Title: "Lamps & oil", Source: briefing.Source{Name: "LC 7.pdf", Format: "pdf"}}
	text := &briefing.Text{Note: note.ID, Blocks: []briefing.Block{{ID: "b1", Kind: briefing.KindParagraph, Label: "11", Text: "The lamps should burn."}}}
	file := &briefing.File{Note: note.ID, Bytes: bytes.Repeat([]byte("%PDF as it came\x00\xff"), 400)}
	commit(t, v, briefing.Put(note, 0), briefing.Put(text, 0), briefing.Put(file, 0))
	for n := range 6 {
		commit(t, v, briefing.Put(remark(n+1, written(n+1, 1)), 0))
	}
	commit(t, v, briefing.Put(remark(1, written(1, 2)), 1), briefing.Put(remark(2, written(2, 2)), 1))
	commit(t, v, briefing.Drop(remark(3, "").Key(), 1))
	commit(t, v, briefing.Put(remark(3, written(3, 3)), 2))
	return v, dir, created.RecoveryKey
}

// exported is the whole-vault export, as "export json" writes it.
func exported(t *testing.T, v briefing.Vault) string {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	err := briefing.NewDesk(briefing.Ports{Vault: v}).Everything(t.Context(), func(d briefing.Dump) error { return e.Encode(d) })
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// past is every revision of every remark there is, in words.
func past(t *testing.T, v briefing.Vault) (all []string) {
	t.Helper()
	for n := 1; n <= 6; n++ {
		records, err := v.Revisions(t.Context(), remark(n, "").Key())
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			line, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(line))
		}
	}
	return all
}

func backup(t *testing.T, v briefing.Vault, to string) briefing.BackupReport {
	t.Helper()
	report, err := v.(briefing.Backer).Backup(t.Context(), to, nil)
	if err != nil {
		t.Fatalf("backup: %v", err)
	}
	return report
}

func restore(t *testing.T, file, dir string, secret []byte) briefing.RestoreReport {
	t.Helper()
	report, err := testVaults(t).Restore(t.Context(), file, dir, secret, nil)
	if err != nil {
		t.Fatalf("restore: %v", err)
	}
	return report
}

// Backup, wipe, restore: what is exported is the same, byte for byte, and so
// is the past. Passphrase and recovery key open what came back.
func TestBackupWipeRestore(t *testing.T) {
	v, dir, recovery := worked(t)
	want, wantPast := exported(t, v), past(t, v)
	report := backup(t, v, t.TempDir())
	if report.Commits != 10 || report.Entities != 9 || report.Revisions != 13 || report.Files != 1 || len(report.Identities) != 1 {
		t.Errorf("report %+v", report)
	}
	shut(t, v)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{string(passphrase), recovery, "  " + strings.ToLower(recovery) + "\n"} {
		to := filepath.Join(t.TempDir(), "again")
		got := restore(t, report.Path, to, []byte(secret))
		if got.Commits != report.Commits || got.Entities != report.Entities || got.Revisions != report.Revisions || !got.Made.Equal(report.At.Truncate(1e9)) {
			t.Errorf("restored %+v of %+v", got, report)
		}
		for _, with := range []string{string(passphrase), recovery} {
			back, err := testVaults(t).Open(t.Context(), to, []byte(with))
			if err != nil {
				t.Fatal(err)
			}
			if got := exported(t, back); got != want {
				t.Errorf("export differs:\n got %s\nwant %s", got, want)
			}
			if got := past(t, back); !slices.Equal(got, wantPast) {
				t.Errorf("history differs:\n got %s\nwant %s", got, wantPast)
			}
			shut(t, back)
		}
		if check, err := testVaults(t).Check(t.Context(), to, passphrase, nil); err != nil || len(check.Problems) > 0 {
			t.Errorf("check of what came back: %+v, %v", check, err)
		}
	}
}

// A person without Placard gets the words out with the stock tools.
func TestWordsComeOutWithStockTools(t *testing.T) {
	for _, tool := range []string{"age", "tar", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	v, _, recovery := worked(t)
	report := backup(t, v, filepath.Join(t.TempDir(), "b.age"))
	out := t.TempDir()
	printed := filepath.Join(out, "printed.txt")
	opened := filepath.Join(out, "opened.txt")
	if err := os.WriteFile(printed, []byte(recovery+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(opened, unsealIdentity(t, report.Identities[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{printed, opened} {
		to := t.TempDir()
		script := `age -d -i "$1" "$2" | tar -xz && sha256sum --quiet -c SHA256SUMS`
		cmd := exec.CommandContext(t.Context(), "sh", "-c", script, "sh", key, report.Path)
		cmd.Dir = to
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		today := readAll(t, filepath.Join(to, "today"))
		for _, words := range []string{"The lamps should burn.", "Lamps & oil", written(1, 2), written(3, 3)} {
			if !strings.Contains(today, words) {
				t.Errorf("today lacks %q", words)
			}
		}
		if all := readAll(t, filepath.Join(to, "commits")); !strings.Contains(all, written(1, 1)) || strings.Contains(today, written(1, 1)) {
			t.Error("the older text is not in the history alone")
		}
		if got, err := os.ReadFile(filepath.Join(to, "files", "00000001-3", "LC 7.pdf")); err != nil || len(got) != 400*17 {
			t.Errorf("the document: %d bytes, %v", len(got), err)
		}
	}
}

// unsealIdentity does what age does when it asks for the passphrase of an
// identity file; on the command line it would want a terminal.
func unsealIdentity(t *testing.T, name string) []byte {
	t.Helper()
	sealed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	with, err := age.NewScryptIdentity(string(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), with)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := out.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readAll(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	for _, name := range files(t, dir) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

func TestBackupOfALivingVault(t *testing.T) {
	v, _, _ := worked(t)
	done := make(chan error)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for base := uint64(2); ; base++ {
			if base > 300 {
				<-ctx.Done()
			}
			_, err := v.Commit(ctx, commitOf(briefing.Put(remark(1, written(1, int(base))), base)))
			if err != nil {
				done <- err
				return
			}
		}
	}()
	for range 2 {
		report := backup(t, v, t.TempDir())
		restore(t, report.Path, filepath.Join(t.TempDir(), "again"), passphrase)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestWhatIsNoBackup(t *testing.T) {
	v, dir, recovery := worked(t)
	where := t.TempDir()
	report := backup(t, v, where)
	shut(t, v)
	good, err := os.ReadFile(report.Path)
	if err != nil {
		t.Fatal(err)
	}
	other, _ := create(t)
	foreign := backup(t, other, t.TempDir())
	cut := filepath.Join(where, "cut.age")
	text := filepath.Join(where, "text.age")
	if err := errors.Join(os.WriteFile(cut, good[:len(good)-20], 0o600), os.WriteFile(text, []byte("a letter"), 0o600)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		what, file, dir, secret string
		want                    *briefing.Problem
	}{
		{"nothing there", filepath.Join(where, "none.age"), "", recovery, briefing.ErrNotFound},
		{"a letter", text, "", recovery, briefing.ErrNotABackup},
		{"cut short", cut, "", recovery, briefing.ErrBackupDamaged},
		{"another's recovery key", foreign.Path, "", recovery, briefing.ErrWrongPassphrase},
		{"a wrong passphrase", report.Path, "", "not the words", briefing.ErrWrongPassphrase},
		{"no identity beside", cut, "", string(passphrase), briefing.ErrWrongPassphrase},
		{"a folder in use", report.Path, where, recovery, briefing.ErrVaultExists},
		{"the vault's own folder", report.Path, dir, recovery, briefing.ErrVaultExists},
	}
	for _, tt := range tests {
		to := tt.dir
		if to == "" {
			to = filepath.Join(t.TempDir(), "again")
		}
		_, err := testVaults(t).Restore(t.Context(), tt.file, to, []byte(tt.secret), nil)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.what, err, tt.want)
		}
		if tt.dir == "" && !missing(to) {
			t.Errorf("%s: a folder was left", tt.what)
		}
	}
}

// A damaged vault makes no backup that looks whole.
func TestBackupOfADamagedVaultSaysSo(t *testing.T) {
	v, _, _ := worked(t)
	db := v.(*vault).db
	key := remark(1, "").Key()
	setRaw(t, db, pieceKey(key, 1, 0), raw(t, db, pieceKey(key, 2, 0)))
	to := t.TempDir()
	if _, err := v.(briefing.Backer).Backup(t.Context(), to, nil); !errors.Is(err, briefing.ErrVaultDamaged) {
		t.Errorf("got %v", err)
	}
	if left := files(t, to); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestBackupIsCancelled(t *testing.T) {
	v, dir, _ := worked(t)
	for at := 1; at <= 30; at += 7 {
		ctx, cancel := context.WithCancel(t.Context())
		to := t.TempDir()
		_, err := v.(briefing.Backer).Backup(ctx, to, func(done, total int) {
			if total != 30 {
				t.Errorf("progress %d of %d", done, total)
			}
			if done == at {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at %d: %v", at, err)
		}
		if left := files(t, to); len(left) > 0 || !missing(filepath.Join(dir, proofDir)) {
			t.Errorf("cancelled at %d: left %v", at, left)
		}
	}
}

// A changed passphrase opens the backups made after it; those made before are
// opened by the one they had.
func TestBackupsAndAChangedPassphrase(t *testing.T) {
	v, dir, _ := worked(t)
	where := t.TempDir()
	before := backup(t, v, filepath.Join(where, "before.age"))
	fresh := []byte("quite other words for tomorrow")
	if err := testVaults(t).ChangePassphrase(t.Context(), dir, passphrase, fresh); err != nil {
		t.Fatal(err)
	}
	after := backup(t, v, filepath.Join(where, "after.age"))
	shut(t, v)
	for _, tt := range []struct {
		file   string
		secret []byte
		opens  bool
	}{
		{before.Path, passphrase, true},
		{before.Path, fresh, false},
		{after.Path, passphrase, false},
		{after.Path, fresh, true},
	} {
		_, err := testVaults(t).Restore(t.Context(), tt.file, filepath.Join(t.TempDir(), "again"), tt.secret, nil)
		if (err == nil) != tt.opens {
			t.Errorf("%s with %q: %v", filepath.Base(tt.file), tt.secret, err)
		}
	}
}

// Each passphrase of a vault has its file beside the backup; a backup of the
// same name leaves none of an older one's.
func TestEveryPassphraseHasItsIdentity(t *testing.T) {
	v, dir, _ := worked(t)
	second := []byte("words of the other keeper")
	if err := testVaults(t).AddSlot(t.Context(), dir, passphrase, second, "Deputy"); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "b.age")
	report := backup(t, v, name)
	if len(report.Identities) != 2 {
		t.Fatalf("identity files: %v", report.Identities)
	}
	for _, secret := range [][]byte{passphrase, second} {
		restore(t, name, filepath.Join(t.TempDir(), "again"), secret)
	}
	if err := testVaults(t).RemoveSlot(t.Context(), dir, passphrase, 3); err != nil {
		t.Fatal(err)
	}
	backup(t, v, name)
	if names, err := beside(name); err != nil || len(names) != 1 {
		t.Errorf("identity files afterwards: %v, %v", names, err)
	}
}

// A stranger knows whom a backup is sealed to and can write one; it is not
// taken for the owner's.
func TestStrangersBackupIsRefused(t *testing.T) {
	v, _, _ := worked(t)
	vt := v.(*vault)
	honest := vt.keys.sums
	vt.keys.sums = bytes.Repeat([]byte{1}, 32)
	if _, err := v.(briefing.Backer).Backup(t.Context(), t.TempDir(), nil); err != nil {
		t.Fatal(err) // under the stranger's own key it proves itself
	}
	name := filepath.Join(t.TempDir(), "forged.age")
	keys, err := vt.keyFile()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := vt.write(t.Context(), name, keys, noon, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := layIdentities(vt.disk, name, keys.identities()); err != nil {
		t.Fatal(err)
	}
	vt.keys.sums = honest
	if _, err := testVaults(t).Restore(t.Context(), name, filepath.Join(t.TempDir(), "again"), passphrase, nil); !errors.Is(err, briefing.ErrBackupDamaged) {
		t.Errorf("got %v", err)
	}
}
