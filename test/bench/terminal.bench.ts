import { sampleReport } from "../report/support/sample-report.ts";
import { fakePorts, fleetOf } from "../ui/support.ts";
import { drawScreen } from "../../src/ui/draw.ts";
import { withRows } from "../../src/ui/fleet-list.ts";
import type { Action } from "../../src/ui/keys.ts";
import { initialState, type UiState } from "../../src/ui/state.ts";
import { act } from "../../src/ui/update.ts";

const SITES = 1000;
const FINDINGS = 5000;
const PRESSES = 400;
const SIZE = { columns: 120, rows: 40 };

/** Measures what a key costs between its press and the finished screen, without Ink: the table of sites, and a long list. */
export function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const { ports } = fakePorts();
  const home = initialState("");
  const rows = fleetOf(SITES);
  const fleet: UiState = { ...home, screen: "fleet", fleet: { ...home.fleet, open: true, canScan: true, rows } };
  const report = sampleReport();
  const findings = Array.from({ length: FINDINGS }, (_, index) => ({
    ...report.findings[index % report.findings.length]!,
    fingerprint: `v1:${String(index)}`,
  }));
  const result: UiState = { ...home, screen: "result", report: { ...report, findings } };
  const draw = (state: UiState): void => {
    drawScreen(state, SIZE, { language: "en", unicode: true, now: 0, ports });
  };
  const pressing = (from: UiState, actions: readonly Action[]): (() => void) => {
    let state = from;
    let index = 0;
    return () => {
      ({ state } = act(state, actions[index % actions.length] ?? "down", ports));
      index += 1;
      draw(state);
    };
  };
  print(`  what a key costs, ms               median      p95`);
  measure(`${String(SITES)} sites: down`, pressing(fleet, ["down"]), print);
  measure(`${String(SITES)} sites: sort, tag`, pressing(fleet, ["sort", "tag"]), print);
  measure(
    `${String(SITES)} sites: all rows change`,
    () => draw({ ...fleet, fleet: withRows(fleet.fleet, rows) }),
    print,
  );
  measure(`${String(FINDINGS)} findings: down`, pressing(result, ["down"]), print);
  measure(`${String(FINDINGS)} findings: filter, group`, pressing(result, ["filter", "group"]), print);
  return Promise.resolve();
}

function measure(name: string, once: () => void, print: (line: string) => void): void {
  const times = Array.from({ length: PRESSES }, () => {
    const begin = performance.now();
    once();
    return performance.now() - begin;
  }).toSorted((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(PRESSES * share)] ?? 0).toFixed(1).padStart(8);
  print(`  ${name.padEnd(32)} ${at(0.5)} ${at(0.95)}`);
}
