/** The best of many, by a heap. */

/** Places of the `count` largest keys, the largest first; of equal keys that of the smaller number first. */
export function largest(keys: Float64Array, numbers: Uint32Array, count: number): number[] {
  const before = (a: number, b: number): boolean =>
    keys[a]! > keys[b]! || (keys[a] === keys[b] && numbers[a]! < numbers[b]!);
  // A heap of the best places, the worst of them at its root.
  const heap: number[] = [];
  const sink = (): void => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2])
        if (child < heap.length && before(heap[worst]!, heap[child]!)) worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  };
  for (let place = 0; place < keys.length && count > 0; place++) {
    if (heap.length < count) {
      let at = heap.push(place) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(heap[parent]!, heap[at]!)) break;
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
      }
    } else if (before(place, heap[0]!)) {
      heap[0] = place;
      sink();
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}
