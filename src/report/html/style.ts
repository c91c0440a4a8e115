import { lightened } from "../brand.ts";

const PAPER_DARK = "#141a20";
const INK = "#0f4c5c";

/**
 * The style sheet of the HTML report: one column, print first, light and dark. No style attribute is used anywhere, so that
 * the policy can name this very text by its hash. `colour` is a checked `#rrggbb` or null.
 */
export function styleSheet(colour: string | null): string {
  const accent = colour ?? INK;
  return `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #ffffff; --ink: #1c2733; --soft: #55616d; --rule: #e3e0d8; --code: #f4f2ec;
  --accent: ${accent};
  --critical: #9b1c31; --high: #b0440d; --medium: #7d5a00; --low: #1f5f7a; --info: #55616d; --pass: #1c6b46;
  --critical-tint: #fbecee; --high-tint: #fdf0e7; --medium-tint: #fbf4de; --low-tint: #e9f3f7; --info-tint: #f0f1f2; --pass-tint: #e8f4ed;
  --grade-a: #1c6b46; --grade-b: #4a7a1e; --grade-c: #927000; --grade-d: #b0440d; --grade-e: #a82b2b; --grade-f: #8a1538;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: ${PAPER_DARK}; --card: #1b232b; --ink: #e8e6e0; --soft: #a3adb7; --rule: #303a44; --code: #10161b;
    --accent: ${lightened(accent, PAPER_DARK)};
    --critical: #ff9aa8; --high: #ffb083; --medium: #ecc968; --low: #8cc9e4; --info: #a3adb7; --pass: #86d3a9;
    --critical-tint: #3a1d24; --high-tint: #38251a; --medium-tint: #332b16; --low-tint: #1a2d37; --info-tint: #262e36; --pass-tint: #1a3026;
    --grade-a: #86d3a9; --grade-b: #a9d277; --grade-c: #ecc968; --grade-d: #ffb083; --grade-e: #ff9d8c; --grade-f: #ff9aa8;
  }
}
* { box-sizing: border-box; }
html { font-size: 16px; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1, h2, h3, .serif { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.45rem; margin: 0 0 0.9rem; color: var(--accent); }
h3 { font-size: 1.12rem; margin: 0 0 0.4rem; }
p { margin: 0 0 0.7rem; }
a { color: var(--accent); }
ul, ol { margin: 0; padding: 0; list-style: none; }
code, pre, .mono { font-family: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.84rem; }
pre { background: var(--code); border: 1px solid var(--rule); border-radius: 6px; padding: 0.7rem 0.9rem; margin: 0.3rem 0 0.8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.sheet { max-width: 58rem; margin: 0 auto; padding: 2.2rem 1.5rem 4rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; }
.soft { color: var(--soft); }
.small { font-size: 0.88rem; }
.masthead { display: flex; justify-content: space-between; align-items: flex-end; gap: 1.5rem; border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 2rem; }
.masthead p { margin: 0; }
.masthead .kicker { color: var(--soft); font-size: 0.9rem; margin-bottom: 0.35rem; }
.masthead .when { text-align: right; color: var(--soft); font-size: 0.88rem; }
.logo { display: block; max-height: 3.2rem; max-width: 12rem; margin: 0 0 0.6rem auto; }
.hero { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.4rem; align-items: center; margin-bottom: 2.4rem; }
.gauge { display: block; width: 100%; height: auto; }
.gauge .track { stroke: var(--rule); fill: none; stroke-width: 13; stroke-linecap: round; }
.gauge .value { fill: none; stroke-width: 13; stroke-linecap: round; stroke: currentColor; }
.gauge .range { fill: none; stroke: currentColor; opacity: 0.35; stroke-width: 3; stroke-linecap: round; }
.gauge .letter { font: 600 62px "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; fill: currentColor; text-anchor: middle; }
.gauge .number { font: 15px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
.gauge .end { font: 11px system-ui, sans-serif; fill: var(--soft); text-anchor: middle; }
.grade-a { color: var(--grade-a); } .grade-b { color: var(--grade-b); } .grade-c { color: var(--grade-c); }
.grade-d { color: var(--grade-d); } .grade-e { color: var(--grade-e); } .grade-f { color: var(--grade-f); }
.lead { font-size: 1.28rem; line-height: 1.4; margin-bottom: 0.8rem; text-wrap: pretty; }
.chips { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.9rem 0; }
.badge { display: inline-flex; align-items: center; gap: 0.4em; border-radius: 99rem; padding: 0.12rem 0.75rem; font-size: 0.84rem; font-weight: 600; white-space: nowrap; }
.critical { color: var(--critical); } .high { color: var(--high); } .medium { color: var(--medium); } .low { color: var(--low); } .info { color: var(--info); } .pass { color: var(--pass); }
.badge.critical { background: var(--critical-tint); } .badge.high { background: var(--high-tint); } .badge.medium { background: var(--medium-tint); }
.badge.low { background: var(--low-tint); } .badge.info, .badge.not-assessed, .badge.not-applicable { background: var(--info-tint); color: var(--info); } .badge.pass { background: var(--pass-tint); }
.badge.fail { background: var(--high-tint); color: var(--high); }
section { margin: 0 0 2.6rem; }
.bars { width: 100%; border-collapse: collapse; }
.bars th { text-align: left; font-weight: 500; padding: 0.32rem 1rem 0.32rem 0; width: 17rem; }
.bars td { padding: 0.32rem 0; border: 0; }
.bars .figure { text-align: right; width: 4.5rem; font-variant-numeric: tabular-nums; font-weight: 600; }
.bars .seen { text-align: right; width: 6rem; color: var(--soft); font-size: 0.85rem; }
.bar { display: block; width: 100%; height: 10px; border-radius: 5px; overflow: hidden; }
.bar .track { fill: var(--rule); } .bar .value { fill: currentColor; }
.good { color: var(--pass); } .fair { color: var(--grade-c); } .poor { color: var(--grade-e); }
.steps { counter-reset: step; display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.steps li { counter-increment: step; background: var(--card); border: 1px solid var(--rule); border-top: 4px solid currentColor; border-radius: 8px; padding: 1rem 1.1rem 0.8rem; }
.steps li > * { color: var(--ink); }
.steps h3::before { content: counter(step) ". "; color: var(--soft); }
.steps .act { font-weight: 600; font-size: 0.92rem; margin-bottom: 0.3rem; }
.after { margin: 1.1rem 0 0; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; }
.list li { padding: 0.3rem 0 0.3rem 1.6rem; position: relative; }
.list li::before { position: absolute; left: 0; font-weight: 700; }
.list.risks li::before { content: "▸"; color: var(--high); }
.list.goods li::before { content: "✓"; color: var(--pass); }
.list.plain li::before { content: "–"; color: var(--soft); }
.note { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--accent); border-radius: 6px; padding: 0.8rem 1.1rem; }
.note > :last-child { margin-bottom: 0; }
.list.alarms li::before { content: "!"; color: var(--critical); }
.numbered { counter-reset: number; margin: 0.8rem 0; }
.numbered li { counter-increment: number; position: relative; padding: 0.25rem 0 0.25rem 2.1rem; }
.numbered li::before { content: counter(number); position: absolute; left: 0; top: 0.35rem; width: 1.45rem; height: 1.45rem; border-radius: 50%; background: var(--critical-tint); color: var(--critical); text-align: center; font-weight: 700; font-size: 0.88rem; line-height: 1.45rem; }
.doors { border-top: 1px solid var(--rule); padding-top: 0.6rem; font-size: 0.92rem; }
.note.alert { border-left-color: var(--critical); }
.part { border-top: 3px solid var(--accent); padding-top: 1.4rem; margin-top: 3.4rem; }
.part > h2 { font-size: 1.8rem; }
.contents { columns: 2; column-gap: 2.4rem; margin-bottom: 2.4rem; }
.contents li { padding: 0.15rem 0; break-inside: avoid; }
.finding { background: var(--card); border: 1px solid var(--rule); border-left: 5px solid currentColor; border-radius: 8px; padding: 1.1rem 1.3rem 0.9rem; margin: 0 0 1.1rem; }
.finding > * { color: var(--ink); }
.finding header { display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: baseline; margin-bottom: 0.5rem; }
.finding header h3 { flex: 1 1 16rem; margin: 0; }
.finding .message { font-size: 1.05rem; overflow-wrap: anywhere; }
.finding h4, .sub { font-size: 0.8rem; text-transform: none; color: var(--soft); font-weight: 600; margin: 0.8rem 0 0.25rem; }
.finding .act { font-weight: 600; margin: 0.2rem 0; }
.finding .place { color: var(--soft); font-size: 0.88rem; margin: 0.3rem 0 0; }
.caution { border-left: 3px solid var(--medium); padding-left: 0.8rem; }
.facts { display: grid; grid-template-columns: fit-content(14rem) minmax(0, 1fr); gap: 0.15rem 1.1rem; margin: 0 0 0.4rem; font-size: 0.88rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.refs { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; font-size: 0.84rem; color: var(--soft); margin: 0.7rem 0 0; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
.scroll { overflow-x: auto; position: relative; } .scroll:focus-visible { outline: 2px solid var(--accent); }
table.data { width: 100%; border-collapse: collapse; font-size: 0.88rem; overflow-wrap: break-word; }
table.data caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; }
table.data th, table.data td { text-align: left; vertical-align: top; padding: 0.42rem 0.8rem 0.42rem 0; border-bottom: 1px solid var(--rule); min-width: 6.4rem; }
table.data td:last-child { padding-right: 0; }
table.verdicts { table-layout: fixed; margin-bottom: 1.2rem; } table.verdicts th:first-child { width: 31%; } table.verdicts th:nth-child(2) { width: 9.6rem; }
table.data code { overflow-wrap: anywhere; }
table.data td > code:only-child { display: inline-block; min-width: 11rem; }
table.data thead th { color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--rule); }
table.data th[scope="row"] { font-weight: 500; }
table.data .num { text-align: right; font-variant-numeric: tabular-nums; }
table.suites th, table.suites td { padding-top: 0.22rem; padding-bottom: 0.22rem; min-width: 0; } table.suites td > code:only-child { min-width: 0; }
table.suites .rank { text-align: center; font-variant-numeric: tabular-nums; min-width: 4.6rem; } table.suites .order { display: block; font-weight: 400; font-size: 0.78rem; }
table.suites .openssl { display: block; } table.suites td:nth-child(2) { white-space: nowrap; }
table.suites code { overflow-wrap: normal; white-space: nowrap; font-size: 0.76rem; }
.endpoint { margin: 1.4rem 0 1.8rem; } .endpoint h3, .part section > h3 { margin-top: 1.4rem; }
.pairs { grid-template-columns: repeat(auto-fill, minmax(21rem, 1fr)); gap: 0.15rem 1.6rem; } .pairs > div { display: flex; gap: 0.6rem; border-bottom: 1px solid var(--rule); padding: 0.15rem 0; } .pairs dt { flex: 0 0 11rem; }
summary { cursor: pointer; font-weight: 600; margin: 0.6rem 0 0.3rem; font-size: 0.88rem; }
.calendar .base { stroke: var(--rule); stroke-width: 10; stroke-linecap: round; }
.calendar .life { stroke: currentColor; stroke-width: 10; stroke-linecap: round; }
.calendar .now { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 3; }
.calendar text, .line text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.calendar .dim, .line .dim { fill: var(--soft); }
.line .path { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.line .dot { fill: var(--accent); } .line .grid { stroke: var(--rule); } .line .break { stroke: var(--soft); stroke-dasharray: 3 4; }
figure { margin: 0; }
.wide { display: block; width: 100%; height: auto; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: 1rem; color: var(--soft); font-size: 0.86rem; }
footer p { margin-bottom: 0.3rem; }
@media screen and (max-width: 46rem) {
  .hero, .two { grid-template-columns: minmax(0, 1fr); gap: 1.4rem; }
  .facts { grid-template-columns: minmax(0, 1fr); } .facts dd { margin-bottom: 0.4rem; }
  table.data { width: max-content; min-width: 100%; max-width: 66rem; } .hero .gauge { max-width: 15rem; } .contents { columns: 1; }
  .masthead { flex-direction: column; align-items: flex-start; } .masthead .when { text-align: left; } .logo { margin-left: 0; }
  .bars th { width: 9rem; } .bars .seen { display: none; } .calendar.wide, .line.wide { min-width: 34rem; } .sheet { padding: 1.2rem 1rem 3rem; }
}
@media print {
  @page { size: A4; margin: 12mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8px system-ui, sans-serif; color: #6b747c; } }
  :root { --paper: #ffffff; --card: #ffffff; --ink: #1c2733; --soft: #4a555f; --rule: #d9d6ce; --code: #f6f4ef; --accent: ${accent}; }
  html { font-size: 11.2px; } body { line-height: 1.45; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .sheet { max-width: none; padding: 0; } .skip { display: none; } a { color: inherit; text-decoration: none; }
  .masthead { margin-bottom: 1.1rem; } section { margin-bottom: 1.3rem; }
  .owner { font-size: 10.4px; } .owner > :last-child { margin-bottom: 0; } .owner section, .owner .two { margin-bottom: 0.75rem; } .owner h2 { font-size: 1.2rem; margin-bottom: 0.35rem; } .owner .after { margin-top: 0.6rem; }
  .owner .hero { grid-template-columns: 10.5rem 1fr; gap: 1.8rem; margin-bottom: 0.9rem; } .owner .lead { margin-bottom: 0.4rem; } .chips { margin: 0.4rem 0; } .hero p { margin-bottom: 0.3rem; }
  .owner .note { padding: 0.6rem 0.9rem; } .owner a[href="#plan"]::after { content: " → 2"; } .plan { break-before: page; font-size: 12px; padding: 1rem 1.2rem; }
  .owner .steps { grid-template-columns: repeat(3, 1fr); gap: 0.7rem; } .owner .steps li { padding: 0.6rem 0.8rem 0.4rem; } .owner .steps p { margin-bottom: 0.35rem; }
  .owner .screen { display: none; } .owner .bars { line-height: 1.3; } .owner .bars th, .owner .bars td { padding-top: 0.05rem; padding-bottom: 0.05rem; } .owner .list li { padding-top: 0.12rem; padding-bottom: 0.12rem; } .owner figure .wide { width: 52%; } .owner figcaption { margin-top: -0.3rem; }
  .part { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
  .finding header, h2, h3, h4, caption, summary { break-after: avoid; } .steps li, .note, tr, .facts, pre, .list li { break-inside: avoid; }
  thead { break-after: avoid; } tbody tr:first-child, tbody tr:nth-child(2) { break-before: avoid; }
  .finding { break-inside: auto; } .finding .facts, .finding .message { break-before: avoid; }
  table.data { font-size: 0.84rem; } table.data th, table.data td { min-width: 0; padding-right: 0.6rem; } table.data td > code:only-child { min-width: 0; } table.verdicts th:nth-child(2) { width: 8.4rem; } table.suites th, table.suites td { padding-top: 0.08rem; padding-bottom: 0.08rem; }
  figure .wide { width: 58%; }
}
`;
}
