/**
 * Traces of a text decoded with the wrong encoding: U+FFFD, C1 controls, and the pairs that UTF-8 read as
 * windows-1252 leaves (`Ã©`), which no French word holds.
 */
const TRACES = /[\u{FFFD}\u{80}-\u{9F}]|Ã[\u{A0}-\u{BF}‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[™œ“”¦\u{9D}]/u;

/** Whether a text shows one of these traces. */
export function hasMojibake(text: string): boolean {
  return TRACES.test(text);
}
