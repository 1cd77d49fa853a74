// Placard prepares a delegation for an international meeting: it reads the
// session's notes, finds what is asked, holds positions, takes them to capital
// and back, and prints the briefing pack. Offline, sealed, nothing lost.
package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	_ "time/tzdata" // capital's clock, where the system knows no zones

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"golang.org/x/term"

	"placard/app"
	"placard/app/away"
	"placard/app/cli"
	"placard/app/crash"
	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/pack"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
	"placard/briefing/spelling"
	"placard/briefing/stancemap"
	"placard/storage"
)

const (
	appID = "org.placard.Placard"
	// vaultVariable names the vault's folder in the environment.
	vaultVariable = "PLACARD_VAULT"
)

func main() { os.Exit(crash.Contained(func() int { return run(os.Args[1:]) })) }

// run dispatches before anything of the window starts: a hidden child parses
// what is foreign or looks through a vault, the command line needs no display.
func run(args []string) int {
	crash.Harden()
	if len(args) == 1 && args[0] == crash.ChildFlag {
		return crash.ServeMonitor(os.Stdin, os.Stderr)
	}
	if len(args) == 1 && args[0] == extract.ChildFlag {
		return extract.ServeChild(os.Stdin, os.Stdout)
	}
	if len(args) == 1 && args[0] == sheet.ChildFlag {
		return sheet.ServeChild(os.Stdin, os.Stdout, assets.Words("en"))
	}
	if len(args) == 1 && args[0] == storage.ChildFlag {
		return storage.ServeChild(context.Background(), os.Stdin, os.Stdout)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w, err := wire()
	if err != nil {
		slog.Error("start", "error", err)
		return cli.Failed
	}
	if cli.Known(args) {
		return cli.Main(ctx, w.commandLine(), args)
	}
	return w.window(ctx, args)
}

// wiring is every adapter, made once.
type wiring struct {
	vaults     *storage.Vaults
	reader     *extract.Child
	returns    *sheet.Child
	publishers map[string]briefing.Publisher
	words      briefing.Words
	self       string // the program's own file
	author     string
}

func wire() (*wiring, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	w := &wiring{
		vaults:     storage.New(storage.Options{Self: self, Seen: seen()}),
		reader:     extract.NewChild(self),
		returns:    sheet.NewChild(self),
		publishers: map[string]briefing.Publisher{"docx": publish.New(), "pdf": pdf.New(assets.Fonts())},
		self:       self,
		words:      assets.Words(assets.Match(locale())),
	}
	if u, err := user.Current(); err == nil {
		w.author = u.Username
	}
	return w, nil
}

// seen is where this machine remembers how far each vault was; nowhere on a
// system without such places.
func seen() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "placard", "seen.json")
}

// locale is the system's, as POSIX orders its variables.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return "en"
}

func (w *wiring) desk(v briefing.Vault) *briefing.Desk {
	return briefing.NewDesk(briefing.Ports{
		Vault:      v,
		Extractor:  w.reader,
		Pictures:   w.reader,
		Packer:     pack.Builder{},
		Tabler:     rows.Builder{},
		Workbook:   sheet.New(),
		Returns:    w.returns,
		Maps:       stancemap.Maps{},
		Finder:     search.New(v),
		Publishers: w.publishers,
		Words:      w.words,
		Directory:  assets.Directory{},
		Author:     w.author,
	})
}

func (w *wiring) commandLine() cli.Config {
	return cli.Config{
		Vaults: w.vaults, Strength: storage.Meter{}, Words: w.words, Extractor: w.reader, Desk: w.desk,
		Prompt: w.prompt, Getenv: os.Getenv, Stdout: os.Stdout, Stderr: os.Stderr,
	}
}

var errNoTerminal = errors.New("no terminal")

// prompt asks on the terminal without showing what is typed.
func (w *wiring) prompt(question string) ([]byte, error) {
	fd := int(os.Stdin.Fd())
	if !term.IsTerminal(fd) {
		return nil, briefing.ErrWrongPassphrase.Because(errNoTerminal)
	}
	if _, err := os.Stderr.WriteString(question); err != nil {
		return nil, err
	}
	secret, err := term.ReadPassword(fd)
	_, _ = os.Stderr.WriteString("\n")
	return secret, err
}

// window opens the window, on a fresh demo vault where that is asked for.
func (w *wiring) window(ctx context.Context, args []string) int {
	flags := flag.NewFlagSet("placard", flag.ExitOnError)
	demo := flags.Bool("demo", false, "open a demo vault with a fictional note")
	pictures := flags.String("pictures", "", "with --demo: leave papers and a picture of every page in this folder and end")
	dir := flags.String("vault", os.Getenv(vaultVariable), "the vault's folder")
	_ = flags.Parse(args) // ExitOnError
	c := app.Config{
		Vaults: w.vaults, Strength: storage.Meter{}, Words: w.words, Desk: w.desk,
		Spelling: spelling.New(),
		VaultDir: *dir, Demo: *demo, Sample: assets.Sample, Fill: assets.Fill,
	}
	c.App = fyneapp.NewWithID(appID)
	c.App.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	if *pictures != "" {
		return w.exhibit(ctx, c, *pictures)
	}
	return w.show(c) //nolint:contextcheck // the window's work lives as long as the vault is open in it
}

// show opens the window, watched: what it says when it fails holds no words.
// Once a vault was locked the program starts anew.
func (w *wiring) show(c app.Config) int {
	stop, err := crash.Watch(w.self)
	if err != nil {
		slog.Error("no monitor", "error", err)
		stop = func() {}
	}
	c.Restarts, c.Away = true, away.Watch
	dir, again := app.Run(c)
	stop()
	if again {
		return restart(w.self, dir)
	}
	return cli.Done
}

// withVault is the environment with the vault's folder. An argument would be
// seen by every user of the machine.
func withVault(dir string) []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, vaultVariable+"=") })
	return append(env, vaultVariable+"="+dir)
}

// exhibit does a demo's work without a display.
func (w *wiring) exhibit(ctx context.Context, c app.Config, dir string) int {
	if err := app.Exhibit(ctx, c, dir); err != nil {
		slog.Error("pictures", "error", err)
		return cli.Failed
	}
	return cli.Done
}
