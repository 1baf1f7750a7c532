# make demo and make test do all the set-up on a fresh Debian machine with Swift.
SHELL := /bin/bash
PACKAGES := libxml2-dev libxml2-utils pkg-config
KHUNG := .build/debug/khung

.PHONY: demo test build packages validate record lint

demo: build
	@$(call gap-report,Examples/binh-lam-draft.xml)
	@$(call gap-report,Examples/bac-giang.xml)

test: build validate
	swift test

build: packages
	swift build

# A gap report ends with 1 (gaps) or 3 (incomplete); anything else is a failure of the demo.
define gap-report
echo "\$$ khung check $(1)"; $(KHUNG) check $(1); status=$$?; echo; \
  [ $$status -eq 1 ] || [ $$status -eq 3 ] || exit $$status
endef

# An independent judge: libxml2's own command validates every file of the repository.
validate: packages
	@find Standards -name '*.xml' -print0 | xargs -0 xmllint --noout --schema Schemas/catalogue.xsd 2>&1 \
	  | grep -v ' validates$$' | { ! grep .; }
	@find Examples -maxdepth 1 -name '*.xml' -print0 | xargs -0 xmllint --noout --schema Schemas/master-plan.xsd 2>&1 \
	  | grep -v ' validates$$' | { ! grep .; }
	@echo "xmllint: every file of Standards/ and every plan of Examples/ is valid"

# Writes the parts of README that come from the program anew.
record: build
	KHUNG_RECORD=1 swift test --filter ReadmeTests

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

packages:
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qy --no-install-recommends $(PACKAGES); }
