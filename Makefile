# Minutebook: build, try, test. `make` alone lists the targets.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

# The one place where versions of tools are pinned.
GOLANGCI_LINT := v2.11.4

# Linux: X11 rather than Wayland, no idle repainting, and Fyne's own check of its goroutine off in the program.
TAGS := x11,no_animations,migrated_fynedo

# What builds with no C compiler and no display: everything but the window program.
PURE := ./model/... ./store/... ./ui/... ./assets/... ./cmd/internal/... ./cmd/minutectl/...

# Real minutes to test against, where there are any: a folder with seeds/ and corpus/. Tests run in
# their package's folder, so the path is made absolute.
MINUTEBOOK_SHARED ?= $(if $(wildcard ../shared/seeds),../shared)
override MINUTEBOOK_SHARED := $(abspath $(MINUTEBOOK_SHARED))
ifneq ($(MINUTEBOOK_SHARED),)
export MINUTEBOOK_SHARED
endif

# Linux with neither X11 nor Wayland: a server, a container.
HEADLESS := $(and $(filter Linux,$(shell uname)),$(if $(DISPLAY)$(WAYLAND_DISPLAY),,yes))

# The Word writer beside other tools, as far as they are installed.
BENCH_DOCUMENTS := CGO_ENABLED=0 go run ./cmd/internal/benchdocuments scripts/bench-documents

# A book of ten thousand meetings, its questions and its window.
BENCH_LARGE := CGO_ENABLED=0 go run ./cmd/internal/benchlarge

# A thousand files of old minutes.
BENCH_IMPORT := CGO_ENABLED=0 go run ./cmd/internal/benchimport

LINT := .tools/bin/golangci-lint-$(GOLANGCI_LINT)

CHECK := scripts/check-documents/node_modules/.package-lock.json

.PHONY: help run demo pictures build test lint vet test-plain test-race check-documents test-window soak bench bench-documents bench-import bench-large strokes corpus words format setup setup-build
.NOTPARALLEL:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ifeq ($(HEADLESS),yes)
run: demo
	@echo "There is no display here, so the demonstration ran on a virtual one. The minutes it made are in build/demo/."
else
run: build ## build the window program and open it (without a display: run the demonstration)
	bin/minutebook
endif

demo: setup build ## play a meeting through the real window on a virtual display; results in build/demo/
	scripts/demo

pictures: setup build ## picture every screen of the real window and pages of every house style into build/pictures/, those of the guide into docs/pictures/
	scripts/pictures

build: setup-build ## build bin/minutebook and bin/minutectl
	go build -tags $(TAGS) -o bin/minutebook ./cmd/minutebook
	CGO_ENABLED=0 go build -o bin/minutectl ./cmd/minutectl

test: setup lint test-plain test-race check-documents test-window ## every check: lint, unit, property, golden, document, screen and real-window tests

lint: setup-build $(LINT) vet ## go vet on Linux and for Windows, and golangci-lint
	$(LINT) run

vet:
	go vet -tags $(TAGS),realwindow,soak ./...
	GOOS=windows CGO_ENABLED=0 go vet $(PURE)

test-plain: setup-build ## the tests that need no display and no C compiler
	CGO_ENABLED=0 go test $(PURE)

test-race: setup-build ## the same under the race detector, in random order
	go test -race -shuffle=on -timeout 30m $(PURE)

check-documents: setup $(CHECK) ## hold Word files and web pages to the Open XML SDK, LibreOffice, axe and an HTML validator
	@rm -rf build/check-documents
	@CGO_ENABLED=0 go run ./cmd/internal/documents build/check-documents
	@node scripts/check-documents/check.mjs build/check-documents

# They wait more than they work: four at once, each on a display of its own.
test-window: setup ## the tests that drive the real window with real keys, on a virtual display
	go test -timeout 40m -parallel 4 -tags $(TAGS),realwindow ./cmd/minutebook/...

soak: setup ## an hour's minuting in the real window as fast as its keys arrive: memory and idle processor
	go test -tags $(TAGS),realwindow,soak -run '^TestSoak$$' -count=1 -timeout 60m -v ./cmd/minutebook/

bench: setup-build ## benchmarks, one tab-separated line a figure: name, value, unit, ratio, against what
	@CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem $(PURE) | awk -f scripts/bench.awk
	@$(BENCH_DOCUMENTS)
	@$(BENCH_LARGE)
	@$(BENCH_IMPORT)

bench-import: setup-build ## a thousand files of old minutes into a book: time, memory beside a hundred, how fast it stops
	@$(BENCH_IMPORT)

bench-large: setup-build ## ten thousand meetings: register, search beside grep, start and memory of the window beside an empty one
	@$(BENCH_LARGE)

bench-documents: setup-build ## the Word writer beside plain godocx, npm docx, pandoc and python-docx, which it installs
	@scripts/bench-documents/setup >&2
	@$(BENCH_DOCUMENTS)

strokes: setup-build ## minute whole meetings as an ideal clerk: keys pressed for each character of the document
	@CGO_ENABLED=0 go test ./ui -count=1 -run '^TestStrokes$$' -v | awk '/^strokes / || /^ +[0-9]+ keys, /; /_test\.go:|^FAIL/ { print > "/dev/stderr" }'

corpus: setup-build ## read the real minutes that are at hand: what is found in each beside what a careful reader found
	@printf 'file\twhat\tfound\tright\tgolden\tprecision\trecall\n'
	@CGO_ENABLED=0 go test ./model/minutes/recognise -count=1 -run '^TestCorpus$$' -v | awk -F '\t' 'NF == 7; /_test\.go:|^FAIL/ { print > "/dev/stderr" }'

words: ## gather the English words of the screens into assets/lang/en.json, and the keys into docs/keys.md
	CGO_ENABLED=0 go test ./ui -run 'TestEnglishIsWhatTheCodeSays|TestKeySheet' -update

format: $(LINT) ## lay out the Go code as the lint wants it
	$(LINT) fmt

setup: ## install what building and testing need, where this is Debian or Ubuntu
	@scripts/setup all

setup-build:
	@scripts/setup build

# What is exactly pinned in package-lock.json; nothing of it is run while installing. `npm ci` would ask for the
# validator for other systems too, which is not to be had everywhere.
$(CHECK): scripts/check-documents/package-lock.json
	cd scripts/check-documents && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(LINT):
	GOBIN=$(CURDIR)/.tools/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT)
	@mv .tools/bin/golangci-lint $@
