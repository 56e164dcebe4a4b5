/** pyodide-lock.json lists the packages. Without it Python runs; only loading a package fails. */

import { fetchFile, retried } from "../quickstart/fetching";

const NAME = "pyodide-lock.json";

/** The part of Pyodide's internal API that is used here. */
export interface PackageIndex {
  lockFilePromise: Promise<unknown>;
  packageIndexReady: Promise<unknown>;
  lockfile_packages?: object;
}

/**
 * Requests the lock file after `needed`: the files that the start waits for. Returns options of
 * `loadPyodide`, and a function that makes only `loadPackage` fail if there is no lock file.
 */
export function lockFile(indexURL: string, needed: Promise<unknown> = Promise.resolve()) {
  const url = indexURL + NAME;
  const contents = needed
    .then(() => retried(() => fetchFile(url)))
    .then((content) => JSON.parse(new TextDecoder().decode(content)));
  contents.catch(() => {});
  let start = () => {};
  // Pyodide reads it only after `tolerate`: nobody would handle an earlier failure.
  const lockFileContents = new Promise((resolve) => {
    start = () => resolve(contents);
  });
  const tolerate = (index: PackageIndex) => {
    let failure: unknown;
    // Pyodide's own if the file is of another Pyodide.
    const failed = ({ message }: Error) => {
      const advice = `upload ${NAME} of this build again`;
      failure = new Error(`packages cannot be loaded: GET ${url}: ${message}: ${advice}`);
    };
    const get = () => {
      throw failure;
    };
    index.lockfile_packages = new Proxy({}, { get });
    index.lockFilePromise = index.lockFilePromise.catch(failed);
    index.packageIndexReady = index.packageIndexReady.catch(failed);
    start();
  };
  return { options: { lockFileContents, packageBaseUrl: indexURL }, tolerate };
}
