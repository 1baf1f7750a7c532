# make demo and make test do all the set-up on a fresh Debian machine with Swift.
SHELL := /bin/bash
PACKAGES := libxml2-dev libxml2-utils libarchive-dev libsqlite3-dev libxlsxwriter-dev pkg-config
KHUNG ?= .build/debug/khung

.PHONY: embedded document demo test build packages validate record picture docs examples lint lint-mutations bench-lint \
  bench spark release graph documentation library-example manual completions hooks

demo: build
	@$(call gap-report,Examples/documents/binh-lam-draft.docx)
	@$(call gap-report,Examples/binh-lam-draft.xml)
	@$(call gap-report,Examples/bac-giang.xml)

test: build validate
	swift test --disable-local-rpath

# The program looks for no library in its own folder: a file planted beside it would run.
build: packages
	swift build --disable-local-rpath

# A gap report ends with 1 (gaps) or 3 (incomplete); anything else is a failure of the demo.
define gap-report
echo "\$$ khung check $(1)"; $(KHUNG) check $(1); status=$$?; echo; \
  [ $$status -eq 1 ] || [ $$status -eq 3 ] || exit $$status
endef

# An independent judge: libxml2's own command validates every file of the repository.
validate: packages
	$(call valid,Standards,catalogue)
	$(call valid,Examples -maxdepth 1,master-plan)
	$(call valid,Examples/profiles -maxdepth 1,profile)
	$(call valid,Examples/profiles -mindepth 2,catalogue)
	$(call valid,Examples/waivers,waivers)
	$(call valid,Examples/answers,answers)
	@echo "xmllint: every XML file of Standards/ and Examples/ is valid"

define valid
@find $(1) -name '*.xml' -print0 | xargs -0 xmllint --noout --schema Schemas/$(2).xsd 2>&1 \
  | grep -v ' validates$$' | { ! grep .; }
endef

# Writes anew what the repository keeps of the program's output: README's report and Examples/reports/.
record: build
	KHUNG_RECORD=1 swift test --filter 'ReadmeTests|RecordedReportTests'

# Writes the pages of Documentation/ that come from the catalogue and from the linter's rules.
docs: build
	$(KHUNG) export docs --output Documentation

# Writes the list of the files that travel inside the program.
embedded:
	python3 Sources/EmbeddedFiles/write.py

# Makes the Word draft of the demo of its readable text.
document:
	python3 Examples/documents/write.py

# Takes README's picture of the page anew, with Debian's chromium.
picture:
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1366,900 \
	  --screenshot=$(CURDIR)/Documentation/gap-report.png file://$(CURDIR)/Examples/reports/binh-lam-draft.html

# Runs the examples of every facet and of every clause of ISO Schematron, and counts them.
examples: build
	@swift test --filter 'FacetExampleTests|SchematronTests' 2>&1 | awk ' \
	  /Test case passing .*Examples\/facets\// { split($$0, p, "Examples/facets/"); split(p[2], f, "/"); facet[f[1]]++; n++ } \
	  / Test "/ && / passed after / { split($$0, q, "\""); split(q[2], w, " "); m++; \
	    clause[w[1] ~ /^[0-9]/ ? "ISO/IEC 19757-3, clause " w[1] : w[1] == "XPath" ? "XPath 1.0, " w[2] : "without a clause"]++ } \
	  /✘/ { failed++; print } \
	  END { for (x in facet) printf "%4d  facet %s\n", facet[x], x | "sort -k3"; close("sort -k3"); \
	    for (x in clause) printf "%4d  %s\n", clause[x], x | "sort -k2"; close("sort -k2"); \
	    printf "%d facet examples, %d tests by clause, %d failures\n", n, m, failed; exit failed > 0 }'

# Prints the graph of targets and writes it into Documentation/architecture.md; no build is needed.
graph:
	@python3 Documentation/targets.py --write

