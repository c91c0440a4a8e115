import type { Report } from "../core/report.ts";
import type { Format } from "../report/formats.ts";
import type { FleetWish, ScanWish, WaiverDraft } from "./ports.ts";
import type { UiState } from "./state.ts";

/** What the terminal asks the world to do; the app carries it out and tells the outcome. */
export type Effect =
  | { readonly kind: "scan"; readonly wish: ScanWish }
  | { readonly kind: "cancel" }
  | { readonly kind: "slow" }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "export"; readonly report: Report; readonly format: Format }
  | { readonly kind: "waiver"; readonly draft: WaiverDraft }
  | { readonly kind: "history"; readonly siteId: string }
  | { readonly kind: "fleet" }
  | { readonly kind: "sites-open"; readonly path: string }
  | { readonly kind: "fleet-scan"; readonly wish: FleetWish }
  | { readonly kind: "fleet-stop" }
  | { readonly kind: "fleet-slow" }
  | { readonly kind: "fleet-report"; readonly siteId: string }
  | { readonly kind: "quit"; readonly code: number };

export interface Update {
  readonly state: UiState;
  readonly effect?: Effect;
}
