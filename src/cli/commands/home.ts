import type { Io } from "../io.ts";
import { demo } from "./demo.ts";

/** `vigie` without a command: the demo shop where there is no terminal; options are the demo's. */
export async function home(argv: readonly string[], io: Io): Promise<number> {
  return await demo(argv, io);
}