# The pages of the library: docc of the toolchain over the library's public face, in a build folder of its own, since
# symbol graphs are a flag of the compiler and would make an ordinary build begin anew.
documentation: packages
	swift build --target KhungLibrary --scratch-path $(PAGES) -Xswiftc -emit-symbol-graph \
	  -Xswiftc -emit-symbol-graph-dir -Xswiftc $(CURDIR)/$(PAGES)
	@mkdir -p $(PAGES)/graphs && cp $(PAGES)/KhungLibrary.symbols.json $(PAGES)/graphs
	docc convert Sources/Library/Documentation.docc --additional-symbol-graph-dir $(PAGES)/graphs --warnings-as-errors \
	  --output-path $(PAGES)/KhungLibrary.doccarchive
	@echo "docc preview or any web server shows $(PAGES)/KhungLibrary.doccarchive"

PAGES := .build-documentation

# A package in a folder of its own, which knows this one by its path alone, builds the ten lines of the library's
# documentation and runs them.
library-example: packages
	python3 Tests/LibraryTests/package.py

# The manual pages (khung.1 and one a subcommand), made from the commands as they are by argument-parser's own tool.
# Its plugin would build the program optimized first.
manual: build
	swift build --product generate-manual
	@mkdir -p .build-manual
	.build/debug/generate-manual --multi-page --section 1 --output-directory .build-manual $(KHUNG)

# What a shell completes; bash, zsh and fish read these.
completions: build
	@mkdir -p .build-completions
	@for shell in bash zsh fish; do \
	  $(KHUNG) --generate-completion-script $$shell > .build-completions/khung.$$shell || exit; done; ls .build-completions

# Has git run .githooks/ in this clone.
hooks:
	git config core.hooksPath .githooks

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# 500 single mistakes, one at a time, in copies of Standards/: who notices them. Then 300 single slips, before
# and after `khung catalogue record`. KHUNG names another binary.
lint-mutations: build
	KHUNG="$(KHUNG)" python3 Tests/Mutations/lint_mutations.py --slips 300

# khung lint beside xmllint --schema on 20,000 generated entries; the ratio is to be at most 3.
bench-lint: release
	python3 Benchmarks/lint_bench.py --khung $(RELEASE)

packages:
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qy --no-install-recommends $(PACKAGES); }

# Modules are optimized as one: a plan crosses six of them. Nobody links to the program, and symbols that it exports
# cost half a millisecond at each start. What a debugger wants is left out.
release: packages
	swift build -c release --disable-local-rpath --static-swift-stdlib -Xlinker --no-export-dynamic -Xlinker --strip-all \
	  -Xlinker --gc-sections -Xswiftc -cross-module-optimization \
	  --product khung --scratch-path .build-release

RELEASE := .build-release/release/khung
ORACLE := .build-oracle/bin/python

# Khung and its peers on the same plans, interleaved; prints medians and ratios (Benchmarks/run.py says what
# is timed). Saxon-HE on Java comes from Debian, lxml and SaxonC-HE from PyPI.
bench: release
	@[ -e /usr/share/java/Saxon-HE.jar ] || apt-get install -y -qq libsaxonhe-java || true
	@[ -x $(ORACLE) ] || { python3 -m venv .build-oracle && .build-oracle/bin/pip install --quiet lxml saxonche; }
	$(ORACLE) Benchmarks/run.py --khung $(RELEASE) --write Documentation/benchmark.md \
	  --plot Documentation/benchmark-growth.svg --readme README.md

# The contract of `khung review -` shown on Apache Spark: two workers give the rows of one machine, also when
# one of them is killed.
spark: release
	@[ -x .build-spark/bin/python ] || { python3 -m venv .build-spark && .build-spark/bin/pip install --quiet pyspark; }
	@[ -x $(ORACLE) ] || { python3 -m venv .build-oracle && .build-oracle/bin/pip install --quiet lxml saxonche; }
	@[ -d .build-bench/plans ] || $(ORACLE) Benchmarks/generate_corpus.py --output .build-bench --count 1000
	@rm -rf .build-bench/spark; mkdir -p .build-bench/spark; i=0; while [ $$i -lt 10 ]; do \
	  for plan in .build-bench/plans/*.xml; do ln $$plan .build-bench/spark/$$i-$${plan##*/}; done; i=$$((i + 1)); done
	.build-spark/bin/python Examples/spark/review.py --khung $(RELEASE) --plans .build-bench/spark --output .build-bench/spark.ndjson
	.build-spark/bin/python Examples/spark/review.py --khung $(RELEASE) --plans .build-bench/spark --output .build-bench/spark.ndjson --kill
