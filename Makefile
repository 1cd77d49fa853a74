# Placard: everything a newcomer types is "make run" and "make test".
# Both install what they need on Debian and Ubuntu when root or sudo may;
# elsewhere they name the packages.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# What the window is built with (cgo, OpenGL and X11).
BUILD_PACKAGES := gcc libc6-dev pkg-config libgl-dev libx11-dev libxrandr-dev libxxf86vm-dev libxi-dev libxcursor-dev libxinerama-dev
# What the tests look at the window and the papers with.
TEST_PACKAGES := xvfb libgl1-mesa-dri xdotool imagemagick openbox xclip fonts-noto-core fonts-noto-cjk fonts-crosextra-carlito \
	libreoffice-writer libreoffice-calc poppler-utils qpdf pandoc age python3 python3-lxml python3-openpyxl \
	hunspell hunspell-en-us hunspell-fr-comprehensive hunspell-es strace dbus-daemon e2fsprogs xz-utils gcc-mingw-w64-x86-64-posix

export GOFLAGS ?= -buildvcs=false
TAGS := x11
BIN := bin
# Where ../shared is there, tests read real documents in it; else they say that they skip.
PURE := . ./app/... ./assets/... ./briefing/... ./storage/...
FUZZTIME ?= 60s

.PHONY: help
help: ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.PHONY: run
run: ## build and open the window on a demo vault; without a display leave papers and pictures in out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory window; else $(MAKE) --no-print-directory headless; fi

.PHONY: window
window: build
	$(BIN)/placard --demo

.PHONY: headless
headless:
	@echo "No display: the same work is done without one; look in out/."
	CGO_ENABLED=0 go build -tags ci -o $(BIN)/placard-headless .
	rm -rf out && mkdir -p out
	$(BIN)/placard-headless --demo --pictures out
	@ls -1 out

.PHONY: build
build: build-packages ## build bin/placard
	go build -tags $(TAGS) -o $(BIN)/placard .

.PHONY: test
test: test-packages build ## everything CI runs
	@.ci/steps

.PHONY: samples
samples: ## the sample papers in docs/samples, from the fictional note
	CGO_ENABLED=0 go run -tags ci docs/samples/generate.go

.PHONY: quick
quick: ## unit tests without a display or a C compiler
	CGO_ENABLED=0 go test -tags ci $(PURE)

.PHONY: lint
lint: $(BIN)/golangci-lint ## linters and layer rules
	CGO_ENABLED=0 $(BIN)/golangci-lint run --build-tags ci --timeout 10m ./...

$(BIN)/golangci-lint: tools/go.mod
	cd tools && GOFLAGS= go build -o ../$(BIN)/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

$(BIN)/fyne: tools/go.mod
	cd tools && GOFLAGS= go build -o ../$(BIN)/fyne fyne.io/tools/cmd/fyne

.PHONY: package
package: build-packages $(BIN)/fyne ## a release archive, from FyneApp.toml
	mkdir -p out && $(BIN)/fyne package --target linux --release --tags $(TAGS),release,no_metadata,migrated_fynedo
	mv -f *.tar.xz out/

.PHONY: e2e
e2e: test-packages build ## drive the real window; screenshots in out/e2e
	PLACARD_BIN=$(CURDIR)/$(BIN)/placard go test -count=1 -tags 'ci e2e' ./app/e2e/

.PHONY: corpus
corpus: build ## score recognition on the documents in ../shared
	@if [ -d ../shared/corpus/dev ]; then python3 ../shared/corpus/score.py --command '$(BIN)/placard read --json' ../shared/corpus/dev; \
	else echo "corpus: skipped, there is no ../shared/corpus"; fi

.PHONY: peers
peers: ## what other converters make of the documents in ../shared
	python3 tools/peers.py ../shared/corpus/dev

.PHONY: hostile
hostile: ## read every hostile file in ../shared in real children: outcomes, slowest, peak memory
	PLACARD_HOSTILE=1 CGO_ENABLED=0 go test -count=1 -tags ci -v -timeout 60m -run '^TestHostile' ./briefing/extract/

.PHONY: crash
crash: ## the loops of docs/reliability.md, whole: kills, power cuts, faults, damage (some hours)
	PLACARD_CRASH=whole CGO_ENABLED=0 go test -count=1 -v -timeout 180m \
		-run 'Kill|Power|Fault|EveryOperation|Damaged|Mutated|FullDisk|Clock|Injected' ./storage/
	PLACARD_CRASH=whole CGO_ENABLED=0 go test -count=1 -timeout 20m -tags ci -run 'Left' -v .

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME
	@set -e; for p in $$(go list ./briefing/... ./storage/... ./assets/...); do \
		for f in $$(CGO_ENABLED=0 go test -list '^Fuzz' $$p | grep ^Fuzz || true); do \
			echo "$$p $$f"; CGO_ENABLED=0 go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p; done; done

.PHONY: bench
bench: ## the figures of the budget
	CGO_ENABLED=0 go test -tags ci -run '^$$' -bench . -benchmem $(PURE)

.PHONY: build-packages test-packages
build-packages:
	@.ci/packages $(BUILD_PACKAGES)

test-packages:
	@.ci/packages $(BUILD_PACKAGES) $(TEST_PACKAGES)

.PHONY: clean
clean: ## remove what was made
	rm -rf $(BIN) out
