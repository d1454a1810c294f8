/** The gazetteer that lisan brings, read once for all services of a process: its files do not change while lisan runs. */
import { GAZETTEER_FOLDER, type Gazetteer, type LoadOptions, loadGazetteer } from './gazetteer.ts';

/** Goes when the last service that uses it does. */
let read: WeakRef<Gazetteer> | undefined;

/** As `loadGazetteer` without a file of the user; the same object as long as somebody holds it. */
export function builtInGazetteer(options: LoadOptions = {}): Gazetteer {
  const held = read?.deref();
  if (held !== undefined) return held;
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER, undefined, { ...options, checked: true });
  read = new WeakRef(gazetteer);
  return gazetteer;
}
