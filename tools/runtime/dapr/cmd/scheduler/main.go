// Command scheduler is Dapr's scheduler for one machine. It differs from the original in its doors:
// etcd, which knows no caller, is reached by a socket file in the working directory and by no port;
// health and metrics keep to the address they are given.
package main

import (
	"context"
	"errors"
	"os"

	"github.com/dapr/dapr/cmd/scheduler/options"
	"github.com/dapr/dapr/pkg/healthz"
	"github.com/dapr/dapr/pkg/metrics"
	"github.com/dapr/dapr/pkg/modes"
	"github.com/dapr/dapr/pkg/scheduler/monitoring"
	"github.com/dapr/dapr/pkg/scheduler/server"
	"github.com/dapr/dapr/pkg/security"
	"github.com/dapr/kit/concurrency"
	"github.com/dapr/kit/logger"
	"github.com/dapr/kit/signals"

	"todo-mesh/tools/runtime/internal/health"
)

var log = logger.NewLogger("dapr.scheduler")

func main() {
	opts, err := options.New(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	if err := logger.ApplyOptionsToLoggers(&opts.Logger); err != nil {
		log.Fatal(err)
	}
	if err := run(signals.Context(), opts); err != nil && !errors.Is(err, context.Canceled) {
		log.Fatal(err)
	}
}

func run(ctx context.Context, opts *options.Options) error {
	if err := monitoring.InitMetrics(); err != nil {
		return err
	}
	hz := healthz.New()
	sec, err := security.New(ctx, security.Options{
		SentryAddress: opts.SentryAddress, ControlPlaneTrustDomain: opts.TrustDomain,
		ControlPlaneNamespace: security.CurrentNamespace(), TrustAnchorsFile: opts.TrustAnchorsFile,
		AppID: "dapr-scheduler", MTLSEnabled: opts.TLSEnabled, Mode: modes.StandaloneMode, Healthz: hz,
	})
	if err != nil {
		return err
	}
	exporter := metrics.New(metrics.Options{
		Log: log, Enabled: opts.Metrics.Enabled(), Namespace: metrics.DefaultMetricNamespace,
		Port: opts.Metrics.Port(), ListenAddress: opts.Metrics.ListenAddress(), Healthz: hz,
	})
	etcd := newEtcd(opts)
	return concurrency.NewRunnerManager(
		health.Server(hz, opts.HealthzListenAddress, opts.HealthzPort), exporter.Start, sec.Run, etcd.run,
		func(ctx context.Context) error {
			// Whatever keeps us from serving, etcd must not wait for us.
			defer etcd.released()
			handler, err := sec.Handler(ctx)
			if err != nil {
				return err
			}
			if err := etcd.ready(ctx); err != nil {
				return err
			}
			return serve(ctx, opts, handler, hz)
		},
	).Run(ctx)
}

// A server ends when who leads changes; the next one takes its place.
func serve(ctx context.Context, opts *options.Options, handler security.Handler, hz healthz.Healthz) error {
	for ctx.Err() == nil {
		one, err := server.New(ctx, server.Options{
			Port: opts.Port, ListenAddress: opts.ListenAddress, OverrideBroadcastHostPort: opts.OverrideBroadcastHostPort,
			Mode: modes.StandaloneMode, Security: handler, Healthz: hz, Workers: opts.Workers,
			EtcdName: opts.ID, EtcdClientEndpoints: []string{endpoint},
		})
		if err != nil {
			return err
		}
		if err := one.Run(ctx); err != nil {
			return err
		}
	}
	return ctx.Err()
}
