/** Replaced by the build with the version in pyproject.toml. */
declare const __VERSION__: string;

/** Replaced by the build with the id of the shim. */
declare const __SHIM__: string;

/** Replaced by the build with the id of all that the quick start loads. */
declare const __BUILD__: string;

/** Replaced by the build with the id of the memory snapshot, "" without one. */
declare const __SNAPSHOT__: string;

/** Replaced by the build with the id of the two halves of the WebAssembly file, "" where it is whole. */
declare const __SPLIT__: string;

declare const WorkerGlobalScope: (abstract new () => object) | undefined;
