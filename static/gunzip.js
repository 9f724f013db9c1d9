/*
 * What a file says that was compressed before it was published.
 *
 * Some hosts decompress `.gz` on the way out, or have the browser do it, so the bytes decide and not the name.
 */

const GZIP = [0x1f, 0x8b];

/* Fetches a module of WebAssembly, compressed or not, as an answer that can be compiled while it comes. */
export async function fetchModule(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (!new URL(address).pathname.endsWith(".gz")) return answer;
  return new Response(await plain(answer.body), { headers: { "Content-Type": "application/wasm" } });
}

async function plain(body) {
  const reader = body.getReader();
  const first = await begin(reader);
  const start = first.flatMap((chunk) => Array.from(chunk.subarray(0, GZIP.length)));
  const all = resumed(first, reader);
  return GZIP.every((byte, place) => start[place] === byte) ? all.pipeThrough(new DecompressionStream("gzip")) : all;
}

/* The chunks that hold the first bytes, or all there are. */
async function begin(reader) {
  const chunks = [];
  for (let length = 0; length < GZIP.length; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return chunks;
}

/* A stream of what was read already, and of what is still to come. */
function resumed(first, reader) {
  return new ReadableStream({
    start: (controller) => first.forEach((chunk) => controller.enqueue(chunk)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
