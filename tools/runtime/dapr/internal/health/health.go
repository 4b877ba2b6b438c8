// Package health answers GET /healthz on one address alone: Dapr's own server listens on every interface.
package health

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/dapr/dapr/pkg/healthz"
)

// Server is ready when all that reports to h is.
func Server(h healthz.Healthz, address string, port int) func(context.Context) error {
	return func(ctx context.Context) error {
		mux := http.NewServeMux()
		mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
			if !h.IsReady() {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
		})
		server := &http.Server{
			Addr: net.JoinHostPort(address, strconv.Itoa(port)), Handler: mux, ReadHeaderTimeout: 3 * time.Second,
		}
		ended := make(chan error, 1)
		go func() { ended <- server.ListenAndServe() }()
		select {
		case err := <-ended:
			return err
		case <-ctx.Done():
			return errors.Join(server.Close(), ctx.Err())
		}
	}
}
