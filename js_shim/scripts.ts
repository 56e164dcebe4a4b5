/** Finds the Python scripts of the page and gives them to Python, one after the other. */

const SELECTOR = 'script[type="text/python"], script[type="text/python3"]';

/** src/browser/page/, called so that it can suspend where the engine can (JSPI). */
export interface RunScript {
  callPromising(id: string, source: string, url: string, page: string): Promise<void>;
}

interface Found {
  element: HTMLScriptElement;
  /** Asked for at once, so that scripts arrive side by side; a failure is told in its turn. */
  source: Promise<string>;
}

/** The scripts that are in the document now. */
export function find(): Found[] {
  return [...document.querySelectorAll<HTMLScriptElement>(SELECTOR)].map((element) => {
    const source = element.src ? load(element) : Promise.resolve(element.text);
    source.catch(() => {});
    return { element, source };
  });
}

/** Runs them in order; one that fails never stops the others. */
export async function run(
  found: Found[],
  runScript: RunScript,
  failed: (message: string) => void,
): Promise<void> {
  for (const { element, source } of found) {
    let text: string;
    try {
      text = await source;
    } catch (error) {
      failed((error as Error).message);
      continue;
    }
    await runScript.callPromising(element.id, text, element.src, location.pathname);
  }
}

async function load(element: HTMLScriptElement): Promise<string> {
  const { src } = element;
  const credentials = element.crossOrigin === "use-credentials" ? "include" : "same-origin";
  let response: Response;
  try {
    response = await fetch(src, { credentials });
  } catch (error) {
    throw new Error(`the script ${src} could not be loaded: ${(error as Error).message}`);
  }
  if (!response.ok) {
    throw new Error(`the script ${src} could not be loaded: HTTP status ${response.status}`);
  }
  return response.text();
}
