import { useApp, useInput, useIsScreenReaderEnabled, useWindowSize } from "ink";
import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import { clampScroll, drawScreen, type DrawBase } from "./draw.ts";
import { EffectRunner, TICK } from "./effect-runner.ts";
import { Frame } from "./frame.tsx";
import { keyName } from "./key-name.ts";
import { actionOf } from "./keys.ts";
import type { UiPorts } from "./ports.ts";
import { situationOf } from "./situation.ts";
import { initialState, type UiState } from "./state.ts";
import { announce } from "./speech/announce.ts";
import { focusSpeech } from "./speech/focus.ts";
import { Speaker } from "./speech/speaker.tsx";
import { act, type } from "./update.ts";

export interface AppProps {
  readonly ports: UiPorts;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** What is known before the user types. */
  readonly start: UiStart;
  /** Whether keys may be read: standard input is a terminal. */
  readonly keyboard: boolean;
}

export interface UiStart {
  /** Typed into the address field. */
  readonly target: string;
  /** Typed into the field of the authorisation. */
  readonly authorisedBy: string;
  /** A sites file to open at once; null for none. */
  readonly sites: string | null;
}

/** The whole terminal: one state, one table of keys, and the effects that the ports carry out. */
export function App({ ports, colour, unicode, start, keyboard }: AppProps): ReactElement {
  const [state, setState] = useState(() => initialState(start.target, start.authorisedBy, start.sites));
  // Several keys may arrive in one batch, before anything is drawn: each must see what the one before it did.
  const latest = useRef(state);
  const speaking = useIsScreenReaderEnabled();
  const [said, setSaid] = useState(() => (speaking ? announce(null, state, { language: ports.language, ports }) : []));
  const patch = useCallback(
    (change: (state: UiState) => UiState) => {
      const before = latest.current;
      latest.current = change(before);
      setState(latest.current);
      if (!speaking) return;
      const news = announce(before, latest.current, { language: ports.language, ports });
      if (news.length > 0) setSaid((lines) => [...lines, ...news]);
    },
    [ports, speaking],
  );
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const [now, setNow] = useState(() => ports.now().getTime());
  const [runner] = useState(() => new EffectRunner({ ports, patch, exit }));

  const running = state.screen === "scan" || (state.screen === "fleet" && state.fleet.run !== null);
  const ticking = running && !speaking;
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(() => setNow(ports.now().getTime()), TICK);
    return () => clearInterval(timer);
  }, [ticking, ports]);

  useEffect(() => {
    if (start.sites !== null) void runner.run({ kind: "sites-open", path: start.sites });
  }, [start.sites, runner]);

  const base: DrawBase = { language: ports.language, unicode, now, ports };
  const size = { columns, rows };
  useInput(
    (input, key) => {
      const name = keyName(input, key);
      if (name === "ctrl+c") {
        runner.quit(130);
        return;
      }
      const situation = situationOf(latest.current, ports);
      const action = actionOf(latest.current.screen, name, situation);
      if (action !== null) {
        const { state: next, effect } = act(latest.current, action, ports);
        patch(() => clampScroll(next, size, base));
        if (effect !== undefined) void runner.run(effect);
        return;
      }
      if (!situation.typing) return;
      const erase = name === "backspace" ? "last" : name === "ctrl+u" ? "all" : "none";
      if (erase === "none" && (key.ctrl || key.meta || input === "")) return;
      patch((current) => type(current, input, erase, ports));
    },
    { isActive: keyboard },
  );

  if (speaking) {
    const focus = focusSpeech(state, { language: ports.language, ports });
    return <Speaker said={said} focus={focus} unicode={unicode} {...size} />;
  }
  return (
    <Frame
      rows={drawScreen(state, size, base)}
      columns={columns}
      height={Math.max(1, rows - 1)}
      colour={colour}
      unicode={unicode}
    />
  );
}
