package main

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/server/v3/embed"

	"github.com/dapr/dapr/cmd/scheduler/options"
	"github.com/dapr/dapr/pkg/security"
)

// A short name relative to the working directory: the path of a socket may have some hundred bytes only.
const (
	socket   = "etcd.sock"
	endpoint = "unix:" + socket

	defragEvery = 10 * time.Minute
)

// An etcd of one member, which therefore listens for no peer.
type etcd struct {
	opts     *options.Options
	started  chan struct{}
	unneeded chan struct{}
}

func newEtcd(opts *options.Options) *etcd {
	return &etcd{opts: opts, started: make(chan struct{}), unneeded: make(chan struct{})}
}

func (e *etcd) ready(ctx context.Context) error {
	select {
	case <-e.started:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// The scheduler gives up its leases as it ends, so etcd ends after it.
func (e *etcd) released() { close(e.unneeded) }

func (e *etcd) run(ctx context.Context) error {
	config, err := e.config()
	if err != nil {
		return err
	}
	running, err := embed.StartEtcd(config)
	if err != nil {
		return fmt.Errorf("etcd does not start: %w", err)
	}
	defer running.Close()
	select {
	case <-running.Server.ReadyNotify():
	case err := <-running.Err():
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := forgetLeaders(ctx); err != nil {
		return fmt.Errorf("who led before cannot be forgotten: %w", err)
	}
	close(e.started)
	return e.tend(ctx, running)
}

// Who led before is dead, for etcd lets one process into its folder. If it was killed, its lease would keep the next one
// from leading for twenty seconds, in which no job rings and none is taken.
func forgetLeaders(ctx context.Context) error {
	client, err := clientv3.New(clientv3.Config{Endpoints: []string{endpoint}})
	if err != nil {
		return err
	}
	defer client.Close()
	_, err = client.Delete(ctx, "dapr/leadership/", clientv3.WithPrefix())
	return err
}

func (e *etcd) tend(ctx context.Context, running *embed.Etcd) error {
	ticker := time.NewTicker(defragEvery)
	defer ticker.Stop()
	for {
		select {
		case err := <-running.Err():
			return err
		case <-ticker.C:
			if err := defrag(ctx); err != nil {
				log.Errorf("etcd is not defragmented, and will be tried again: %s", err)
			}
		case <-ctx.Done():
			<-e.unneeded
			return ctx.Err()
		}
	}
}

// Gives back the space of what was deleted, once that is more than half.
func defrag(ctx context.Context) error {
	client, err := clientv3.New(clientv3.Config{Endpoints: []string{endpoint}})
	if err != nil {
		return err
	}
	defer client.Close()
	status, err := client.Status(ctx, endpoint)
	if err != nil || status.DbSize < status.DbSizeInUse*2 {
		return err
	}
	_, err = client.Defragment(ctx, endpoint)
	return err
}

// The settings of Dapr's own embedded etcd, and its folder: what it stored is read on.
func (e *etcd) config() (*embed.Config, error) {
	o := e.opts
	interval, err := time.ParseDuration(o.EtcdBackendBatchInterval)
	if err != nil {
		return nil, err
	}
	c := embed.NewConfig()
	c.Name = o.ID
	c.Dir = filepath.Join(o.EtcdDataDir, security.CurrentNamespace()+"-"+o.ID, "dapr-0.1")
	// Nobody calls it: a member has to name an address.
	nowhere := url.URL{Scheme: "http", Host: "127.0.0.1:1"}
	c.ListenPeerUrls, c.AdvertisePeerUrls = nil, []url.URL{nowhere}
	c.InitialCluster = c.Name + "=" + nowhere.String()
	c.ListenClientUrls = []url.URL{{Scheme: "unix", Host: socket}}
	c.AdvertiseClientUrls = []url.URL{nowhere}
	c.MaxRequestBytes = math.MaxInt32
	c.ExperimentalWarningApplyDuration = 5 * time.Second
	c.LogLevel = "info"
	c.QuotaBackendBytes = o.EtcdSpaceQuota
	c.AutoCompactionMode, c.AutoCompactionRetention = o.EtcdCompactionMode, o.EtcdCompactionRetention
	c.MaxSnapFiles, c.MaxWalFiles, c.SnapshotCount = o.EtcdMaxSnapshots, o.EtcdMaxWALs, o.EtcdSnapshotCount
	c.BackendBatchLimit, c.BackendBatchInterval = o.EtcdBackendBatchLimit, interval
	c.MaxTxnOps = o.EtcdMaxTxnOps
	c.ExperimentalBootstrapDefragThresholdMegabytes = o.EtcdDefragThresholdMB
	c.InitialElectionTickAdvance = o.EtcdInitialElectionTickAdvance
	c.Metrics = o.EtcdMetrics
	return c, os.MkdirAll(c.Dir, 0o700)
}
