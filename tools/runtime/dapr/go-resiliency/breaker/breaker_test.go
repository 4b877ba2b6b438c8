package breaker

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

var errAway = errors.New("the broker is away")

func TestItRestsForHalfASecondAfterFailuresInARow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// As sarama makes one for each partition.
		b := New(3, 1, 10*time.Second)
		fails, works := func() error { return errAway }, func() error { return nil }
		expect := func(work func() error, want error) {
			t.Helper()
			if got := b.Run(work); !errors.Is(got, want) {
				t.Fatalf("got %v instead of %v", got, want)
			}
		}

		for range 3 {
			expect(fails, errAway)
		}
		expect(works, ErrBreakerOpen)
		time.Sleep(longestRest)
		// One more failure is enough now.
		expect(fails, errAway)
		expect(works, ErrBreakerOpen)
		time.Sleep(longestRest)
		expect(works, nil)
		// What succeeds settles what failed before.
		expect(fails, errAway)
		expect(fails, errAway)
		expect(works, nil)
	})
}
