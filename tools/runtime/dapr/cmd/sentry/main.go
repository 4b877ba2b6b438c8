// Command sentry is Dapr's certificate authority for one machine: as the original, but every port of
// it keeps to the address it is given, and it refuses to run without a validator of tokens, for then
// it would give any caller any identity.
package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/dapr/dapr/cmd/sentry/options"
	"github.com/dapr/dapr/pkg/healthz"
	"github.com/dapr/dapr/pkg/metrics"
	"github.com/dapr/dapr/pkg/modes"
	sentryv1pb "github.com/dapr/dapr/pkg/proto/sentry/v1"
	"github.com/dapr/dapr/pkg/sentry"
	"github.com/dapr/dapr/pkg/sentry/config"
	"github.com/dapr/dapr/pkg/sentry/monitoring"
	"github.com/dapr/kit/concurrency"
	"github.com/dapr/kit/logger"
	"github.com/dapr/kit/signals"

	"todo-mesh/tools/runtime/internal/health"
)

var log = logger.NewLogger("dapr.sentry")

func main() {
	opts := options.New(os.Args[1:])
	if err := logger.ApplyOptionsToLoggers(&opts.Logger); err != nil {
		log.Fatal(err)
	}
	if err := run(signals.Context(), opts); err != nil && !errors.Is(err, context.Canceled) {
		log.Fatal(err)
	}
}

func run(ctx context.Context, opts *options.Options) error {
	cfg, err := configuration(opts)
	if err != nil {
		return err
	}
	if err := monitoring.InitMetrics(); err != nil {
		return err
	}
	hz := healthz.New()
	authority, err := sentry.New(ctx, sentry.Options{Config: cfg, Healthz: hz})
	if err != nil {
		return err
	}
	exporter := metrics.New(metrics.Options{
		Log: log, Enabled: opts.Metrics.Enabled(), Namespace: metrics.DefaultMetricNamespace,
		Port: opts.Metrics.Port(), ListenAddress: opts.Metrics.ListenAddress(), Healthz: hz,
	})
	return concurrency.NewRunnerManager(
		health.Server(hz, opts.HealthzListenAddress, opts.HealthzPort), exporter.Start, authority.Start,
	).Run(ctx)
}

func configuration(opts *options.Options) (config.Config, error) {
	cfg, err := config.FromConfigName(opts.ConfigName, opts.Mode)
	if err != nil {
		return cfg, err
	}
	if _, checks := cfg.Validators[sentryv1pb.SignCertificateRequest_JWKS]; !checks {
		return cfg, errors.New("the configuration names no validator of tokens")
	}
	in := func(file string) string { return filepath.Join(opts.IssuerCredentialsPath, file) }
	cfg.IssuerCertPath, cfg.IssuerKeyPath = in(opts.X509.IssuerCertFilename), in(opts.X509.IssuerKeyFilename)
	cfg.RootCertPath = in(opts.X509.RootCAFilename)
	cfg.TrustDomain, cfg.Port, cfg.ListenAddress = opts.TrustDomain, opts.Port, opts.ListenAddress
	cfg.Mode = modes.StandaloneMode
	return cfg, nil
}
