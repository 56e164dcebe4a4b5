/** Replaced by the build with the version in pyproject.toml. */
declare const __VERSION__: string;

declare const WorkerGlobalScope: (abstract new () => object) | undefined;
