/** Works on the thread that takes requests, if the settings name no other threads. */
import { jsonBytes } from './json-bytes.ts';
import type { Task, Worker } from './task.ts';

export class OwnThread<Job extends { readonly name: string }> implements Worker {
  readonly #work: (job: Job, request: unknown) => unknown;
  load = 0;

  constructor(work: (job: Job, request: unknown) => unknown) {
    this.#work = work;
  }

  run(task: Task): void {
    this.load++;
    task.begun();
    void this.#run(task);
  }

  cancel(): void {}

  async #run({ job, request, encoding, resolve, reject }: Task): Promise<void> {
    try {
      const answer = await this.#work(job as Job, request);
      this.load--;
      resolve(encoding === undefined ? answer : jsonBytes(answer, encoding));
    } catch (thrown) {
      this.load--;
      reject(thrown);
    }
  }
}
