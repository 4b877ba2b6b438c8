package main

import (
	"context"
	"testing"

	clientv3 "go.etcd.io/etcd/client/v3"

	"github.com/dapr/dapr/cmd/scheduler/options"
)

func TestWhoeverLedBeforeIsForgottenAndTheJobsAreNot(t *testing.T) {
	t.Chdir(t.TempDir())
	opts, err := options.New([]string{"--etcd-data-dir", "data"})
	if err != nil {
		t.Fatal(err)
	}
	const leader, job = "dapr/leadership/0", "dapr/jobs/one"
	during(t, opts, func(ctx context.Context, client *clientv3.Client) {
		// As one leaves it that is killed: its lease would go on for twenty seconds.
		lease, err := client.Grant(ctx, 20)
		if err != nil {
			t.Fatal(err)
		}
		for _, put := range []clientv3.Op{
			clientv3.OpPut(leader, "the last one", clientv3.WithLease(lease.ID)),
			clientv3.OpPut(job, "at nine"),
		} {
			if _, err := client.Do(ctx, put); err != nil {
				t.Fatal(err)
			}
		}
	})
	during(t, opts, func(ctx context.Context, client *clientv3.Client) {
		for key, want := range map[string]int64{leader: 0, job: 1} {
			found, err := client.Get(ctx, key)
			if err != nil {
				t.Fatal(err)
			}
			if found.Count != want {
				t.Errorf("%s is there %d times instead of %d", key, found.Count, want)
			}
		}
	})
}

// One life of the scheduler's etcd.
func during(t *testing.T, opts *options.Options, do func(context.Context, *clientv3.Client)) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	defer end()
	store := newEtcd(opts)
	ended := make(chan error, 1)
	go func() { ended <- store.run(ctx) }()
	if err := store.ready(ctx); err != nil {
		t.Fatal(err)
	}
	client, err := clientv3.New(clientv3.Config{Endpoints: []string{endpoint}})
	if err != nil {
		t.Fatal(err)
	}
	do(ctx, client)
	client.Close()
	store.released()
	end()
	<-ended
}
