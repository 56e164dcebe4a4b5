/** Replaced by the build with the id of all files in pyodide/. */
declare const __BUILD__: string;

/** Replaced by the build with the id of the memory snapshot; "" if there is none. */
declare const __SNAPSHOT__: string;

/** Replaced by the build with the id of the initial and deferred WebAssembly files; "" if there is one file. */
declare const __SPLIT__: string;

/** Replaced by the build with the groups of modules: group → names. */
declare const __GROUPS__: Record<string, string>;

declare const WorkerGlobalScope: (abstract new () => object) | undefined;
