import { render } from "ink-testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import { App } from "../../src/ui/app.tsx";
import type { UiPorts } from "../../src/ui/ports.ts";
import { sampleReport } from "../report/support/sample-report.ts";
import { fakePorts, fleetOf } from "./support.ts";

const DOWN = "\u001B[B";
const ESCAPE = "\u001B";

let mounted: ReturnType<typeof render> | null = null;

function open(ports: UiPorts, target = "https://bakery.test", sites: string | null = null): ReturnType<typeof render> {
  const start = { target, authorisedBy: "", sites };
  mounted = render(<App ports={ports} colour={false} unicode start={start} keyboard />);
  return mounted;
}

afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

/** Waits until the screen shows a text. */
async function shows(app: ReturnType<typeof render>, text: string): Promise<void> {
  await vi.waitFor(() => expect(app.lastFrame()).toContain(text), { timeout: 5000, interval: 10 });
}

/** Types keys one after the other, each after the screen has settled. */
async function press(app: ReturnType<typeof render>, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    app.stdin.write(key);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

describe("the terminal", () => {
  it("leads from home through a scan to the result, a finding, its copy and an export", async () => {
    const { ports, deeds } = fakePorts();
    const app = open(ports);
    await shows(app, "Start the scan");

    await press(app, DOWN, DOWN, DOWN, "\r");
    await shows(app, "Grade E");
    await press(app, "\r");
    await shows(app, "Why it matters");
    await press(app, "c");
    await shows(app, "Copied to the clipboard");
    await press(app, "e");
    await shows(app, "Export the report");
    await press(app, "\r");
    await shows(app, "Written: /tmp/vigie.html");

    expect(deeds.map(([what]) => what)).toEqual(["scan", "settle", "copy", "export"]);
    expect(deeds[2]?.[1]).toContain("location = /.env");
  });

  it("shows probes and findings as they come, slows down, and keeps what is known when stopped", async () => {
    const { ports, deeds } = fakePorts({ hold: true });
    const app = open(ports);

    await press(app, DOWN, DOWN, DOWN, "\r");
    await shows(app, "Looking at bakery.test");
    await shows(app, "It needs the word of whoever runs the site");
    await shows(app, "Findings as they arrive");
    await press(app, "s");
    await shows(app, "Slowed down");
    await press(app, ESCAPE);
    await shows(app, "What was known by then is kept");

    expect(deeds.map(([what]) => what)).toEqual(["scan", "slow", "settle"]);
  });

  it("says what is wrong with an address and stays at home", async () => {
    const { ports } = fakePorts();
    const app = open(ports, "nowhere");

    await press(app, DOWN, DOWN, DOWN, "\r");

    await shows(app, "It failed: nowhere is not an address");
    await shows(app, "Start the scan");
  });

  it("types into the address field, letters of key bindings included", async () => {
    const { ports } = fakePorts();
    const app = open(ports, "");

    await press(app, ...Array.from("quiche.test"));

    await shows(app, "quiche.test");
  });

  it("obeys keys that arrive in one batch", async () => {
    const { ports, deeds } = fakePorts();
    const app = open(ports);

    app.stdin.write(DOWN);
    app.stdin.write(DOWN);
    app.stdin.write(DOWN);
    app.stdin.write(DOWN);
    app.stdin.write("\r");
    await shows(app, "Grade E");

    expect(deeds[0]).toEqual(["scan", "demo bakery -"]);
  });

  it("shows a fleet and drills down into a site", async () => {
    const { ports } = fakePorts({ rows: fleetOf(1000) });
    const app = open(ports);

    await press(app, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, "\r");
    await shows(app, "1,000 of 1,000");
    await press(app, "\r");

    await shows(app, "Grade E");
  });

  it("speaks French", async () => {
    const { ports } = fakePorts({ language: "fr" });
    const app = open(ports);

    await shows(app, "Lancer l’analyse");
    await press(app, DOWN, DOWN, DOWN, "\r");
    await shows(app, "Note E");
  });

  it("moves through 5,000 findings, finds one among them and opens it", async () => {
    const report = sampleReport();
    const findings = Array.from({ length: 5000 }, (_, index) => ({
      ...report.findings[0]!,
      fingerprint: `v1:${String(index)}`,
      title: `Finding number ${String(index)}`,
    }));
    const { ports } = fakePorts();
    const app = open({ ...ports, settle: () => Promise.resolve({ ...report, findings }) });
    await press(app, DOWN, DOWN, DOWN, "\r");
    await shows(app, "5,000 of 5,000");

    app.stdin.write("\u001B[F");
    await shows(app, "Finding number 4999");
    app.stdin.write("\u001B[H");
    await shows(app, "Finding number 0");
    await press(app, "/", "4321");
    await shows(app, "1 of 5,000");
    await press(app, "\r", "\r");
    await shows(app, "Why it matters");

    expect(app.lastFrame()).toContain("Finding number 4321");
  });
});
