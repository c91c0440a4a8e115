import { cleanText } from "../core/text.ts";
import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { withoutReport } from "./act-fleet.ts";
import type { Effect } from "./effect.ts";
import { withRows } from "./fleet-list.ts";
import type { FleetPort, FleetRow, FleetWish, RunningFleet, RunningScan, ScanWish, UiPorts } from "./ports.ts";
import { applyEvent } from "./scan-model.ts";
import { goTo, NO_FLEET, type UiState } from "./state.ts";

/** How often what runs is drawn again, in milliseconds: a thousand rows that change cost no more than one. */
export const TICK = 250;

export interface EffectRunnerOptions {
  readonly ports: UiPorts;
  /** Changes the state; each change sees what the one before it did. */
  readonly patch: (change: (state: UiState) => UiState) => void;
  /** Ends the terminal with an exit code. */
  readonly exit: (code: number) => void;
}

/** Carries out what the screens ask for, and tells the state what came of it. */
export class EffectRunner {
  readonly #options: EffectRunnerOptions;
  /** What is under way: it is stopped before the terminal is left, so that it leaves no socket and keeps what it knows. */
  readonly #tasks = new Set<AbortController>();
  #leaving: number | null = null;
  #scan: { readonly scan: RunningScan; readonly abort: AbortController } | null = null;
  #fleet: FleetPort | null;
  #fleetScan: { readonly scan: RunningFleet; readonly abort: AbortController } | null = null;

  constructor(options: EffectRunnerOptions) {
    this.#options = options;
    this.#fleet = options.ports.fleet;
  }

  /** Does it; what goes wrong is told on the screen. */
  async run(effect: Effect): Promise<void> {
    try {
      await this.#carryOut(effect);
    } catch (error) {
      const message = error instanceof Error ? cleanText(error.message) : String(error);
      this.#tell(say(U.failedMessage, this.#options.ports.language, { message }));
    }
  }

