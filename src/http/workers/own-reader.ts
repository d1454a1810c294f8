/** Reads on the thread that takes requests, if the settings name no reader threads. */
import type { Service } from '../../service/service.ts';
import type { Reader, Task } from './task.ts';

export class OwnReader implements Reader {
  readonly #service: Service;
  load = 0;

  constructor(service: Service) {
    this.#service = service;
  }

  run(task: Task): void {
    this.load++;
    task.begun();
    void this.#read(task);
  }

  cancel(): void {}

  async #read({ read, request, json, resolve, reject }: Task): Promise<void> {
    try {
      const answer = await read.run(this.#service, request);
      this.load--;
      resolve(json ? new TextEncoder().encode(JSON.stringify(answer)) : answer);
    } catch (thrown) {
      this.load--;
      reject(thrown);
    }
  }
}
