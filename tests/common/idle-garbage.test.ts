import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { collectGarbage, collectWhenIdle } from '../../src/common/idle-garbage.ts';

describe('garbage of a thread that has worked', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is collected once it has had nothing to do for ten seconds, and once', () => {
    const collect = vi.fn();
    const worked = collectWhenIdle(collect);
    worked();
    vi.advanceTimersByTime(6_000);
    worked();
    vi.advanceTimersByTime(9_000);
    expect(collect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(collect).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  test('is collected again after more work', () => {
    const collect = vi.fn();
    const worked = collectWhenIdle(collect);
    worked();
    vi.advanceTimersByTime(11_000);
    worked();
    vi.advanceTimersByTime(11_000);
    expect(collect).toHaveBeenCalledTimes(2);
  });
});

test('a collection frees what nothing refers to', async () => {
  let held: object | undefined = { large: new Array(1000) };
  const reference = new WeakRef(held);
  held = undefined;
  // What a `WeakRef` was made of is held until the end of the task.
  await setImmediate();
  collectGarbage();
  expect(reference.deref()).toBeUndefined();
});
