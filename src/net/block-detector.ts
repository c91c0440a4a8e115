/** What an answer says about being unwelcome. */
export interface SeenAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** The first bytes of the body, where it was read. */
  readonly body: Uint8Array;
}

/** Watches the last answers of one address and says when it has started to block. */
export interface BlockDetector {
  /** Records an answer; true when the full stop is reached, and for ever after. */
  record(answer: SeenAnswer): boolean;
  /** The host asked to be left alone for longer than a scan waits. */
  stop(): void;
  readonly blocked: boolean;
}

const WINDOW = 10;
const LIMIT = 5;

/** Five marks of blocking within the last ten answers are a full stop. */
export function createBlockDetector(): BlockDetector {
  const last: boolean[] = [];
  let blocked = false;
  return {
    record(answer) {
      last.push(isBlockMark(answer));
      if (last.length > WINDOW) last.shift();
      blocked ||= last.filter(Boolean).length >= LIMIT;
      return blocked;
    },
    stop() {
      blocked = true;
    },
    get blocked() {
      return blocked;
    },
  };
}

/** Headers that only a challenge or a block page of a bot wall carries. */
const CHALLENGE_HEADERS: readonly (readonly [string, RegExp])[] = [
  ["cf-mitigated", /^challenge$/i],
  ["x-amzn-waf-action", /^(?:challenge|captcha)$/i],
  ["x-sucuri-block", /./],
  ["x-datadome", /^protected$/i],
  ["x-dd-b", /./],
];

/** Words of challenge and block pages, looked for in the first 16 KiB of a refusal only. */
const CHALLENGE_WORDS = [
  "/cdn-cgi/challenge-platform/",
  "cf-error-details",
  "_Incapsula_Resource",
  "captcha-delivery.com",
  "px-captcha",
  "awsWafCookieDomainList",
  "/TSPD/",
  "errors.edgesuite.net",
];

/** Words of pages that stand in the place of the merchant's with status 200, too: they are short and hold nothing else. */
const INTERSTITIAL_WORDS = [
  "Incapsula incident ID",
  "<title>Pardon Our Interruption",
  "sucuri_cloudproxy_js",
  "window._cf_chl_opt",
];
const LONGEST_INTERSTITIAL = 32_768;

/** Whether an answer is a mark of blocking: too many requests, unavailable, or a bot wall's own page. */
export function isBlockMark(answer: SeenAnswer): boolean {
  return answer.status === 429 || answer.status === 503 || isChallenge(answer);
}

const REFUSALS: ReadonlySet<number> = new Set([202, 401, 403, 405, 429, 503]);

/** Whether an answer is a bot wall's challenge or block page rather than the merchant's own. */
export function isChallenge(answer: SeenAnswer): boolean {
  if (answer.status === 200) return isInterstitial(answer.body);
  if (!REFUSALS.has(answer.status)) return false;
  const hit = CHALLENGE_HEADERS.some(([name, value]) =>
    answer.headers.some(([header, text]) => header === name && value.test(text)),
  );
  if (hit) return true;
  const text = Buffer.from(answer.body.subarray(0, 16_384)).toString("latin1");
  return CHALLENGE_WORDS.some((words) => text.includes(words));
}

function isInterstitial(body: Uint8Array): boolean {
  if (body.length === 0 || body.length > LONGEST_INTERSTITIAL) return false;
  const text = Buffer.from(body).toString("latin1");
  return INTERSTITIAL_WORDS.some((words) => text.includes(words));
}
