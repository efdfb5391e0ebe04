import { describe, expect, it } from '@jest/globals';
import { FakeClock } from './fixtures/fake-transport.ts';
import { Slots } from './slots.ts';
import { TokenBucket } from './token-bucket.ts';

describe('TokenBucket', () => {
  it('lets a burst leave, then keeps the pace', async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ perSecond: 5, burst: 2, concurrency: 1 }, clock);
    const times: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await bucket.take();
      times.push(clock.now());
    }
    expect(times).toEqual([0, 0, 200, 400, 600, 800]);
  });

  it('after a pause nothing leaves before its end', async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ perSecond: 5, burst: 5, concurrency: 1 }, clock);
    bucket.pause(3000);
    await bucket.take();
    expect(clock.now()).toBe(3000);
  });
});

describe('Slots', () => {
  it('never runs more than its places at once, and serves in order', async () => {
    const slots = new Slots(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (n: number) => async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      order.push(n);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (n === 1) throw new Error('échec');
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => slots.run(work(n))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
