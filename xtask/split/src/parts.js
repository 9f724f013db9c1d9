
// Each module on its way or loaded. What failed is forgotten, so that it can be tried again.
const modules = {};

function load(file) {
    modules[file] ??= instantiate(file).catch((error) => {
        delete modules[file];
        throw error;
    });
    return modules[file];
}

// All modules work in the memory of the first, and call each other by its table.
async function instantiate(file) {
    const response = await fetch(new URL(file, import.meta.url));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return WebAssembly.instantiateStreaming(await plain(response), { __wasm_split: initSync() });
}

// Modules lie here gzipped, for hosts that do not do it themselves. Others undo it on the way, so that
// the first byte counts and not the name; and some do not know the type.
async function plain(response) {
    const [start, stream] = response.body.tee();
    const reader = start.getReader();
    const { value } = await reader.read();
    reader.cancel();
    const isGzip = value?.[0] === 0x1f;
    const body = isGzip ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
    return new Response(body, { headers: { "Content-Type": "application/wasm" } });
}

// What Rust calls for a part: it is told through a function of the table how that went.
function part(files) {
    return async (callback, data) => {
        const loading = Promise.all(files.map(load));
        const isLoaded = await loading.then(() => true, (error) => (console.error(error), false));
        initSync().__indirect_function_table.get(callback)(data, isLoaded);
    };
}

