# What one types here; `make help` lists it. It takes Node 18 or newer with npm to begin, and Go, Java
# and Maven for the real parts; whatever is missing is named. Works with GNU make 3.81 and later.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PNPM := tools/bootstrap/pnpm
NODE := tools/bootstrap/node --conditions=@todo-mesh/source
MESH := $(NODE) tools/mesh/src/cli.ts

# Touched when the dependencies are as the lock file says; pnpm is not even asked while it is fresh.
INSTALLED := node_modules/.installed
MANIFESTS := package.json pnpm-lock.yaml pnpm-workspace.yaml $(PNPM) \
  $(wildcard packages/*/package.json services/*/package.json tools/*/package.json tests/package.json)

.PHONY: help up down status logs token reset test test-unit test-mesh test-page check bench soak simulate kills runtime dlq operator-token

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

up: $(INSTALLED) ## Start the whole mesh and leave it running; the first time builds its parts
	@$(MESH) up

down: $(INSTALLED) ## Stop the mesh; its data stay
	@$(MESH) down

status: $(INSTALLED) ## Show each part of the mesh and how it is
	@$(MESH) status

logs: $(INSTALLED) ## Show the logs, or one part's with S=chat-api
	@$(MESH) logs $(if $(S),"$(S)")

# The environment has a USER of its own, who is not meant.
token: $(INSTALLED) ## Print a token to sign in with: make token USER=ada
ifeq ($(origin USER),command line)
	@$(MESH) token "$$USER"
else
	@echo 'Whose token? Say it like this: make token USER=ada' >&2; exit 2
endif

.PHONY: link pictures
link: $(INSTALLED) ## Print a link that signs you in to the page, once: make link USER=ada
ifeq ($(origin USER),command line)
	@$(MESH) link "$$USER"
else
	@$(MESH) link
endif

pictures: runtime ## Take the pictures of the page anew, into docs/pictures
	@$(NODE) --disable-warning=TimeoutNegativeWarning tests/page/pictures.ts

operator-token: $(INSTALLED) ## Print the token for the operator's view, on the ops port of reminder-service
	@$(MESH) operator-token

dlq: $(INSTALLED) ## List the dead letters; show or replay them: make dlq ARGS="show todo.tasks.events --kind invalid"
	@$(NODE) --disable-warning=TimeoutNegativeWarning tools/dlq/src/cli.ts $(ARGS)

.PHONY: migrate
# By the environment: whoever looks at the list of processes need not see the password.
migrate: export FROM := $(FROM)
migrate: $(INSTALLED) ## Bring people over from the older product: make migrate FROM=postgres://… ARGS=dry-run
	@$(NODE) --max-semi-space-size=4 tools/migrate/src/cli.ts $(ARGS)

reset: $(INSTALLED) ## Stop the mesh and forget all its data
	@$(MESH) reset

test: test-unit test-mesh test-page test-chart ## Run all tests, on real Dapr, Kafka and PostgreSQL

test-unit: $(INSTALLED)
	@mkdir -p .reports && rm -f .reports/unit.json
	@$(PNPM) test --selectProjects unit --maxWorkers=100% --workerIdleMemoryLimit=1GB --json --outputFile=.reports/unit.json

test-mesh: runtime
	@mkdir -p .reports && rm -f .reports/mesh.json
	@$(PNPM) test --selectProjects mesh --runInBand --json --outputFile=.reports/mesh.json

test-page: runtime
	@mkdir -p .reports && rm -f .reports/page.json
	@if $(NODE) tests/page/has-chromium.ts; then \
	  $(PNPM) test --selectProjects page --runInBand --json --outputFile=.reports/page.json; \
	fi

.PHONY: test-chart chart-tools images
test-chart: chart-tools ## Check the Helm chart with Helm 3 and 4
	@mkdir -p .reports && rm -f .reports/chart.json
	@$(PNPM) test --selectProjects chart --runInBand --json --outputFile=.reports/chart.json

chart-tools: $(INSTALLED)
	@$(NODE) tools/chart/src/cli.ts tools

images: $(INSTALLED) ## Build the images of the services, without a daemon: it takes Debian and its buildah
	@$(NODE) tools/images/src/cli.ts

.PHONY: cluster-up cluster-down test-cluster
cluster-up: $(INSTALLED) ## Start a Kubernetes with Dapr, Kafka, PostgreSQL and the mesh: it takes root, on a machine of your own
	@$(NODE) tools/cluster/src/cli.ts up

cluster-down: $(INSTALLED) ## End it, and leave nothing behind
	@$(NODE) tools/cluster/src/cli.ts down

test-cluster: runtime ## Try the chart on a Kubernetes of its own, as root; ROLLOUTS=10 upgrades under load, KEEP=yes leaves it up
	@mkdir -p .reports && rm -f .reports/cluster.json
	@$(NODE) tools/cluster/src/cli.ts programs
	@CLUSTER_KEEP="$(KEEP)" CLUSTER_ROLLOUTS="$(or $(ROLLOUTS),1)" $(PNPM) test --selectProjects cluster --runInBand --json --outputFile=.reports/cluster.json

check: $(INSTALLED) ## Check types, lint, boundaries, dead code, format; run the unit tests
	@$(PNPM) check

bench: runtime ## Measure, and print tables of figures; one scenario with S=lists
	@$(NODE) tests/bench/main.ts $(S)
ifeq ($(S),)
	@$(NODE) packages/when/bench/phrases.ts
	@$(NODE) packages/recurrence/bench/recurrence.ts
	@$(NODE) packages/state/bench/collection.ts
	@$(NODE) --max-old-space-size=8000 packages/timers/bench/growth.ts
endif

soak: runtime ## Use a mesh as people do, for two hours, and see that nothing leaks, dies or is late: SOAK_MINUTES=120
	@SOAK_MINUTES="$(SOAK_MINUTES)" $(NODE) tests/soak/main.ts

simulate: $(INSTALLED) ## Play reminder-service in bad weather, in time that is not real: SEEDS=20000, or one of them: SEED=7
	@SIM_FIRST="$(or $(SEED),1)" SIM_SEEDS="$(if $(SEED),1,$(or $(SEEDS),20000))" \
	  $(PNPM) test --selectProjects unit --testPathPatterns simulation.test -t 'whatever befalls it'

kills: runtime ## Set reminders while parts of a mesh are killed at random, and audit them: REMINDERS=10000
	@FAULTS_REMINDERS="$(or $(REMINDERS),10000)" $(PNPM) test --selectProjects mesh --testPathPatterns faults.test -t 'whichever it is'

runtime: $(INSTALLED) ## Build Dapr and fetch Kafka, if that is not done yet
	@$(NODE) tools/runtime/src/cli.ts

$(INSTALLED): $(MANIFESTS)
	@echo 'Installing the dependencies' >&2
	@$(PNPM) install --frozen-lockfile >&2
	@touch $@
