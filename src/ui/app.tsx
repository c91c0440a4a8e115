import { useApp, useInput, useWindowSize } from "ink";
import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { cleanText } from "../core/text.ts";
import { drawScreen } from "./draw.ts";
import { Frame } from "./frame.tsx";
import { keyName } from "./key-name.ts";
import { actionOf } from "./keys.ts";
import type { FleetRow, RunningScan, UiPorts } from "./ports.ts";
import { applyEvent } from "./scan-model.ts";
import { initialState, type UiState } from "./state.ts";
import type { Effect } from "./effect.ts";
import { act, isTyping, type } from "./update.ts";

export interface AppProps {
  readonly ports: UiPorts;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Typed into the address field before the user does. */
  readonly target: string;
  /** Whether keys may be read: standard input is a terminal. */
  readonly keyboard: boolean;
}

type Patch = (state: UiState) => UiState;

/** How often what runs is drawn again, in milliseconds. */
const TICK = 250;

/** The whole terminal: one state, one table of keys, and the effects that the ports carry out. */
export function App({ ports, colour, unicode, target, keyboard }: AppProps): ReactElement {
  const [state, setState] = useState(() => initialState(target));
  // Several keys may arrive in one batch, before anything is drawn: each must see what the one before it did.
  const latest = useRef(state);
  const patch = useCallback((change: Patch) => {
    latest.current = change(latest.current);
    setState(latest.current);
  }, []);
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const running = useRef<{ readonly scan: RunningScan | null; readonly abort: AbortController } | null>(null);
  const leaving = useRef<number | null>(null);
  const [now, setNow] = useState(() => ports.now().getTime());

  const active = state.screen === "scan";
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(ports.now().getTime()), TICK);
    return () => clearInterval(timer);
  }, [active, ports]);

  const say1 = useCallback((message: string) => patch((current) => ({ ...current, message })), [patch]);
  const fail = useCallback(
    (error: unknown) => {
      const message = error instanceof Error ? cleanText(error.message) : String(error);
      say1(say(U.failedMessage, ports.language, { message }));
    },
    [ports, say1],
  );

  const runScan = useCallback(
    async (wish: Extract<Effect, { kind: "scan" }>["wish"]) => {
      const abort = new AbortController();
      try {
        const scan = ports.startScan(wish, abort.signal);
        running.current = { scan, abort };
        for await (const event of scan.events) {
          patch((current) => (current.live === null ? current : { ...current, live: applyEvent(current.live, event) }));
          if (event.type !== "scan-finished") continue;
          const report = await ports.settle(event.evidence, wish);
          if (leaving.current !== null) continue;
          patch((current) => ({
            ...current,
            screen: "result",
            trail: ["home"],
            report,
            list: { ...current.list, cursor: 0, query: "", from: null, searching: false },
            message: abort.signal.aborted ? say(U.cancelled, ports.language) : null,
          }));
        }
      } catch (error) {
        patch((current) => ({ ...current, screen: "home", trail: [] }));
        fail(error);
      } finally {
        running.current = null;
        if (leaving.current !== null) exit(leaving.current);
      }
    },
    [ports, fail, exit, patch],
  );

  const runFleet = useCallback(async () => {
    const { fleet } = ports;
    if (fleet?.scan === null || fleet === null) return;
    const abort = new AbortController();
    running.current = { scan: null, abort };
    try {
      for await (const row of fleet.scan(abort.signal)) {
        patch((current) => ({ ...current, fleet: { ...current.fleet, rows: withRow(current.fleet.rows, row) } }));
      }
    } catch (error) {
      fail(error);
    } finally {
      running.current = null;
      patch((current) => ({ ...current, fleet: { ...current.fleet, scanning: false } }));
      if (leaving.current !== null) exit(leaving.current);
    }
  }, [ports, fail, exit, patch]);

  const quit = useCallback(
    (code: number) => {
      if (running.current === null) {
        exit(code);
        return;
      }
      // What is under way is stopped first, so that it leaves no socket and keeps what it knows.
      leaving.current = code;
      running.current.abort.abort(code);
    },
    [exit],
  );

  const carryOut = useCallback(
    async (effect: Effect): Promise<void> => {
      switch (effect.kind) {
        case "scan":
          return await runScan(effect.wish);
        case "cancel":
          return running.current?.abort.abort();
        case "slow":
          return running.current?.scan?.slowDown();
        case "copy":
          return ports.copy(effect.text);
        case "export":
          return say1(
            say(U.exported, ports.language, { path: await ports.exportReport(effect.report, effect.format) }),
          );
        case "waiver":
          return say1(say(U.exported, ports.language, { path: await ports.draftWaiver(effect.draft) }));
        case "history": {
          const history = await ports.history(effect.siteId);
          return patch((current) => ({ ...current, history }));
        }
        case "fleet": {
          const fleetRows = (await ports.fleet?.rows()) ?? [];
          return patch((current) => ({ ...current, fleet: { ...current.fleet, rows: fleetRows } }));
        }
        case "fleet-scan":
          return await runFleet();
        case "fleet-report": {
          const report = (await ports.fleet?.report(effect.siteId)) ?? null;
          if (report === null) return undefined;
          return patch((current) => ({ ...current, screen: "result", trail: ["fleet"], report, history: null }));
        }
        case "quit":
          return quit(effect.code);
      }
    },
    [ports, runScan, runFleet, quit, say1, patch],
  );

  useInput(
    (input, key) => {
      const name = keyName(input, key);
      if (name === "ctrl+c") {
        quit(130);
        return;
      }
      const typing = isTyping(latest.current, ports);
      const action = actionOf(latest.current.screen, name, typing);
      if (action !== null) {
        const { state: next, effect } = act(latest.current, action, ports);
        patch(() => next);
        if (effect !== undefined) carryOut(effect).catch(fail);
        return;
      }
      if (!typing) return;
      const erase = name === "backspace" ? "last" : name === "ctrl+u" ? "all" : "none";
      if (erase === "none" && (key.ctrl || key.meta || input === "")) return;
      patch((current) => type(current, input, erase, ports));
    },
    { isActive: keyboard },
  );

  const lines = drawScreen(state, { columns, rows }, { language: ports.language, unicode, now, ports });
  return <Frame rows={lines} columns={columns} height={Math.max(1, rows - 1)} colour={colour} />;
}

function withRow(rows: readonly FleetRow[], row: FleetRow): readonly FleetRow[] {
  return rows.some(({ id }) => id === row.id)
    ? rows.map((known) => (known.id === row.id ? row : known))
    : [...rows, row];
}
