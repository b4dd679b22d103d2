# Nền Tảng: each target calls one obvious command.
.POSIX:
.PHONY: demo demo-reset run test check warnings bench docs screens setup setup-dev clean

demo: setup            ## everything, with a played demo, on http://127.0.0.1:8000
	@.venv/bin/nentang demo --serve

demo-reset: setup      ## forget the demo and play it again
	@.venv/bin/nentang demo --reset --serve

run: setup             ## everything, empty, on http://127.0.0.1:8000
	@.venv/bin/nentang serve

test: setup-dev        ## the whole suite; what a machine lacks is named at the end
	@.venv/bin/python -m tools.run_tests

check: setup-dev       ## style, types, walls, templates, migrations, laws
	@.venv/bin/python -m tools.run_checks

warnings: setup-dev    ## whether any pinned part has a known fault; says when nobody can be asked
	@.venv/bin/python -m tools.known_warnings

bench: setup-dev       ## every benchmark, small (SCALE=full for real sizes)
	@.venv/bin/python -m benchmarks

docs: setup-dev        ## write the generated reference pages anew
	@.venv/bin/nentang docs

screens: setup-dev     ## pictures of every page, of a demo that is served on port 8000
	@NENTANG_DEMO=yes .venv/bin/python -m tests.looks

setup:
	@sh tools/setup

setup-dev:
	@sh tools/setup --dev

clean:
	rm -rf .venv var
