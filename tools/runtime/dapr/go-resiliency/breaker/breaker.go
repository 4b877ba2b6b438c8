// Package breaker stands in for the circuit breaker that sarama is written with, and rests shorter: sarama lets nothing
// through to a partition for ten seconds after three failures, also when its broker is back by then, and no setting of
// its, nor of Dapr's, says otherwise. What it has to do it does: to ask for a leader that is not there takes a second,
// and of many messages for one partition not each shall ask.
package breaker

import (
	"errors"
	"sync"
	"time"
)

const longestRest = 500 * time.Millisecond

// ErrBreakerOpen is what Run answers while it rests.
var ErrBreakerOpen = errors.New("circuit breaker is open")

// Breaker rests after failures in a row, and again after each further one, until something succeeds.
type Breaker struct {
	most int
	rest time.Duration

	lock     sync.Mutex
	failures int
	last     time.Time
}

// New makes a breaker that rests for `rest`, at most half a second, after `most` failures. One success closes it, as
// sarama wishes: another number is refused.
func New(most, successes int, rest time.Duration) *Breaker {
	if successes != 1 {
		panic("this breaker closes after one success")
	}
	return &Breaker{most: most, rest: min(rest, longestRest)}
}

// Run does the work, unless it rests.
func (b *Breaker) Run(work func() error) error {
	if b.rests() {
		return ErrBreakerOpen
	}
	err := work()
	b.note(err)
	return err
}

func (b *Breaker) rests() bool {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.failures >= b.most && time.Since(b.last) < b.rest
}

func (b *Breaker) note(err error) {
	b.lock.Lock()
	defer b.lock.Unlock()
	if err == nil {
		b.failures = 0
		return
	}
	b.failures++
	b.last = time.Now()
}