  /** Leaves the terminal as soon as nothing is under way. */
  quit(code: number): void {
    // Who asks twice does not want to wait for what is under way.
    const impatient = this.#leaving !== null;
    this.#leaving = code;
    if (this.#tasks.size === 0 || impatient) this.#options.exit(code);
    else for (const task of this.#tasks) task.abort(code);
  }

  async #carryOut(effect: Effect): Promise<void> {
    const { ports, patch } = this.#options;
    switch (effect.kind) {
      case "scan":
        return await this.#task((abort) => this.#runScan(effect.wish, abort));
      case "cancel":
        return this.#scan?.abort.abort();
      case "slow":
        return this.#scan?.scan.slowDown();
      case "copy":
        return ports.copy(effect.text);
      case "export":
        return this.#tellPath(await ports.exportReport(effect.report, effect.format));
      case "waiver":
        return this.#tellPath(await ports.draftWaiver(effect.draft));
      case "history": {
        const history = await ports.history(effect.siteId);
        return patch((state) => ({ ...state, history }));
      }
      case "fleet":
        return ports.fleet === null ? undefined : await this.#showFleet(ports.fleet);
      case "sites-open":
        return await this.#openSites(effect.path);
      case "fleet-scan":
        return await this.#task((abort) => this.#runFleet(effect.wish, abort));
      case "fleet-stop":
        return this.#fleetScan?.abort.abort();
      case "fleet-slow":
        return this.#fleetScan?.scan.slowDown();
      case "fleet-report": {
        const report = (await this.#fleet?.report(effect.siteId)) ?? null;
        return patch((state) => (report === null ? withoutReport(state, ports) : showReport(state, report)));
      }
      case "quit":
        return this.quit(effect.code);
    }
  }

  /** Runs what can be stopped; when the user is leaving, the last of them closes the door. */
  async #task(work: (abort: AbortController) => Promise<void>): Promise<void> {
    const abort = new AbortController();
    this.#tasks.add(abort);
    try {
      await work(abort);
    } finally {
      this.#tasks.delete(abort);
      if (this.#leaving !== null && this.#tasks.size === 0) this.#options.exit(this.#leaving);
    }
  }

  async #runScan(wish: ScanWish, abort: AbortController): Promise<void> {
    const { ports, patch } = this.#options;
    try {
      const scan = ports.startScan(wish, abort.signal);
      this.#scan = { scan, abort };
      for await (const event of scan.events) {
        patch((state) => (state.live === null ? state : { ...state, live: applyEvent(state.live, event) }));
        if (event.type !== "scan-finished") continue;
        const report = await ports.settle(event.evidence, wish);
        if (this.#leaving !== null) continue;
        patch((state) => ({
          ...showReport({ ...state, screen: "home", trail: [] }, report),
          message: abort.signal.aborted ? say(U.cancelled, ports.language) : null,
        }));
      }
    } catch (error) {
      patch((state) => ({ ...state, screen: "home", trail: [] }));
      throw error;
    } finally {
      this.#scan = null;
    }
  }

  async #openSites(path: string): Promise<void> {
    const { ports, patch } = this.#options;
    const opened = await ports.openSites(path);
    if ("faults" in opened) {
      patch((state) => ({
        ...state,
        offset: 0,
        sites: { ...state.sites, faults: opened.faults.map((fault) => cleanText(fault)) },
      }));
      return;
    }
    await this.#showFleet(opened.fleet);
  }

  async #showFleet(fleet: FleetPort): Promise<void> {
    const rows = await fleet.rows();
    const resumable = await fleet.resumable();
    this.#fleet = fleet;
    this.#options.patch((state) => ({
      ...(state.screen === "fleet" ? state : goTo(state, "fleet")),
      // The choice of the file is over: back leads home.
      trail: ["home"],
      fleet: {
        ...NO_FLEET,
        open: true,
        name: fleet.name,
        canScan: fleet.scan !== null,
        rows,
        unfinished: resumable ? rows.map(({ id }) => id) : null,
      },
    }));
  }

  async #runFleet(wish: FleetWish, abort: AbortController): Promise<void> {
    const { ports, patch } = this.#options;
    const fleet = this.#fleet;
    if (fleet?.scan === null || fleet === null) return;
    const pending = new Map<string, FleetRow>();
    const flush = (): void => {
      if (pending.size === 0) return;
      const rows = [...pending.values()];
      pending.clear();
      patch((state) => ({ ...state, fleet: withRows(state.fleet, rows) }));
    };
    const timer = setInterval(flush, TICK);
    const scan = fleet.scan(wish, abort.signal);
    this.#fleetScan = { scan, abort };
    try {
      for await (const row of scan.rows) pending.set(row.id, row);
    } finally {
      clearInterval(timer);
      this.#fleetScan = null;
      flush();
      // What was under way when the run was stopped has its last result again.
      const rows = await fleet.rows();
      const remark = scan.remarks().at(-1);
      patch((state) => ({
        ...state,
        fleet: { ...withRows(state.fleet, rows), ...afterRun(state, wish, abort.signal) },
      }));
      const text = abort.signal.aborted ? U.fleetStopped : U.fleetDone;
      this.#tell([say(text, ports.language), ...(remark === undefined ? [] : [cleanText(remark)])].join(" "));
    }
  }

  #tell(message: string): void {
    this.#options.patch((state) => ({ ...state, message }));
  }

  #tellPath(path: string): void {
    this.#tell(say(U.exported, this.#options.ports.language, { path }));
  }
}

function showReport(state: UiState, report: NonNullable<UiState["report"]>): UiState {
  return {
    ...goTo(state, "result"),
    report,
    history: null,
    list: { ...state.list, cursor: 0, query: "", from: null, searching: false },
  };
}

function afterRun(
  { fleet }: UiState,
  wish: FleetWish,
  signal: AbortSignal,
): Pick<UiState["fleet"], "run" | "unfinished"> {
  const left = wish.ids.some((id) => fleet.run?.done.has(id) !== true);
  return { run: null, unfinished: signal.aborted && left ? wish.ids : null };
}
