// Unit tests reach nothing outside the process: a forgotten fetch fails at once, with its address.
globalThis.fetch = (input) => {
  const url = typeof input === 'string' ? input : (input.url ?? String(input));
  throw new Error(`A unit test asked the network for ${url}: give the code a fetcher of its own.`);
};
