
// Each module on its way or loaded. What failed is forgotten, so that it can be tried again.
const modules = {};

function load(file) {
    modules[file] ??= instantiate(file).catch((error) => {
        delete modules[file];
        throw error;
    });
    return modules[file];
}

// The modules of each part, and those that were fetched before anybody wanted them.
const filesOf = {};
const early = {};

// Begins to fetch a part.
export function fetchEarly(name) {
    for (const file of filesOf[name]) {
        if (file in early || file in modules) continue;
        const module = (early[file] = get(file));
        // Who wants it fetches it again.
        module.catch(() => early[file] === module && delete early[file]);
    }
}

function get(file) {
    return fetchModule(new URL(file, import.meta.url));
}

// All modules work in the memory of the first, and call each other by its table.
function instantiate(file) {
    const module = early[file] ?? get(file);
    delete early[file];
    return WebAssembly.instantiateStreaming(module, { __wasm_split: initSync() });
}

// What Rust calls for a part: it is told through a function of the table how that went.
function part(files) {
    return async (callback, data) => {
        const loading = Promise.all(files.map(load));
        const isLoaded = await loading.then(() => true, (error) => (console.error(error), false));
        initSync().__indirect_function_table.get(callback)(data, isLoaded);
    };
}

