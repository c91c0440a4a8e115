import { openStreet } from "../servers/street-of-shops.ts";
import { addressOf } from "./street-address.ts";

/**
 * A street of shops in a process of its own, so that the bench measures the scanner alone. Prints its port; when its standard
 * input ends, prints how many requests its shops got, and closes.
 */
const delayMs = Number(process.argv[2] ?? 60);
const shops = Number(process.argv[3] ?? 0);
const pageKb = Number(process.argv[4] ?? 0);

const street = await openStreet(delayMs, pageKb);
process.stdout.write(`${String(street.port)}\n`);
process.stdin.resume();
process.stdin.once("end", () => {
  let requests = 0;
  for (let index = 0; index < shops; index += 1) requests += street.requests(addressOf(index));
  process.stdout.write(`${String(requests)}\n`);
  void street.close();
});
