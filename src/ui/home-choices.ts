import type { UiPorts } from "./ports.ts";
import type { UiState } from "./state.ts";

/** The rows of the home screen that the cursor can stand on. */
export type HomeChoice =
  | { readonly kind: "target" | "profile" | "authorised" | "start" | "demo" | "sites" | "known" }
  | { readonly kind: "opened"; readonly name: string }
  | { readonly kind: "recent"; readonly address: string };

/** Every choice of the home screen, from top to bottom. */
export function homeChoices(state: UiState, ports: UiPorts): readonly HomeChoice[] {
  const { fleet } = state;
  return [
    { kind: "target" },
    { kind: "profile" },
    { kind: "authorised" },
    { kind: "start" },
    { kind: "demo" },
    { kind: "sites" },
    ...(fleet.open && fleet.name !== null ? [{ kind: "opened", name: fleet.name } as const] : []),
    ...(ports.fleet === null || ports.recent.length === 0 ? [] : [{ kind: "known" } as const]),
    ...ports.recent.slice(0, 9).map((address) => ({ kind: "recent", address }) as const),
  ];
}

/** The choice under the cursor. */
export function homeChoice(state: UiState, ports: UiPorts): HomeChoice | null {
  return homeChoices(state, ports)[state.home.cursor] ?? null;
}
